package eu.guichet.contract;

import java.time.Instant;

/**
 * A part of a batch whose document was handed out, and of which nobody has told yet whether it was printed.
 *
 * @param claim to be named when it is told
 * @param first reference of its first letter
 * @param last reference of its last letter
 * @param by name of whoever has the document
 * @param yours whether that is the caller
 */
public record BatchPaper(String claim, int letters, String first, String last, String by, boolean yours, Instant at) {}
