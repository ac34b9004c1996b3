package eu.guichet.backend.access;

/** What a caller can be allowed to do. Who may do what is in {@link Permissions}. */
public enum Permission {
    KNOW_ONESELF,
    READ_OFFICES,
    /** Hear at once what changes of that which one may read. */
    LISTEN,
    SEARCH,
    READ_FILE,
    /** See who stands on the worklists of the own offices. */
    READ_WORKLISTS,
    VERIFY,
    SEND_MESSAGE,
    GENERATE_LETTER,
    /** Record what the post did with a letter. */
    RECORD_POST,
    /** See and print what the letter desk of the own office has before it. */
    LETTER_DESK,
    /** Take back what anybody recorded of the post, on whichever day. */
    CORRECT_POST,
    HAND_OVER,
    /** Take back what one has recorded of a person by mistake. */
    TAKE_BACK,
    /** Take back what anybody recorded of a person of the own offices, however long ago. */
    TAKE_BACK_ANY,
    /** Freeze a file whose person says that it was not her. */
    FREEZE,
    LIFT_ALERT,
    /** See what has become of an act that waits for a supervisor, and take back what one has asked for. */
    READ_APPROVAL,
    /** Decide about what a colleague asked for and may not do alone. */
    APPROVE,
    /** Look at what colleagues did, afterwards. */
    REVIEW,
    READ_AUDIT,
    /** See the figures of offices, of all who work there together. */
    READ_FIGURES,
    /** See what is disturbed. */
    READ_NOTICES,
    /** Tell every desk that something is disturbed, and that it is over. */
    WRITE_NOTICES,
    /** Give the competence for somebody to another office. */
    TRANSFER,
    /** Write down what is to hold of an office for which one acts. */
    EDIT_OFFICE,
    /** See what one has done oneself in a period. */
    READ_OWN_FIGURES,
    /** Have everything written out that is held about a person, for herself. */
    READ_SUBJECT_FILE,
    /** See whose verification is locked, and unlock it with a reason. */
    UNLOCK_VERIFICATION,
    REPORT_PROCESS_EVENT,
    /** Send the register of people. */
    SEND_REGISTER,
    /** Let a simulated pensioner take a step. */
    TRAIN
}
