package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.Contact;
import eu.guichet.contract.Letter;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every cell of the lower tables of {@code docs/access.md}: whose office, whose act, how much is shown. */
@OnBothStores
class AccessTableTest {
    private static final OfficeCode LUX = OfficeCode.LUX;
    private static final OfficeCode BRU = OfficeCode.BRU;
    private static final String FOUND = "{\"query\":\"" + Desks.FOUND + "\",\"limit\":5}";

    @TempDir
    Path folder;

    /** The cells that are not as the page says. */
    private final List<String> otherwise = new ArrayList<>();

    private Desks desks;

    @BeforeEach
    void start() throws IOException {
        desks = new Desks(folder);
    }

    @AfterEach
    void stop() {
        desks.close();
    }

    /** Where whoever asks sits, in the order of the page's columns. Everybody asked about belongs to Luxembourg. */
    private enum Seat {
        OWN(false),
        ALSO_OWN(false),
        ELSEWHERE(false),
        KEPT_APART(true);

        private final boolean apart;

        Seat(boolean apart) {
            this.apart = apart;
        }

        private OfficeCode[] offices() {
            return switch (this) {
                case OWN -> new OfficeCode[] {LUX};
                case ALSO_OWN -> new OfficeCode[] {BRU, LUX};
                case ELSEWHERE, KEPT_APART -> new OfficeCode[] {BRU};
            };
        }
    }

    private Cell cell(Role role, Seat seat, Role colleagues, boolean own) {
        Desks.Who who = desks.somebody(role, seat.offices());
        Desks.Who colleague = desks.somebody(colleagues, LUX);
        return new Cell(
                who,
                desks.at(who, seat.apart),
                colleague,
                desks.at(colleague, seat.apart),
                desks.person(),
                own,
                seat.apart);
    }

    private Caller somebody(Role role, OfficeCode office) {
        return desks.at(desks.somebody(role, office), false);
    }

    private Caller officer() {
        return somebody(Role.LETTER_OFFICER, LUX);
    }

    /** One test, so that one pair of backends does for the whole page. */
    @Test
    void every_cell_of_the_page_is_so() throws IOException, InterruptedException {
        whoseOffice();
        whoseItIs();
        whatIsShown();
        assertThat(otherwise).isEmpty();
    }

