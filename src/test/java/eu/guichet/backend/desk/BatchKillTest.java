package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.store.BatchItem;
import eu.guichet.backend.store.BatchLease;
import eu.guichet.backend.store.Batches.Beginning;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoreUnavailableException;
import eu.guichet.backend.store.StoredBatch;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.LeftOutReason;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that dies in the middle of a batch: another goes on, and nothing is lost or doubled. */
@OnBothStores
class BatchKillTest {
    private static final Duration LEASE = Duration.ofSeconds(20);
    private static final int PEOPLE = 6;

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.database.execute(tx -> {
            for (int i = 0; i < PEOPLE; i++) {
                tx.pensioners().add(somebody(i));
                tx.events().add(id(i), new Event.AccountRequested(counter.now.minus(Duration.ofHours(2))));
                tx.events().add(id(i), new Event.PasswordSet(counter.now.minus(Duration.ofHours(1))));
                tx.events().add(id(i), new Event.PhoneAdded(counter.now.minus(Duration.ofMinutes(9))));
                tx.events().add(id(i), new Event.PhoneConfirmed(counter.now.minus(Duration.ofMinutes(8))));
                tx.events().add(id(i), new Event.AccessRequested(counter.now.minus(Duration.ofMinutes(7))));
            }
        });
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private static String id(int number) {
        return "person-" + number;
    }

    private static Pensioner somebody(int number) {
        Pensioner one = Stores.somebody(id(number));
        return new Pensioner(
                one.id(),
                String.valueOf(70_030_000 + number),
                one.lastName(),
                one.firstName(),
                LocalDate.of(1944, 3, 12),
                OfficeCode.LUX,
                one.languages(),
                one.address(),
                null,
                null,
                0);
    }

    private StoredBatch begun() {
        StoredBatch batch = StoredBatch.started(
                "batch-000000001",
                OfficeCode.LUX,
                PrintingBy.DESK,
                new StoredLetter.Person("o1", "P. L."),
                Role.LETTER_OFFICER,
                counter.now);
        List<Beginning> items = IntStream.range(0, PEOPLE)
                .mapToObj(i -> new Beginning(id(i), null, true))
                .toList();
        counter.database.execute(tx -> tx.batches().add(batch, items));
        return batch;
    }

    private BatchLetters letters(Predicate<Pensioner> window) {
        return new BatchLetters(counter.desk, new GenerateLetter(counter.desk, new SecureRandom(), window));
    }

    private List<BatchLease> leased() {
        return counter.database.writeBeside(tx -> tx.batches().lease(counter.now, LEASE, 1));
    }

    private void goOn(BatchLetters letters, BatchLease lease) {
        for (Optional<BatchItem> next = letters.next(lease); next.isPresent(); next = letters.next(lease)) {
            letters.make(lease, next.get());
        }
        letters.giveBack(lease, true);
    }

    private List<BatchItem.State> states(StoredBatch batch) {
        return counter.database.read(tx -> tx.batches().items(batch.id())).stream()
                .map(BatchItem::state)
                .toList();
    }

    private int letters(int person) {
        return counter.database.read(tx -> tx.letters().of(id(person))).size();
    }

    @Test
    void a_node_that_dies_within_a_letter_is_followed_by_another_and_no_letter_is_lost_or_doubled() {
        StoredBatch batch = begun();
        List<String> tried = new ArrayList<>();
        BatchLetters dying = letters(person -> {
            tried.add(person.id());
            if (tried.size() == 4) {
                throw new StoreUnavailableException("as when the process is killed within the transaction", null);
            }
            return true;
        });
        BatchLease held = leased().getFirst();
        assertThatThrownBy(() -> goOn(dying, held)).isInstanceOf(StoreUnavailableException.class);
        counter.restart();
        assertThat(states(batch))
                .startsWith(BatchItem.State.READY, BatchItem.State.READY, BatchItem.State.READY)
                .endsWith(BatchItem.State.TO_DO, BatchItem.State.TO_DO, BatchItem.State.TO_DO);
        assertThat(leased()).as("it may live yet").isEmpty();
        counter.pass(LEASE);
        goOn(letters(_ -> true), leased().getFirst());
        assertThat(states(batch)).containsOnly(BatchItem.State.READY);
        for (int person = 0; person < PEOPLE; person++) {
            assertThat(letters(person)).as("letters of %s", person).isEqualTo(1);
        }
    }

    @Test
    void a_node_that_was_only_slow_generates_nothing_that_another_has_done_meanwhile() {
        StoredBatch batch = begun();
        BatchLetters letters = letters(_ -> true);
        BatchLease slow = leased().getFirst();
        BatchItem itsOwn = letters.next(slow).orElseThrow();
        counter.pass(LEASE);
        goOn(letters, leased().getFirst());
        letters.make(slow, itsOwn);
        assertThat(states(batch)).containsOnly(BatchItem.State.READY);
        assertThat(letters(0)).isEqualTo(1);
    }

    @Test
    void whose_address_does_not_fit_or_who_has_a_letter_by_now_is_left_out_with_the_reason() {
        StoredBatch batch = begun();
        counter.database.execute(tx -> {
            tx.events()
                    .add(
                            id(1),
                            new Event.LetterGenerated(
                                    counter.now,
                                    "other",
                                    "G-7KQ4-93VX",
                                    "M. D.",
                                    null,
                                    counter.policy.letters().terms()));
        });
        goOn(letters(person -> !person.id().equals(id(2))), leased().getFirst());
        List<BatchItem> items = counter.database.read(tx -> tx.batches().items(batch.id()));
        assertThat(items.get(1).reason()).isEqualTo(LeftOutReason.NO_LONGER_DUE);
        assertThat(items.get(2).reason()).isEqualTo(LeftOutReason.ADDRESS_DOES_NOT_FIT);
        assertThat(items.get(3).state()).isEqualTo(BatchItem.State.READY);
    }

    @Test
    void the_office_s_letters_of_a_day_end_a_batch_early_and_the_agent_s_own_do_not() {
        counter.decided("limits.letters-agent-day", "1");
        counter.decided("limits.letters-office-day", "4");
        StoredBatch batch = begun();
        goOn(letters(_ -> true), leased().getFirst());
        List<BatchItem> items = counter.database.read(tx -> tx.batches().items(batch.id()));
        assertThat(items.subList(0, 4)).allMatch(item -> item.state() == BatchItem.State.READY);
        assertThat(items.subList(4, PEOPLE)).allMatch(item -> item.reason() == LeftOutReason.LETTERS_OF_OFFICE);
    }
}
