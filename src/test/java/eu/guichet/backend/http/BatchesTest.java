package eu.guichet.backend.http;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Worklists;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchDue;
import eu.guichet.contract.BatchLeftOut;
import eu.guichet.contract.BatchPaper;
import eu.guichet.contract.BatchState;
import eu.guichet.contract.Contact;
import eu.guichet.contract.LeftOutCount;
import eu.guichet.contract.LeftOutReason;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskPage;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.contract.VoidReason;
import eu.guichet.contract.Worklist;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.Event;
import eu.guichet.process.RegisterField;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The letter desk prints what is due in one go, at a desk. */
@OnBothStores
class BatchesTest {
    private static final int LOOKS = 200;
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(-[0-9A-Z]{4}){3}");

    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller officer;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder, Map.of("letters.separators", "yes"));
        officer = backend.as(Role.LETTER_OFFICER);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    private static String id(int number) {
        return "22222222-aaaa-4aaa-8aaa-%012d".formatted(number);
    }

    private static Pensioner person(int number, OfficeCode office, String street) {
        return new Pensioner(
                id(number),
                String.valueOf(70_020_000 + number),
                "Weber",
                "Anna",
                LocalDate.of(1944, 3, 12),
                office,
                List.of("de", "fr"),
                new Address(street, "L-1855", "Luxembourg", "LU"),
                null,
                "+352621987654",
                0);
    }

    private OfficeCode office() {
        return officer.get("/v1/letter-desk").as(LetterDeskCounts.class).office();
    }

    /** So many have asked for access, and stand on the list. */
    private void asked(int people, String street) {
        OfficeCode office = office();
        backend.stores(tx -> IntStream.range(0, people).forEach(i -> {
            tx.pensioners().add(person(i, office, i == 0 ? street : i + ", rue du Test"));
            var day = RunningBackend.NINE_OCLOCK.minus(Duration.ofDays(1));
            tx.events().add(id(i), new Event.AccountRequested(day));
            tx.events().add(id(i), new Event.PasswordSet(day.plusSeconds(600)));
            tx.events().add(id(i), new Event.PhoneAdded(day.plusSeconds(1200)));
            tx.events().add(id(i), new Event.PhoneConfirmed(day.plusSeconds(1300)));
            tx.events().add(id(i), new Event.SignInStarted(day.plusSeconds(1400)));
            tx.events().add(id(i), new Event.SignedIn(day.plusSeconds(1500)));
        }));
        for (int i = 0; i < people; i++) {
            assertThat(backend.as(Role.PROCESS)
                            .post(
                                    "/v1/process-events",
                                    "{\"type\":\"access-requested\",\"eventId\":\"asked-" + i
                                            + "\",\"pensionNumber\":\"" + (70_020_000 + i)
                                            + "\",\"occurredAt\":\"2026-11-23T07:%02d:00Z\"}".formatted(i))
                            .status())
                    .isEqualTo(200);
        }
    }

    private Caller.Answered begin(String json, String key) {
        return officer.post("/v1/batches", json, "Idempotency-Key", key);
    }

    private Batch begun() {
        Caller.Answered answer = begin("{}", Steps.key());
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(201);
        return answer.as(Batch.class);
    }

    private Batch read(Batch batch) {
        return officer.get("/v1/batches/" + batch.id()).as(Batch.class);
    }

    private Batch await(Batch batch, Predicate<Batch> until) {
        for (int looks = 0; looks < LOOKS; looks++) {
            Batch now = read(batch);
            if (until.test(now)) {
                return now;
            }
            new CompletableFuture<Void>()
                    .completeOnTimeout(null, 50, TimeUnit.MILLISECONDS)
                    .join();
        }
        throw new AssertionError("never: " + read(batch));
    }

    private Batch generated(Batch batch) {
        return await(batch, now -> now.toGenerate() == 0);
    }

    private Caller.Answered document(Batch batch, int letters) {
        return officer.post("/v1/batches/" + batch.id() + "/document?letters=" + letters, "");
    }

    private Batch told(Batch batch, String claim, boolean printed) {
        Caller.Answered answer = papers(batch, claim, printed);
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(200);
        return answer.as(Batch.class);
    }

    private Caller.Answered papers(Batch batch, String claim, boolean printed) {
        return officer.post(
                "/v1/batches/" + batch.id() + "/papers", "{\"claim\":\"" + claim + "\",\"printed\":" + printed + "}");
    }

    private static List<String> codes(Caller.Answered document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document.body().toByteArray())) {
            return CODE.matcher(new PDFTextStripper().getText(pdf))
                    .results()
                    .map(MatchResult::group)
                    .filter(text -> ConfirmationCode.read(text).isPresent())
                    .toList();
        }
    }

    private List<StoredLetter> letters(int person) {
        return backend.stored(tx -> tx.letters().of(id(person)));
    }

    private Map<String, Long> trail(int person) {
        return backend.stored(tx -> tx.audit().page(null, null, 500)).entries().stream()
                .filter(row -> id(person).equals(row.pensionerId()))
                .collect(groupingBy(AuditEntry::act, counting()));
    }

    @Test
    void whoever_is_chosen_is_in_the_batch_though_more_have_waited_longer_than_one_batch_takes() {
        asked(1, "0, rue du Test");
        OfficeCode office = office();
        var longAgo = RunningBackend.NINE_OCLOCK.minus(Duration.ofDays(30));
        backend.stores(tx -> IntStream.rangeClosed(1, 1_000).forEach(i -> {
            tx.pensioners().add(person(i, office, i + ", rue du Test"));
            var _ = tx.worklists()
                    .put(
                            id(i),
                            List.of(new Worklists.Entry(
                                    id(i), Worklist.ACCESS_REQUESTED, office, 13, longAgo, null, null, null)));
        }));
        Caller.Answered answer = begin("{\"people\":[\"" + id(0) + "\"],\"letters\":[]}", Steps.key());
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(201);
        assertThat(answer.as(Batch.class).total()).isEqualTo(1);
    }

    @Test
    void a_letter_for_everybody_who_asked_is_generated_and_printed_in_one_go_and_stands_in_the_trail_on_its_own()
            throws IOException {
        asked(4, "0, rue du Test");
        BatchDue due = officer.get("/v1/batches").as(BatchDue.class);
        assertThat(due.toGenerate()).isEqualTo(4);
        Batch batch = generated(begun());
        assertThat(batch.toPrint()).isEqualTo(4);
        Caller.Answered first = document(batch, 3);
        assertThat(codes(first)).as("one code a letter").hasSize(3).doesNotHaveDuplicates();
        Batch half = told(batch, first.header("Guichet-Claim"), true);
        assertThat(half.state()).isEqualTo(BatchState.RUNNING);
        assertThat(half.printed()).isEqualTo(3);
        Caller.Answered second = document(batch, 3);
        assertThat(codes(second)).hasSize(1);
        Batch done = told(batch, second.header("Guichet-Claim"), true);
        assertThat(done.state()).isEqualTo(BatchState.ENDED);
        assertThat(done.printed()).isEqualTo(4);
        assertThat(document(batch, 3).status()).isEqualTo(204);
        for (int person = 0; person < 4; person++) {
            assertThat(letters(person))
                    .singleElement()
                    .satisfies(letter -> assertThat(letter.standing().state()).isEqualTo(LetterState.PRINTED));
            assertThat(trail(person))
                    .containsEntry("letter-generated", 1L)
                    .containsEntry("letter-claimed", 1L)
                    .containsEntry("letter-printed", 1L);
        }
        assertThat(officer.get("/v1/letter-desk").as(LetterDeskCounts.class).toPost())
                .isEqualTo(4);
        String list = officer.get("/v1/batches/" + batch.id() + "/posting-list")
                .body()
                .utf8();
        assertThat(list.lines()).hasSize(5);
        assertThat(officer.get("/v1/batches").as(BatchDue.class).toGenerate()).isZero();
    }

    @Test
    void who_cannot_be_written_to_is_left_out_with_the_reason_and_the_others_are_printed() {
        asked(3, "House\nStaircase\nFloor\nFlat\nDoor\nCourt\nGarden\nGate\nLane\nRoad\nVillage\nValley");
        BatchDue due = officer.get("/v1/batches").as(BatchDue.class);
        assertThat(due.toGenerate()).isEqualTo(2);
        LeftOutCount expected = new LeftOutCount(LeftOutReason.ADDRESS_DOES_NOT_FIT, 1);
        assertThat(due.leftOut()).containsExactly(expected);
        Batch batch = generated(begun());
        assertThat(batch.reasons()).containsExactly(expected);
        assertThat(batch.toPrint()).isEqualTo(2);
        BatchLeftOut.Row row = officer.get("/v1/batches/" + batch.id() + "/left-out")
                .as(BatchLeftOut.class)
                .rows()
                .getFirst();
        assertThat(row.pensionerId()).isEqualTo(id(0));
        assertThat(row.reason()).isEqualTo(LeftOutReason.ADDRESS_DOES_NOT_FIT);
        assertThat(letters(0)).isEmpty();
    }

    @Test
    void a_part_of_which_nothing_was_told_is_not_printed_twice_and_one_that_failed_gets_other_codes()
            throws IOException {
        asked(2, "0, rue du Test");
        Batch batch = generated(begun());
        Caller.Answered lost = document(batch, 50);
        assertThat(document(batch, 50).status()).as("under way").isEqualTo(204);
        BatchPaper paper = read(batch).papers().getFirst();
        assertThat(paper.letters()).isEqualTo(2);
        assertThat(paper.yours()).isTrue();
        assertThat(paper.claim()).isEqualTo(lost.header("Guichet-Claim"));
        assertThat(told(batch, paper.claim(), false).toPrint()).isEqualTo(2);
        Caller.Answered again = document(batch, 50);
        assertThat(codes(again)).hasSize(2).doesNotContainAnyElementsOf(codes(lost));
        Batch done = told(batch, again.header("Guichet-Claim"), true);
        assertThat(done.printed()).isEqualTo(2);
        assertThat(told(batch, again.header("Guichet-Claim"), true).printed())
                .as("told twice")
                .isEqualTo(2);
        assertThat(trail(0)).containsEntry("letter-printed", 1L);
    }

    @Test
    void a_claim_that_is_none_of_the_batch_s_is_refused_and_changes_nothing_whoever_tells_it() {
        asked(1, "0, rue du Test");
        Batch batch = generated(begun());
        Caller.Answered lost = document(batch, 50);
        Batch before = told(batch, lost.header("Guichet-Claim"), false);
        Caller.Answered again = document(batch, 50);
        for (String claim : List.of("nobody-s", lost.header("Guichet-Claim"))) {
            for (boolean printed : new boolean[] {true, false}) {
                Caller.Answered answer = papers(batch, claim, printed);
                assertThat(answer.status()).isEqualTo(409);
                assertThat(answer.problem()).isEqualTo("action-closed");
            }
        }
        assertThat(read(batch).underWay()).isEqualTo(1);
        assertThat(before.toPrint()).isEqualTo(1);
        assertThat(backend.stored(tx -> tx.audit().page(null, null, 500)).entries())
                .filteredOn(row -> row.outcome().equals("action-closed"))
                .extracting(AuditEntry::act)
                .containsExactly("letter-print-failed", "letter-printed", "letter-print-failed", "letter-printed");
        assertThat(told(batch, again.header("Guichet-Claim"), true).printed()).isEqualTo(1);
    }

    @Test
    void a_batch_is_started_once_and_one_at_a_time_and_what_it_has_not_printed_stays_on_the_list_when_it_is_ended() {
        asked(2, "0, rue du Test");
        String key = Steps.key();
        Batch batch = begin("{}", key).as(Batch.class);
        assertThat(begin("{}", key).as(Batch.class).id()).isEqualTo(batch.id());
        generated(batch);
        assertThat(begin("{}", Steps.key()).problem()).isEqualTo("action-closed");
        Caller.Answered part = document(batch, 1);
        Batch ended = officer.post("/v1/batches/" + batch.id() + "/cancel", "").as(Batch.class);
        assertThat(ended.state()).isEqualTo(BatchState.CANCELLED);
        assertThat(ended.cancelled()).isEqualTo(1);
        assertThat(told(batch, part.header("Guichet-Claim"), true).printed()).isEqualTo(1);
        LetterDeskPage list = officer.get("/v1/letter-desk/to-print").as(LetterDeskPage.class);
        assertThat(list.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.pensionerId()).isEqualTo(id(1)));
        assertThat(officer.post("/v1/batches/" + batch.id() + "/cancel", "").status())
                .isEqualTo(200);
        Batch rest = begun();
        assertThat(rest.total()).as("what stayed behind").isEqualTo(1);
    }

    @Test
    void a_letter_that_is_given_up_from_the_file_before_it_is_printed_is_left_out_and_the_batch_says_so() {
        asked(3, "0, rue du Test");
        Batch batch = generated(begun());
        Letter ready = fileOf(0);
        assertThat(ready.voidable()).isTrue();
        assertThat(giveUp(officer, ready).status()).isEqualTo(200);
        LeftOutCount once = new LeftOutCount(LeftOutReason.GIVEN_UP, 1);
        assertThat(read(batch).reasons()).containsExactly(once);
        assertThat(read(batch).toPrint()).isEqualTo(2);
        assertThat(giveUp(officer, ready).status()).as("once more").isEqualTo(200);

        Caller.Answered part = document(batch, 50);
        Letter handedOut = fileOf(1);
        assertThat(giveUp(officer, handedOut).status()).isEqualTo(200);
        Batch done = told(batch, part.header("Guichet-Claim"), true);
        assertThat(done.state()).isEqualTo(BatchState.ENDED);
        assertThat(done.printed()).isEqualTo(1);
        assertThat(done.reasons()).containsExactly(new LeftOutCount(LeftOutReason.GIVEN_UP, 2));
        assertThat(officer.get("/v1/batches/" + batch.id() + "/left-out")
                        .as(BatchLeftOut.class)
                        .rows())
                .extracting(BatchLeftOut.Row::pensionerId)
                .containsExactly(id(0), id(1));
        assertThat(fileOf(0).voidable()).isNull();
        assertThat(fileOf(2).voidable()).as("it is on paper").isNull();
        assertThat(backend.stored(tx -> tx.audit().page(id(0), null, 100)).entries())
                .filteredOn(row -> row.act().equals("letter-voided"))
                .extracting(AuditEntry::outcome)
                .containsExactly("repeated", "voided " + ready.reference());
    }

    @Test
    void an_agent_who_did_not_generate_it_is_not_offered_to_give_it_up() {
        asked(1, "0, rue du Test");
        generated(begun());
        Letter seen = Steps.open(backend.as(Role.AGENT), id(0)).letters().getFirst();
        assertThat(seen.voidable()).isNull();
        assertThat(giveUp(backend.as(Role.AGENT), seen).status()).isEqualTo(403);
    }

    private Letter fileOf(int person) {
        for (Contact before : officer.get("/v1/contacts").as(Contact[].class)) {
            officer.post("/v1/contacts/" + before.id() + "/close", "");
        }
        return Steps.open(officer, id(person)).letters().getFirst();
    }

    private static Caller.Answered giveUp(Caller caller, Letter letter) {
        return caller.patch("/v1/letters/" + letter.id(), "{\"state\":\"VOIDED\",\"reason\":\"NOT_WANTED\"}");
    }

    @Test
    void a_backend_that_was_ended_in_the_middle_goes_on_after_its_start_and_generates_nothing_twice() {
        asked(20, "0, rue du Test");
        Batch batch = begun();
        backend.close();
        backend = RunningBackend.again(folder, Map.of());
        officer = backend.as(Role.LETTER_OFFICER);
        generated(batch);
        for (int person = 0; person < 20; person++) {
            assertThat(letters(person)).as("letters of %s", person).hasSize(1);
        }
        Caller.Answered part = document(batch, 50);
        backend.close();
        backend = RunningBackend.again(folder, Map.of());
        officer = backend.as(Role.LETTER_OFFICER);
        assertThat(document(batch, 50).status()).as("its paper may be there").isEqualTo(204);
        assertThat(read(batch).papers())
                .singleElement()
                .satisfies(paper -> assertThat(paper.claim()).isEqualTo(part.header("Guichet-Claim")));
    }

    @Test
    void it_is_said_before_the_start_whose_letter_would_want_an_approval() {
        asked(3, "1, rue du Test");
        backend.stores(tx -> {
            for (int months = 1; months <= 2; months++) {
                var at = RunningBackend.NINE_OCLOCK.minus(Duration.ofDays(30L * months));
                tx.events().add(id(1), new Event.LetterGenerated(at, "l" + months, "G-L" + months, "M. D."));
                tx.events()
                        .add(
                                id(1),
                                new Event.LetterVoided(
                                        at.plusSeconds(60), "l" + months, VoidReason.NOT_WANTED, "M. D."));
            }
            tx.events()
                    .add(
                            id(2),
                            new Event.RegisterChanged(
                                    RunningBackend.NINE_OCLOCK.minus(Duration.ofDays(40)),
                                    Set.of(RegisterField.ADDRESS)));
        });
        BatchDue due = officer.get("/v1/batches").as(BatchDue.class);
        assertThat(due.toGenerate()).isEqualTo(2);
        assertThat(due.leftOut()).containsExactly(new LeftOutCount(LeftOutReason.WANTS_APPROVAL, 1));
    }

    @Test
    void of_whom_an_approval_is_asked_already_or_who_has_had_too_many_letters_is_not_counted_among_those_to_generate() {
        backend.close();
        backend = RunningBackend.again(
                folder, Map.of("limits.letters-agent-day", "1", "approval.letters", "0", "letters.cap", "2"));
        officer = backend.as(Role.LETTER_OFFICER);
        asked(4, "0, rue du Test");
        backend.stores(tx -> {
            for (int hours = 3; hours <= 4; hours++) {
                var at = RunningBackend.NINE_OCLOCK.minus(Duration.ofHours(hours));
                tx.events().add(id(3), new Event.LetterGenerated(at, "l" + hours, "G-L" + hours, "M. D."));
                tx.events()
                        .add(
                                id(3),
                                new Event.LetterVoided(
                                        at.plusSeconds(60), "l" + hours, VoidReason.NOT_WANTED, "M. D."));
            }
        });
        Caller agent = backend.as(Role.AGENT);
        assertThat(ask(agent, id(1)).status()).isEqualTo(201);
        assertThat(ask(agent, id(2)).status()).as("above the day's letters").isEqualTo(202);
        BatchDue due = officer.get("/v1/batches").as(BatchDue.class);
        assertThat(due.toGenerate()).isEqualTo(1);
        assertThat(due.leftOut())
                .containsExactly(
                        new LeftOutCount(LeftOutReason.LETTERS_OF_PERSON, 1),
                        new LeftOutCount(LeftOutReason.WANTS_APPROVAL, 1));

        generated(begun());
        assertThat(officer.get("/v1/batches").as(BatchDue.class).leftOut())
                .as("while one runs, no histories are read")
                .isEmpty();
    }

    private static Caller.Answered ask(Caller agent, String person) {
        // they have all the same name
        String seen = "{\"method\":\"DOCUMENT_SEEN\",\"birthDate\":\"1944-03-12\"}";
        assertThat(Steps.act(agent, person, "verifications", seen).status()).isEqualTo(200);
        return Steps.generate(agent, person, Steps.open(agent, person).etag(), Steps.key());
    }
}
