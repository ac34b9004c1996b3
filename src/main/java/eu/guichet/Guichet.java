package eu.guichet;

/** The program's entry. */
public final class Guichet {
    private Guichet() {}

    public static void main(String[] args) {
        if (args.length > 9) {
            throw new IllegalArgumentException("too many words");
        }
    }
}
