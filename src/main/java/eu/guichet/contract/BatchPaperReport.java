package eu.guichet.contract;

/**
 * What became of a part that was handed out.
 *
 * @param claim of the part
 * @param printed false where its letters are to be printed again, with other codes
 */
public record BatchPaperReport(String claim, boolean printed) {}