    private void whoseOffice() throws IOException, InterruptedException {
        Map<String, Cell.Deed> deeds = Map.ofEntries(
                Map.entry("find the person", this::find),
                Map.entry(
                        "open a contact", cell -> Deeds.word(Steps.openContact(cell.caller(), cell.person(), "call"))),
                Map.entry("read the file for a reason", cell -> Deeds.word(read(cell))),
                Map.entry("what the trail keeps of that", this::keptOfReading),
                Map.entry("verify identity in a contact of one's own", AccessTableTest::verifyInOwn),
                Map.entry("ask for the draft to DIGIT", cell -> {
                    Deeds.freeze(cell.colleague(), cell.person());
                    return Deeds.word(draft(cell));
                }),
                Map.entry(
                        "see how far a message has come",
                        cell -> Deeds.word(cell.caller()
                                .get("/v1/messages/" + desks.message(cell.person(), MessageKind.SIGN_IN_SMS)))),
                Map.entry(
                        "claim a colleague's letter",
                        cell -> Deeds.word(Steps.claim(cell.caller(), Deeds.letter(cell.colleague(), cell.person())))),
                Map.entry(
                        "claim a letter of the letter desk",
                        cell -> Deeds.word(
                                Steps.claim(cell.caller(), Deeds.letterOfTheDesk(cell.colleague(), cell.person())))),
                Map.entry(
                        "give up a letter of the letter desk",
                        cell -> Deeds.word(
                                Deeds.giveUp(cell.caller(), Deeds.letterOfTheDesk(cell.colleague(), cell.person())))),
                Map.entry(
                        "find a letter by its scan",
                        cell -> Deeds.word(Deeds.scan(cell.caller(), Deeds.letter(cell.colleague(), cell.person())))),
                Map.entry(
                        "record that a letter was posted",
                        cell -> Deeds.word(Deeds.post(cell.caller(), printed(cell)))),
                Map.entry("take back what a colleague recorded", this::takeBack),
                Map.entry(
                        "take back a colleague's hand-over to DIGIT",
                        cell -> Deeds.takeBackHandover(cell.caller(), cell.colleague(), cell.person())),
                Map.entry("see a letter on the letter desk's list", AccessTableTest::listed),
                Map.entry("see a letter on the list of what was posted", this::listedAsPosted),
                Map.entry("see a person on a worklist", AccessTableTest::onWorklist),
                Map.entry("lift an alert", cell -> {
                    Deeds.freeze(cell.colleague(), cell.person());
                    return Deeds.word(Deeds.lift(cell.caller(), cell.person()));
                }),
                Map.entry("see a person among those about whom approval is asked", cell -> {
                    var _ = asked(cell);
                    return Deeds.shown(
                            text(cell.caller().get("/v1/worklists/approvals")).contains(cell.person()));
                }),
                Map.entry("see how far a colleague's request for approval has come", this::seeApproval),
                Map.entry("see how far a request for approval has come", this::seeApproval),
                Map.entry("decide about a request for approval", this::decide),
                Map.entry("see that verification is locked", cell -> locked(cell, LUX)),
                Map.entry("see a lock that came about where one works", cell -> locked(cell, workplace(cell))),
                Map.entry("end a lock", cell -> unlock(cell, LUX)),
                Map.entry("end a lock that came about where one works", cell -> unlock(cell, workplace(cell))),
                Map.entry("have written out all that is held about somebody", AccessTableTest::subjectFile),
                Map.entry("have written out all that is held about anybody", AccessTableTest::subjectFile),
                Map.entry("read in the trail what a colleague there did", AccessTableTest::inTrail),
                Map.entry("read in the trail what anybody there did", AccessTableTest::inTrail));
        deeds = LaterDeeds.with(deeds, LaterDeeds.whoseOffice(desks));
        List<AccessPage.Line> table = AccessPage.below("Whose office");
        assertThat(names(table)).containsExactlyInAnyOrderElementsOf(deeds.keySet());
        for (AccessPage.Line line : table) {
            for (Seat seat : Seat.values()) {
                for (Role role : line.by()) {
                    String answer = Objects.requireNonNull(deeds.get(line.what()))
                            .in(cell(role, seat, colleagueOf(role, line), false));
                    String expected =
                            line.cells().get(1 + List.of(Seat.values()).indexOf(seat));
                    differs(line, role + " at " + seat, expected, answer).ifPresent(otherwise::add);
                }
            }
        }
    }

    private static Optional<String> differs(AccessPage.Line line, String by, String expected, String answer) {
        return answer.equals(expected)
                ? Optional.empty()
                : Optional.of(line.what() + ", by " + by + ": " + answer + ", not " + expected);
    }

    /** An auditor has no colleague who does anything for a person. */
    private static Role colleagueOf(Role role, AccessPage.Line line) {
        boolean byAgents = line.by().contains(Role.AGENT) || role == Role.AUDITOR;
        return byAgents ? Role.AGENT : Role.LETTER_OFFICER;
    }

