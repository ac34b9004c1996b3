package eu.guichet.backend.enrolment;

/** A file's version as HTTP carries it. */
public final class Etag {
    private Etag() {}

    /** The version in quotes, a strong entity tag. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
