/**
 * The office's printers over IPP (RFC 8010, RFC 8011): what the settings say of them, and the few operations that a letter
 * needs. Knows no letter and no rule; a document passes through memory only.
 */
package eu.guichet.backend.ipp;