    private void whoseItIs() throws IOException, InterruptedException {
        Map<String, Cell.Deed> deeds = Map.ofEntries(
                Map.entry("see a contact among the open ones", cell -> {
                    String contact = Deeds.contact(cell.owner(), cell.person());
                    return Deeds.shown(
                            cell.caller().get("/v1/contacts").body().utf8().contains(contact));
                }),
                Map.entry(
                        "correct the reason of a contact",
                        cell -> Deeds.word(cell.caller().patch(contactOf(cell), "{\"reason\":\"counter\"}"))),
                Map.entry(
                        "write the note of a contact",
                        cell -> Deeds.word(cell.caller().patch(contactOf(cell), "{\"note\":\"Comes on Friday.\"}"))),
                Map.entry("close a contact", cell -> Deeds.word(cell.caller().post(contactOf(cell) + "/close", ""))),
                Map.entry(
                        "read the file in a contact",
                        cell -> Deeds.word(cell.caller()
                                .get(
                                        "/v1/pensioners/" + cell.person(),
                                        Contact.HEADER,
                                        Deeds.contact(cell.owner(), cell.person())))),
                Map.entry("verify identity in a contact", cell -> in(cell, "verifications", Steps.SEEN)),
                Map.entry("generate a letter in a contact with identity verified", cell -> {
                    Steps.verify(cell.owner(), cell.person());
                    return in(cell, "letters", "", "If-Match", Deeds.etag(cell.caller(), cell.person()));
                }),
                Map.entry("freeze the file in a contact", cell -> in(cell, "freeze", "")),
                Map.entry("record DIGIT's ticket in a contact", cell -> {
                    Deeds.freeze(somebody(Role.AGENT, LUX), cell.person());
                    return in(cell, "handover", "{\"ticket\":\"IM204518\"}");
                }),
                Map.entry(
                        "save what DIGIT has answered in a contact",
                        cell -> Deeds.answer(cell.caller(), cell.owner(), cell.person())),
                Map.entry(
                        "take back a hand-over to DIGIT",
                        cell -> Deeds.takeBackHandover(cell.caller(), cell.owner(), cell.person())),
                Map.entry(
                        "take back a verification",
                        cell -> Deeds.takeBackVerification(cell.caller(), cell.owner(), cell.person())),
                Map.entry(
                        "claim the document of a letter",
                        cell -> Deeds.word(Steps.claim(cell.caller(), Deeds.letter(cell.owner(), cell.person())))),
                Map.entry(
                        "give up a letter",
                        cell -> Deeds.word(Deeds.giveUp(cell.caller(), Deeds.letter(cell.owner(), cell.person())))),
                Map.entry("tell that a claimed document was printed", cell -> {
                    Letter letter = Deeds.letter(cell.owner(), cell.person());
                    String claim = desks.claimed(letter, cell.own() ? cell.who() : cell.of());
                    return Deeds.word(cell.caller()
                            .patch(
                                    "/v1/letters/" + letter.id(),
                                    "{\"state\":\"PRINTED\",\"claim\":\"" + claim + "\"}"));
                }),
                Map.entry("take back what was recorded today", cell -> {
                    Letter letter = Deeds.letter(cell.owner(), cell.person());
                    desks.printed(letter, cell.person(), cell.of());
                    assertThat(Deeds.word(Deeds.post(cell.owner(), letter))).isEqualTo(Deeds.YES);
                    return Deeds.word(Deeds.takeBack(cell.caller(), letter));
                }),
                Map.entry("lift the freezing of a file", cell -> {
                    Deeds.freeze(cell.owner(), cell.person());
                    return Deeds.word(Deeds.lift(cell.caller(), cell.person()));
                }),
                Map.entry("see how far a request for approval is", this::seeApproval),
                Map.entry("see how far a request for approval is, in the own office", this::seeApproval),
                Map.entry("decide about a request for approval", this::decide),
                Map.entry("end a lock after five misses", cell -> {
                    Deeds.missFiveTimes(cell.owner(), cell.person());
                    return Deeds.word(Deeds.unlock(cell.caller(), cell.person()));
                }),
                Map.entry("verify identity after five misses", cell -> {
                    Deeds.missFiveTimes(cell.owner(), cell.person());
                    return Deeds.word(Steps.act(cell.caller(), cell.person(), "verifications", Steps.SEEN));
                }),
                Map.entry(
                        "be told who has the file open",
                        cell -> Colleagues.told(desks, cell.who(), cell.person(), cell.own())));
        deeds = LaterDeeds.with(deeds, LaterDeeds.whoseItIs(desks));
        List<AccessPage.Line> table = AccessPage.below("Whose it is");
        assertThat(names(table)).containsExactlyInAnyOrderElementsOf(deeds.keySet());
        for (AccessPage.Line line : table) {
            for (boolean own : new boolean[] {true, false}) {
                for (Role role : line.by()) {
                    String answer =
                            Objects.requireNonNull(deeds.get(line.what())).in(cell(role, Seat.OWN, role, own));
                    String expected = line.cells().get(own ? 1 : 2);
                    differs(line, role + (own ? ", own" : ", a colleague's"), expected, answer)
                            .ifPresent(otherwise::add);
                }
            }
        }
    }

