package eu.guichet.backend.http;

import java.io.IOException;

/**
 * One cell of a table of {@code docs/access.md}.
 *
 * @param caller who asks
 * @param colleague somebody of the same role in Luxembourg
 * @param person whom nobody has touched yet
 */
record Cell(Desks.Who who, Caller caller, Desks.Who of, Caller colleague, String person, boolean own, boolean apart) {
    /** Whose thing is asked for, in a table of one's own and a colleague's. */
    Caller owner() {
        return own ? caller : colleague;
    }

    /** What is tried in a cell; answers what stands in it. */
    interface Deed {
        String in(Cell cell) throws IOException, InterruptedException;
    }
}
