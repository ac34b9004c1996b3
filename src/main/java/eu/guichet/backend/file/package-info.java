/**
 * What the desk is shown of a pensioner: the history becomes a masked file with sentences in the agent's language and
 * words to say in the pensioner's. Nothing is decided here and nothing is written; no unmasked value may leave.
 */
package eu.guichet.backend.file;
