package eu.guichet.backend.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.BulkJournal;
import eu.guichet.backend.store.BatchItem;
import eu.guichet.backend.store.Batches;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredBatch;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next letters of a batch, for whichever desk asks for them. */
@OnBothStores
class BatchDocumentTest {
    /** More than one desk takes side by side. */
    private static final int LETTERS = 12;

    private static final String BATCH = "b0000000-0000-4000-8000-000000000000";
    private static final Principal COLLEAGUE = new Principal("o2", "J. V.", Role.LETTER_OFFICER, OfficeCode.LUX);

    @TempDir
    Path folder;

    private final RandomGenerator random = new SecureRandom();
    private Counter counter;
    private Runnable whileTheFirstCodeIsDrawn = () -> {};
    private boolean printable = true;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.database.execute(tx -> {
            try (BulkJournal bulk = new BulkJournal(tx, counter.policy, counter.now)) {
                IntStream.range(0, LETTERS)
                        .forEach(
                                i -> bulk.add(Stores.somebody(person(i)), generated(i), List.of(), List.of(letter(i))));
            }
            tx.batches()
                    .add(
                            StoredBatch.started(
                                    BATCH,
                                    OfficeCode.LUX,
                                    PrintingBy.DESK,
                                    new StoredLetter.Person("o1", "P. L."),
                                    Role.LETTER_OFFICER,
                                    counter.now),
                            IntStream.range(0, LETTERS)
                                    .mapToObj(i -> new Batches.Beginning(person(i), "l" + i, false))
                                    .toList());
        });
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private static String person(int number) {
        return "of-batch-" + number;
    }

    private List<Event> generated(int number) {
        Instant day = counter.now.minus(Duration.ofDays(1));
        return List.of(
                new Event.AccountRequested(day),
                new Event.PasswordSet(day.plusSeconds(600)),
                new Event.PhoneAdded(day.plusSeconds(1200)),
                new Event.PhoneConfirmed(day.plusSeconds(1300)),
                new Event.AccessRequested(day.plusSeconds(1500)),
                new Event.LetterGenerated(day.plusSeconds(1600), "l" + number, "G-" + number, "P. L."));
    }

    private StoredLetter letter(int number) {
        return StoredLetter.ordered(
                "l" + number,
                person(number),
                LetterKind.CODE,
                "G-" + number,
                OfficeCode.LUX,
                PrintPlace.DESK,
                new StoredLetter.Person("o1", "P. L."),
                counter.now.minus(Duration.ofDays(1)).plusSeconds(1600),
                null);
    }

    private Optional<BatchDocument.Part> next(Principal who) {
        AtomicBoolean first = new AtomicBoolean(true);
        RandomGenerator drawn = () -> {
            if (first.getAndSet(false)) {
                whileTheFirstCodeIsDrawn.run();
            }
            return random.nextLong();
        };
        ClaimLetter.Paper paper = (_, _, _, _) -> "letter".getBytes(UTF_8);
        return new BatchDocument(
                        counter.desk,
                        new ClaimLetter(counter.desk, paper, ClaimLetter.Tray.NONE, drawn),
                        paper,
                        (pages, _, _) -> new BatchDocument.Made(
                                "letters".getBytes(UTF_8),
                                printable
                                        ? Set.of()
                                        : Set.copyOf(IntStream.range(0, pages.size())
                                                .boxed()
                                                .toList())),
                        ClaimLetter.Tray.NONE,
                        drawn)
                .next(who, BATCH, LETTERS, Locale.FRENCH);
    }

    private List<String> outcomes() {
        return counter.audit().stream()
                .filter(row -> row.act().equals("letter-claimed"))
                .map(AuditEntry::outcome)
                .toList();
    }

    @Test
    void of_a_letter_for_which_a_colleague_was_quicker_the_trail_has_the_colleagues_row_alone() {
        whileTheFirstCodeIsDrawn = () -> {
            whileTheFirstCodeIsDrawn = () -> {};
            assertThat(next(COLLEAGUE)).isPresent();
        };
        assertThat(next(Counter.OFFICER)).isPresent();
        assertThat(next(Counter.OFFICER)).as("none is left").isEmpty();
        assertThat(outcomes())
                .hasSize(LETTERS)
                .allSatisfy(outcome -> assertThat(outcome).startsWith("claimed G-"))
                .doesNotHaveDuplicates();
    }

    @Test
    void where_no_page_can_be_made_there_is_no_document_and_nothing_to_be_told_of_it() {
        printable = false;
        assertThat(next(Counter.OFFICER)).isEmpty();
        List<BatchItem> items = counter.database.read(tx -> tx.batches().items(BATCH));
        assertThat(items).allSatisfy(item -> assertThat(item.state().over()).isTrue());
    }
}
