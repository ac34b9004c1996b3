package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Institution;
import eu.guichet.contract.Contact;
import eu.guichet.contract.OfficeCode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** The rows of the tables of {@code docs/access.md} about what is asked for and looked at afterwards. */
final class LaterDeeds {
    private LaterDeeds() {}

    static Map<String, Cell.Deed> with(Map<String, Cell.Deed> some, Map<String, Cell.Deed> more) {
        Map<String, Cell.Deed> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    static Map<String, Cell.Deed> whoseOffice(Desks desks) {
        return Map.of(
                "see a call that the office owes on the list", cell -> owed(cell, "OFFICE"),
                "see what was done there among the acts to be looked at", cell -> listed(desks, cell),
                "look at what was done there", cell -> judged(desks, cell));
    }

    static Map<String, Cell.Deed> whoseItIs(Desks desks) {
        return Map.of(
                "see a call that one has promised oneself on the list", cell -> owed(cell, "PROMISER"),
                "settle a call that was promised", LaterDeeds::settled,
                "end a notice", LaterDeeds::ended,
                "see a request for approval among one's own", cell -> asksAndLists(desks, cell),
                "withdraw a request for approval", cell -> withdrawn(desks, cell),
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

    private static String asksAndLists(Desks desks, Cell cell) {
        desks.moved(cell.person());
        var _ = Deeds.approval(cell.owner(), cell.person());
        return Deeds.shown(cell.caller().get("/v1/approvals").body().utf8().contains(cell.person()));
    }

    private static String withdrawn(Desks desks, Cell cell) {
        desks.moved(cell.person());
        return Deeds.word(cell.caller().post(Deeds.approval(cell.owner(), cell.person()) + "/withdrawal", ""));
    }

    private static String owed(Cell cell, String whose) {
        var _ = callback(cell.owner(), cell.person(), whose);
        return Deeds.shown(
                cell.caller().get("/v1/worklists/callbacks").body().utf8().contains(cell.person()));
    }

    private static String settled(Cell cell) {
        String id = callback(cell.owner(), cell.person(), "PROMISER");
        return Deeds.word(cell.caller()
                .patch(
                        "/v1/callbacks/" + id,
                        "{\"state\":\"DONE\"}",
                        "Idempotency-Key",
                        Steps.key(),
                        Contact.HEADER,
                        Deeds.contact(cell.caller(), cell.person())));
    }

    /** A call that is promised for the next morning on which the office answers the telephone. */
    static String callback(Caller by, String person, String whose) {
        Instant at = Institution.standard()
                .offices()
                .site(OfficeCode.LUX)
                .phone()
                .workingDaysAfter(Deeds.today(), 1)
                .atTime(10, 0)
                .atZone(ZoneId.of("Europe/Luxembourg"))
                .toInstant();
        Caller.Answered promised = Steps.act(
                by,
                person,
                "callbacks",
                "{\"at\":\"" + at + "\",\"by\":\"" + whose + "\",\"note\":\"\"}",
                "Idempotency-Key",
                Steps.key());
        assertThat(promised.status()).as(promised.body().utf8()).isEqualTo(201);
        return promised.json().path("id").asString();
    }

    private static String ended(Cell cell) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Caller.Answered written = cell.owner()
                .post(
                        "/v1/notices",
                        "{\"topic\":\"POST\",\"texts\":{\"fr\":\"Grève\"},\"since\":\"" + now + "\",\"until\":\""
                                + now.plusSeconds(3600) + "\",\"closesResends\":false}",
                        "Idempotency-Key",
                        Steps.key());
        assertThat(written.status()).as(written.body().utf8()).isEqualTo(201);
        return Deeds.word(
                cell.caller().post("/v1/notices/" + written.json().path("id").asString() + "/end", ""));
    }

    private static String laid(Desks desks, Cell cell) {
        var _ = Deeds.letter(cell.owner(), cell.person());
        return desks.toReview(cell.person());
    }
}
