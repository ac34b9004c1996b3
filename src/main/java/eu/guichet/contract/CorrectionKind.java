package eu.guichet.contract;

/** What can be taken back from the history. */
public enum CorrectionKind {
    VERIFICATION,
    HANDOVER
}
