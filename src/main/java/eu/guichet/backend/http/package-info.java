/**
 * The contract over HTTP: one Resource a noun, one place that turns every failure into problem+json. A Resource checks
 * form and permission, asks an act or a reader, and answers; no rule and no SQL lives here.
 */
package eu.guichet.backend.http;