    private void whatIsShown() throws IOException {
        Map<String, Look> looks = Map.ofEntries(
                Map.entry("a row of a search", cell -> text(cell.caller().post("/v1/search", FOUND))),
                Map.entry("the file", cell -> text(read(cell))),
                Map.entry("how far an e-mail has come", cell -> text(message(cell, MessageKind.ACTIVATION_EMAIL))),
                Map.entry("how far an SMS has come", cell -> text(message(cell, MessageKind.SIGN_IN_SMS))),
                Map.entry("the draft to DIGIT", cell -> {
                    Deeds.freeze(cell.colleague(), cell.person());
                    return text(draft(cell));
                }),
                Map.entry("the document of one's own letter", cell -> {
                    Caller.Answered document = Steps.claim(cell.caller(), Deeds.letter(cell.owner(), cell.person()));
                    return document.status() == 200 ? Paper.text(document) : text(document);
                }),
                Map.entry("a row of the letter desk", cell -> {
                    var _ = Deeds.letterOfTheDesk(cell.colleague(), cell.person());
                    return text(cell.caller().get("/v1/letter-desk/to-print"));
                }),
                Map.entry(
                        "a letter that was scanned",
                        cell -> text(Deeds.scan(cell.caller(), Deeds.letter(cell.colleague(), cell.person())))),
                Map.entry("the list of what was posted", cell -> {
                    var _ = posted(cell);
                    return text(cell.caller().get("/v1/letter-desk/posting-list/" + Deeds.today()));
                }),
                Map.entry("whose verification is locked", cell -> {
                    Deeds.missFiveTimes(cell.colleague(), cell.person());
                    return text(cell.caller().get("/v1/verification-locks"));
                }),
                Map.entry("an act to be looked at", cell -> text(LaterDeeds.reviews(desks, cell))),
                Map.entry(
                        "all that is held, written out for herself",
                        cell -> text(
                                cell.caller().post("/v1/pensioners/" + cell.person() + "/subject-file", Deeds.REASON))),
                Map.entry("a request for approval", cell -> {
                    desks.moved(cell.person());
                    return text(cell.caller().get(Deeds.approval(cell.colleague(), cell.person())));
                }),
                Map.entry("the audit trail", cell -> {
                    Steps.verify(cell.colleague(), cell.person());
                    return text(cell.caller().get("/v1/audit?pensioner=" + cell.person()));
                }));
        List<AccessPage.Line> table = AccessPage.below("What is shown of a person");
        assertThat(names(table)).containsExactlyInAnyOrderElementsOf(looks.keySet());
        for (AccessPage.Line line : table) {
            for (Role role : Role.values()) {
                boolean may = line.by().contains(role);
                Cell cell = cell(role, Seat.OWN, Role.AGENT, may);
                String seen = Objects.requireNonNull(looks.get(line.what())).at(cell);
                List<String> expected = may ? line.cells().subList(1, 5) : Shown.NOTHING;
                differs(
                                line,
                                role.toString(),
                                expected.toString(),
                                Shown.forms(seen).toString())
                        .ifPresent(otherwise::add);
                differs(line, role.toString(), may ? "shown" : "refused", Shown.refused(seen) ? "refused" : "shown")
                        .ifPresent(otherwise::add);
            }
        }
    }

    /** Shows something, and answers all that it says. */
    private interface Look {
        String at(Cell cell) throws IOException;
    }

    private static String text(Caller.Answered answer) {
        return answer.body().utf8();
    }

    private Caller.Answered message(Cell cell, MessageKind kind) {
        return cell.caller().get("/v1/messages/" + desks.message(cell.person(), kind));
    }

    private static Set<String> names(List<AccessPage.Line> table) {
        Set<String> names = new TreeSet<>();
        table.forEach(line -> names.add(line.what()));
        return names;
    }

    private String find(Cell cell) {
        Caller.Answered found = cell.caller().post("/v1/search", FOUND);
        return Deeds.shown(found.json().path("rows").size() == 1);
    }

    private static Caller.Answered read(Cell cell) {
        return cell.caller().get("/v1/pensioners/" + cell.person(), "Guichet-Reason", "call");
    }

    private static Caller.Answered draft(Cell cell) {
        return cell.caller().get("/v1/pensioners/" + cell.person() + "/handover", "Guichet-Reason", "call");
    }

