package eu.guichet.contract;

/** Why an act is looked at afterwards. */
public enum ReviewWhy {
    /** It was drawn by lot. */
    SAMPLE,
    /** The verification under which it was done was taken back. */
    VERIFICATION_TAKEN_BACK
}
