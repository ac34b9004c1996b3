package eu.guichet.backend.store;

/** Seals codes in no time: thousands of letters and messages are made by the tests, and their codes protect nothing. */
public final class QuickCodes {
    static final CodeHash.Work WORK = new CodeHash.Work(64, 1);

    private QuickCodes() {}

    /** For all backends of this process. */
    public static void use() {
        CodeHash.useWork(WORK);
    }
}