    private String keptOfReading(Cell cell) {
        var _ = read(cell);
        AuditEntry kept = trail(
                somebody(Role.AUDITOR, LUX), cell.person(), row -> row.act().equals("file-read"));
        return kept.outcome().equals("not-allowed") ? "refused" : kept.outcome();
    }

    private static AuditEntry trail(Caller by, String person, Predicate<AuditEntry> which) {
        return by.get("/v1/audit?pensioner=" + person).as(AuditPage.class).entries().stream()
                .filter(which)
                .findFirst()
                .orElseThrow();
    }

    private static String verifyInOwn(Cell cell) {
        Caller.Answered opened = Steps.openContact(cell.caller(), cell.person(), "counter");
        String contact = opened.status() == 201 ? opened.json().path("id").asString() : "none";
        return Deeds.word(Deeds.act(cell.caller(), cell.person(), contact, "verifications", Steps.SEEN));
    }

    private Letter printed(Cell cell) {
        Letter letter = Deeds.letter(cell.colleague(), cell.person());
        desks.printed(letter, cell.person(), cell.of());
        return letter;
    }

    private Letter posted(Cell cell) {
        Letter letter = printed(cell);
        assertThat(Deeds.word(Deeds.post(officer(), letter))).isEqualTo(Deeds.YES);
        return letter;
    }

    private String takeBack(Cell cell) {
        return Deeds.word(Deeds.takeBack(cell.caller(), posted(cell)));
    }

    private static String listed(Cell cell) {
        var _ = Deeds.letterOfTheDesk(cell.colleague(), cell.person());
        return Deeds.shown(Deeds.onList(cell.caller(), "to-print", cell.person()));
    }

    private static String onWorklist(Cell cell) {
        Deeds.freeze(cell.colleague(), cell.person());
        return Deeds.shown(
                cell.caller().get("/v1/worklists/frozen").body().utf8().contains(cell.person()));
    }

    private String listedAsPosted(Cell cell) {
        Letter letter = posted(cell);
        return Deeds.shown(cell.caller()
                .get("/v1/letter-desk/posting-list/" + Deeds.today())
                .body()
                .utf8()
                .contains(letter.reference()));
    }

    private static OfficeCode workplace(Cell cell) {
        return cell.who().offices().getFirst();
    }

    private String locked(Cell cell, OfficeCode where) {
        Deeds.missFiveTimes(somebody(Role.AGENT, where), cell.person());
        return Deeds.shown(text(cell.caller().get("/v1/verification-locks")).contains(cell.person()));
    }

    private String unlock(Cell cell, OfficeCode where) {
        Deeds.missFiveTimes(somebody(Role.AGENT, where), cell.person());
        return Deeds.word(Deeds.unlock(cell.caller(), cell.person()));
    }

    private static String subjectFile(Cell cell) {
        return Deeds.word(cell.caller().post("/v1/pensioners/" + cell.person() + "/subject-file", Deeds.REASON));
    }

    private static String inTrail(Cell cell) {
        Steps.verify(cell.colleague(), cell.person());
        return Deeds.shown(text(cell.caller().get("/v1/audit?pensioner=" + cell.person()))
                .contains(cell.of().id()));
    }

    /** The address of what somebody has asked a supervisor for. */
    private String asked(Cell cell) {
        desks.moved(cell.person());
        return Deeds.approval(cell.owner(), cell.person());
    }

    private String seeApproval(Cell cell) {
        return Deeds.word(cell.caller().get(asked(cell)));
    }

    private String decide(Cell cell) {
        return Deeds.word(Deeds.approve(cell.caller(), asked(cell), Deeds.etag(cell.colleague(), cell.person())));
    }

    private static String contactOf(Cell cell) {
        return "/v1/contacts/" + Deeds.contact(cell.owner(), cell.person());
    }

    private static String in(Cell cell, String what, String json, String... headers) {
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = "Idempotency-Key";
        more[headers.length + 1] = Steps.key();
        String contact = Deeds.contact(cell.owner(), cell.person());
        return Deeds.word(Deeds.act(cell.caller(), cell.person(), contact, what, json, more));
    }
}
