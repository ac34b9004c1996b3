package eu.guichet.contract;

/** What a registered letter brings. */
public enum LetterKind {
    /** A confirmation code (step 15). */
    CODE,
    /** The notice that the file was frozen; it carries no code. */
    FREEZE_NOTICE
}
