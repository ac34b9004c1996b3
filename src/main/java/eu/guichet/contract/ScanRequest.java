package eu.guichet.contract;

/**
 * What a scanner read: a letter's reference or an S10 number, also as typed on an AZERTY layout. It travels in a body, so that
 * a code that was scanned by mistake reaches no log.
 */
public record ScanRequest(String scanned) {}
