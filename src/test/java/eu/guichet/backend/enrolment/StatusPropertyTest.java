package eu.guichet.backend.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.Alert;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ReturnReason;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import eu.guichet.process.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** What is kept beside the history says the same as the history. */
class StatusPropertyTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Policy POLICY = Policy.standard();

    private static @Nullable Store store;

    private record Store(Path folder, Database database) {}

    private Instant now = START;
    private final InstantSource clock = () -> now;
    private final EnrolmentJournal journal = new EnrolmentJournal(POLICY, clock, new LiveHub(clock));
    private final Database database = Objects.requireNonNull(store).database();
    private final StatusUpkeep upkeep = new StatusUpkeep(database, journal, clock);

    /** One store for all tries, each of which has a person of its own: to open one takes longest. */
    @BeforeContainer
    static void open() throws IOException {
        Path folder = Files.createTempDirectory("guichet-status");
        store = new Store(folder, Stores.open(folder));
    }

    @AfterContainer
    static void close() throws IOException {
        Store opened = Objects.requireNonNull(store);
        opened.database().close();
        try (var files = Files.walk(opened.folder())) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(StatusPropertyTest::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Something that is reported.
     *
     * @param seconds since the last report
     * @param late how many seconds ago it occurred by then
     */
    record Report(long seconds, long late, int what) {}

    @Property(tries = 150)
    void whatever_was_reported_and_however_long_ago_the_row_says_what_the_history_says(
            @ForAll("reports") List<Report> reports, @ForAll("pauses") long pause) {
        now = START;
        String her = UUID.randomUUID().toString();
        database.execute(tx -> {
            try (BulkJournal bulk = new BulkJournal(tx, POLICY, now)) {
                bulk.add(Stores.somebody(her), List.of(), List.of(), List.of());
            }
        });
        for (Report report : reports) {
            now = now.plusSeconds(report.seconds());
            Event event = event(now.minusSeconds(report.late()), report.what());
            database.execute(tx -> journal.append(tx, her, event));
            requireTrue(her);
        }
        now = now.plusSeconds(pause);
        while (upkeep.round()) {
            // to its end
        }
        requireTrue(her);
    }

    private void requireTrue(String her) {
        database.execute(tx -> {
            Pensioner person = tx.pensioners().find(her).orElseThrow();
            StatusDeriver deriver = new StatusDeriver(POLICY);
            History history = tx.events().history(her);
            EnrolmentStatus status = deriver.derive(person, person.version(), history, now);
            assertThat(tx.statuses().find(her)).contains(status);
            assertThat(tx.worklists().of(her))
                    .containsExactlyInAnyOrderElementsOf(
                            deriver.worklists(person, history, deriver.enrolment(person, history, now), status, null));
        });
    }

    private static Event event(Instant at, int what) {
        LocalDate day = at.atZone(ZoneOffset.UTC).toLocalDate();
        String letter = "l" + what % 2;
        return switch (what) {
            case 0 -> new Event.AccountRequested(at);
            case 1 -> new Event.MessageRequested(at, "m1", MessageKind.ACTIVATION_EMAIL, "M. D.");
            case 2 -> new Event.MessageProgressed(at, "m1", MessageStatus.DELIVERED);
            case 3 -> new Event.PasswordSet(at);
            case 4 -> new Event.PhoneAdded(at);
            case 5 -> new Event.PhoneConfirmed(at);
            case 6 -> new Event.SignInStarted(at);
            case 7 -> new Event.SignedIn(at);
            case 8 -> new Event.AccessRequested(at);
            case 9, 10 -> new Event.LetterGenerated(at, letter, "G-" + letter, "M. D.");
            case 11, 12 -> new Event.LetterPosted(at, letter, "RR473124829BE", day);
            case 13 -> new Event.LetterReceived(at, letter, day);
            case 14 -> new Event.LetterReturned(at, letter, day, ReturnReason.MOVED);
            case 15 -> new Event.Frozen(at, "M. D.");
            case 16 -> new Event.AlertLifted(at, Alert.FROZEN, "she rang again", "S. V.");
            case 17 -> new Event.HandedOver(at, "IM0042", "M. D.");
            default -> new Event.Confirmed(at, letter);
        };
    }

    @Provide
    Arbitrary<List<Report>> reports() {
        return Combinators.combine(
                        pauses(),
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(0L)),
                                Tuple.of(1, Arbitraries.longs().between(0, 7_200))),
                        Arbitraries.integers().between(0, 18))
                .as(Report::new)
                .list()
                .ofMaxSize(10);
    }

    /** Seconds, minutes or months. */
    @Provide
    Arbitrary<Long> pauses() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 90),
                Arbitraries.longs().between(60, 7_200),
                Arbitraries.longs().between(0, Duration.ofDays(250).toSeconds()));
    }
}
