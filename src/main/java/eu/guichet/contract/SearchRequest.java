package eu.guichet.contract;

import org.jspecify.annotations.Nullable;

/**
 * One box for everything.
 *
 * @param query a name, pension number, e-mail, phone in any notation, letter reference or S10 number
 * @param limit how many rows at most, 1 to 20; null is the same as 20
 */
public record SearchRequest(String query, @Nullable Integer limit) {
    private static final int USUAL = 20;

    /** The limit, said or usual. */
    public int rows() {
        return limit == null ? USUAL : limit;
    }
}
