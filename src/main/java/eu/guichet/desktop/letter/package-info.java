/**
 * From "generate letter" to paper: preview, generation, the sealed document to the printer. The document passes through
 * memory only, is never drawn on the screen, and is wiped as soon as it has been handed over.
 */
package eu.guichet.desktop.letter;
