package eu.guichet.backend.http;

import java.util.HashMap;
import java.util.Map;

/** The rows of the tables of {@code docs/access.md} about what is looked at afterwards. */
final class LaterDeeds {
    private LaterDeeds() {}

    static Map<String, Cell.Deed> with(Map<String, Cell.Deed> some, Map<String, Cell.Deed> more) {
        Map<String, Cell.Deed> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    static Map<String, Cell.Deed> whoseOffice(Desks desks) {
        return Map.of(
                "see what was done there among the acts to be looked at", cell -> listed(desks, cell),
                "look at what was done there", cell -> judged(desks, cell));
    }

    static Map<String, Cell.Deed> whoseItIs(Desks desks) {
        return Map.of(
                "see an act among those to be looked at", cell -> listed(desks, cell),
                "look at an act afterwards", cell -> judged(desks, cell));
    }

    /** The list, with a letter on it. */
    static Caller.Answered reviews(Desks desks, Cell cell) {
        var _ = laid(desks, cell);
        return cell.caller().get("/v1/reviews");
    }

    private static String listed(Desks desks, Cell cell) {
        return Deeds.shown(reviews(desks, cell).body().utf8().contains(cell.person()));
    }

    private static String judged(Desks desks, Cell cell) {
        return Deeds.word(
                cell.caller().post("/v1/reviews/" + laid(desks, cell) + "/verdict", "{\"verdict\":\"IN_ORDER\"}"));
    }

    private static String laid(Desks desks, Cell cell) {
        var _ = Deeds.letter(cell.owner(), cell.person());
        return desks.toReview(cell.person());
    }
}
