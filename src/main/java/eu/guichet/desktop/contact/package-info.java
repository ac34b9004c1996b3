/**
 * The contact in which a file is open: since when and why, the agent's own line in it, and what was done when it is closed.
 * Whose file it is stands elsewhere; nothing here names anybody.
 */
package eu.guichet.desktop.contact;
