package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.ReadLetterDesk.DeskLetter;
import eu.guichet.backend.store.LetterDeskLists.Cursor;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.Role;
import eu.guichet.process.LetterReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@OnBothStores
class LetterDeskTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final LetterPatch.Postal POSTED = new LetterPatch.Posted("RR473124829BE", TODAY);
    private static final LetterRequest FOR_THE_LETTER_DESK = new LetterRequest(null, null, PrintPlace.LETTER_DESK);
    private static final Principal ELSEWHERE = new Principal("o2", "R. S.", Role.LETTER_OFFICER, OfficeCode.ISP);

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.accessRequested();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private ReadLetterDesk letterDesk() {
        return new ReadLetterDesk(counter.desk);
    }

    private List<String> list(Principal who, LetterDeskStage stage) {
        return letterDesk().page(who, stage, null).letters().stream()
                .map(found -> found.letter().reference())
                .toList();
    }

    /** The one list on which the letter stands, which the counts and a scan must agree with. */
    private @Nullable LetterDeskStage stage(StoredLetter letter) {
        List<LetterDeskStage> on = Arrays.stream(LetterDeskStage.values())
                .filter(stage -> list(Counter.OFFICER, stage).contains(letter.reference()))
                .toList();
        assertThat(on).hasSizeLessThanOrEqualTo(1);
        LetterDeskStage stage = on.isEmpty() ? null : on.getFirst();
        LetterDeskCounts counts = letterDesk().counts(Counter.OFFICER);
        for (LetterDeskStage each : LetterDeskStage.values()) {
            assertThat(counts.of(each)).as(each.key()).isEqualTo(each == stage ? 1 : 0);
        }
        assertThat(scan(letter.reference()).stage()).isEqualTo(stage);
        return stage;
    }

    private DeskLetter scan(String text) {
        return letterDesk().scan(Counter.OFFICER, text);
    }

    private Refusal refused(Runnable act) {
        return catchThrowableOfType(Refusal.class, act::run);
    }

    @Test
    void a_letter_passes_from_list_to_list_until_it_is_received() {
        StoredLetter letter = counter.generate(FOR_THE_LETTER_DESK);
        assertThat(stage(letter)).isEqualTo(LetterDeskStage.TO_PRINT);
        String claim = counter.claim(Counter.OFFICER, letter).claim();
        assertThat(stage(letter)).as("being printed").isEqualTo(LetterDeskStage.TO_PRINT);
        counter.prints().printed(Counter.OFFICER, letter.id(), claim);
        assertThat(stage(letter)).isEqualTo(LetterDeskStage.TO_POST);
        counter.record(letter, POSTED);
        assertThat(stage(letter)).isEqualTo(LetterDeskStage.ON_THE_WAY);
        LetterDeskCounts counts = letterDesk().counts(Counter.OFFICER);
        assertThat(counts.printedToday()).isEqualTo(1);
        assertThat(counts.postedToday()).isEqualTo(1);
        assertThat(counts.day()).isEqualTo(TODAY);
        counter.record(letter, new LetterPatch.Received(TODAY));
        assertThat(stage(letter)).isNull();
    }

    @Test
    void a_letter_for_a_desk_of_which_nothing_is_told_for_a_quarter_of_an_hour_appears_on_the_list_to_print() {
        StoredLetter letter = counter.generate();
        assertThat(stage(letter)).isNull();
        counter.pass(Duration.ofMinutes(10));
        counter.claim(Counter.AGENT, letter);
        counter.pass(Duration.ofMinutes(14));
        assertThat(stage(letter)).as("still at the printer").isNull();
        counter.pass(Duration.ofMinutes(1));
        assertThat(stage(letter)).isEqualTo(LetterDeskStage.TO_PRINT);
    }

    @Test
    void a_letter_that_was_never_even_claimed_appears_there_as_well() {
        StoredLetter letter = counter.generate();
        counter.pass(Duration.ofMinutes(15));
        assertThat(stage(letter)).isEqualTo(LetterDeskStage.TO_PRINT);
    }

    @Test
    void a_letter_is_overdue_on_the_day_on_which_the_post_sends_it_back() {
        StoredLetter letter = counter.generate();
        counter.codeOf(letter);
        counter.record(letter, POSTED);
        counter.pass(Duration.ofDays(15));
        assertThat(stage(letter)).isEqualTo(LetterDeskStage.ON_THE_WAY);
        counter.pass(Duration.ofDays(1));
        assertThat(stage(letter)).isEqualTo(LetterDeskStage.OVERDUE);
    }

    @Test
    void a_returned_letter_waits_for_somebody_until_a_newer_one_is_generated() {
        StoredLetter letter = counter.generate();
        counter.codeOf(letter);
        counter.record(letter, POSTED, new LetterPatch.Returned(TODAY, ReturnReason.UNCLAIMED));
        assertThat(stage(letter)).isEqualTo(LetterDeskStage.RETURNED);
        counter.generate();
        assertThat(stage(letter)).isNull();
    }

    @Test
    void nothing_is_left_to_do_about_the_returned_letter_of_somebody_who_has_died() {
        StoredLetter letter = counter.generate();
        counter.codeOf(letter);
        counter.record(letter, POSTED, new LetterPatch.Returned(TODAY, ReturnReason.DECEASED));
        assertThat(stage(letter)).isNull();
        assertThat(letterDesk().counts(Counter.OFFICER).returned()).isZero();
    }

    @Test
    void each_office_has_its_own_letters_and_the_letter_of_another_is_not_shown() {
        StoredLetter letter = counter.generate(FOR_THE_LETTER_DESK);
        assertThat(letterDesk().counts(ELSEWHERE).toPrint()).isZero();
        assertThat(list(ELSEWHERE, LetterDeskStage.TO_PRINT)).isEmpty();
        Refusal refusal = refused(() -> letterDesk().scan(ELSEWHERE, letter.reference()));
        assertThat(refusal.type()).isEqualTo(ProblemType.NOT_ALLOWED);
        assertThat(refusal.why()).isEqualTo("letter-of-another-office");
    }

    @Test
    void many_letters_come_in_pages_oldest_first_and_none_twice() {
        List<String> references = new ArrayList<>();
        Random random = new Random(3);
        counter.database.execute(tx -> {
            for (int i = 0; i < 120; i++) {
                String id = "m" + i;
                tx.pensioners().add(Stores.somebody(id));
                String reference = LetterReference.draw(random).value();
                tx.letters()
                        .add(StoredLetter.ordered(
                                id,
                                id,
                                LetterKind.CODE,
                                reference,
                                OfficeCode.LUX,
                                PrintPlace.LETTER_DESK,
                                new StoredLetter.Person("a1", "M. D."),
                                // three at a time in one instant
                                counter.now.minusSeconds(3600 - i / 3),
                                null));
                references.add(reference);
            }
        });
        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        Cursor next = null;
        do {
            ReadLetterDesk.Page page = letterDesk().page(Counter.OFFICER, LetterDeskStage.TO_PRINT, next);
            page.letters().forEach(found -> seen.add(found.letter().reference()));
            sizes.add(page.letters().size());
            next = page.next();
        } while (next != null);
        assertThat(sizes).containsExactly(50, 50, 20);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(references);
        assertThat(seen.subList(0, 3)).containsExactlyInAnyOrderElementsOf(references.subList(0, 3));
        assertThat(letterDesk().counts(Counter.OFFICER).toPrint()).isEqualTo(120);
    }

    @Test
    void a_posting_list_has_the_letters_of_the_day_in_the_order_in_which_they_were_scanned() {
        List<StoredLetter> letters = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            StoredLetter letter = counter.generate();
            counter.codeOf(letter);
            letters.addFirst(letter);
            counter.pass(Duration.ofMinutes(1));
        }
        counter.record(letters.get(0), new LetterPatch.Posted("RR123456785BE", TODAY));
        counter.postTells(letters.get(1), new LetterPatch.Posted("RR473124829BE", TODAY));
        assertThat(letterDesk().posted(Counter.OFFICER, TODAY))
                .extracting(found -> found.letter().itemNumber())
                .containsExactly("RR123456785BE", "RR473124829BE");
        assertThat(letterDesk().posted(Counter.OFFICER, TODAY.minusDays(1))).isEmpty();
        new CorrectLetter(counter.desk).correct(Counter.OFFICER, letters.get(0).id(), "wrong envelope", "key one");
        counter.record(letters.get(0), new LetterPatch.Posted("RR123456785BE", TODAY));
        assertThat(letterDesk().posted(Counter.OFFICER, TODAY))
                .as("what was scanned anew comes last")
                .extracting(found -> found.letter().itemNumber())
                .containsExactly("RR473124829BE", "RR123456785BE");
    }

    @Test
    void a_letter_is_found_by_its_reference_or_its_label_on_whatever_layout_the_scanner_types() {
        StoredLetter letter = counter.generate();
        counter.codeOf(letter);
        counter.record(letter, POSTED);
        for (String text : List.of(
                letter.reference(), letter.reference().replace("-", "").toLowerCase(Locale.ROOT), "RR'è\"&é'_éçBE")) {
            assertThat(scan(text).letter().id()).isEqualTo(letter.id());
        }
    }

    @Test
    void a_scan_that_cannot_be_read_or_belongs_to_no_letter_says_so() {
        assertThat(refused(() -> scan("RR473124828BE")).why()).isEqualTo("unreadable-scan");
        assertThat(refused(() -> scan("RR473124829BE")).why()).isEqualTo("unknown-scan");
    }

    @Test
    void a_code_that_was_scanned_is_refused_and_stands_in_no_log_and_no_audit_row() {
        StoredLetter letter = counter.generate();
        String code = counter.codeOf(letter);
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level level = root.getLevel();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
        try {
            assertThat(refused(() -> scan(code)).why()).isEqualTo("code-scanned");
        } finally {
            root.setLevel(level);
            root.detachAppender(log);
        }
        assertThat(log.list).isNotEmpty();
        String bare = code.replace("-", "");
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
                .noneMatch(line -> line.contains(code) || line.contains(bare));
        assertThat(counter.audit().toString()).doesNotContain(code, bare);
    }

    @Test
    void every_look_at_people_on_the_letter_desk_leaves_an_audit_row_and_the_counts_leave_none() {
        StoredLetter letter = counter.generate(FOR_THE_LETTER_DESK);
        letterDesk().counts(Counter.OFFICER);
        letterDesk().page(Counter.OFFICER, LetterDeskStage.TO_PRINT, null);
        scan(letter.reference());
        letterDesk().posted(Counter.OFFICER, TODAY);
        assertThat(counter.audit())
                .extracting(row -> row.act() + " " + row.outcome())
                .startsWith(
                        "posting-list-read 2026-03-02, 0 letters",
                        "letter-scanned found " + letter.reference(),
                        "letter-desk-read to-print, 1 rows",
                        "letter-generated generated " + letter.reference());
    }
}
