package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredReview;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ReviewWhy;
import eu.guichet.contract.Role;
import eu.guichet.contract.VerificationMethod;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class DrawSamplesTest {
    private static final ZoneId LUXEMBOURG = ZoneId.of("Europe/Luxembourg");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    private Counter counter;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private void on(LocalDate day, int hour, int minute) {
        counter.now = at(day, hour, minute);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(LUXEMBOURG).toInstant();
    }

    private void did(AuditAct act, Instant at, Role role, OfficeCode office, boolean effective, int times) {
        counter.database.execute(tx -> {
            for (int i = 0; i < times; i++) {
                tx.audit()
                        .add(new AuditRow(
                                at, "a1", "M. D.", role, office, act, Counter.HER, null, "call", "sent", effective));
            }
        });
    }

    private void letters(LocalDate day, int times) {
        did(AuditAct.LETTER_GENERATED, at(day, 10, 0), Role.AGENT, OfficeCode.LUX, true, times);
    }

    private void draw() {
        assertThat(new DrawSamples(counter.desk, _ -> LUXEMBOURG, new SecureRandom()).round())
                .isFalse();
    }

    private List<StoredReview> laid() {
        return counter.database.read(tx -> tx.reviews().open(Set.of(OfficeCode.values()), "nobody", 1000));
    }

    private Set<Long> numbers() {
        return laid().stream().map(review -> review.act().sequence()).collect(Collectors.toSet());
    }

    @Test
    void two_per_cent_of_a_day_s_letters_and_resends_are_drawn_on_the_next_day_and_once() {
        letters(MONDAY, 100);
        did(AuditAct.MESSAGE_SENT, at(MONDAY, 23, 59), Role.AGENT, OfficeCode.LUX, true, 50);
        on(MONDAY, 23, 59);
        draw();
        assertThat(laid()).isEmpty();

        on(MONDAY.plusDays(1), 0, 15);
        draw();
        assertThat(laid()).hasSize(3).allSatisfy(review -> {
            assertThat(review.why()).isEqualTo(ReviewWhy.SAMPLE);
            assertThat(review.judged()).isNull();
        });
        Set<Long> first = numbers();
        draw();
        on(MONDAY.plusDays(1), 17, 0);
        draw();
        assertThat(numbers()).isEqualTo(first);
        assertThat(counter.audit())
                .filteredOn(row -> row.act().equals("sample-drawn"))
                .extracting(AuditEntry::outcome)
                .containsExactly("3 of 150 on 2026-03-02");
    }

    @Test
    void one_is_drawn_where_there_was_one_at_all_and_none_where_there_was_none_or_the_policy_wants_none() {
        letters(MONDAY, 1);
        on(MONDAY.plusDays(1), 8, 0);
        draw();
        assertThat(laid()).hasSize(1);

        on(MONDAY.plusDays(2), 8, 0);
        draw();
        assertThat(laid()).hasSize(1);

        counter.decided("samples.percent", "0");
        letters(MONDAY.plusDays(2), 100);
        on(MONDAY.plusDays(3), 8, 0);
        draw();
        assertThat(laid()).hasSize(1);
    }

    @Test
    void what_was_refused_or_was_the_program_s_or_something_else_is_not_drawn() {
        did(AuditAct.LETTER_GENERATED, at(MONDAY, 10, 0), Role.AGENT, OfficeCode.LUX, false, 5);
        did(AuditAct.MESSAGE_SENT, at(MONDAY, 10, 0), Role.PROCESS, OfficeCode.LUX, true, 5);
        did(AuditAct.FROZEN, at(MONDAY, 10, 0), Role.AGENT, OfficeCode.LUX, true, 5);
        on(MONDAY.plusDays(1), 8, 0);
        draw();
        assertThat(laid()).isEmpty();
    }

    @Test
    void a_clock_that_was_a_day_ahead_keeps_no_office_from_its_sample() {
        letters(MONDAY, 1);
        on(MONDAY.plusDays(3), 8, 0);
        draw();
        int before = laid().size();
        on(MONDAY.plusDays(1), 8, 0);
        draw();
        assertThat(laid()).hasSize(before);
    }

    @Test
    void each_office_has_its_own_sample() {
        letters(MONDAY, 60);
        did(AuditAct.LETTER_GENERATED, at(MONDAY, 10, 0), Role.AGENT, OfficeCode.BRU, true, 10);
        on(MONDAY.plusDays(1), 8, 0);
        draw();
        assertThat(laid())
                .extracting(review -> review.act().office())
                .containsExactlyInAnyOrder(OfficeCode.LUX, OfficeCode.LUX, OfficeCode.BRU);
    }

    @Test
    void a_day_on_which_no_program_ran_is_made_up_for_within_a_week() {
        on(MONDAY, 8, 0);
        draw();
        for (int day = 0; day < 9; day++) {
            letters(MONDAY.plusDays(day), 1);
        }
        on(MONDAY.plusDays(9), 8, 0);
        draw();
        assertThat(laid())
                .extracting(review -> review.act().at().atZone(LUXEMBOURG).toLocalDate())
                .containsExactlyElementsOf(
                        MONDAY.plusDays(2).datesUntil(MONDAY.plusDays(9)).toList());
    }

    @Test
    void nobody_knows_beforehand_which() {
        Set<Long> places = new HashSet<>();
        for (int day = 0; day < 12; day++) {
            letters(MONDAY.plusDays(day), 40);
            on(MONDAY.plusDays(day + 1L), 8, 0);
            draw();
        }
        numbers().forEach(number -> places.add(number % 40));
        // twelve times the same one of forty by chance: 40 to the power of minus 11
        assertThat(places).hasSizeGreaterThan(1);
    }

    @Test
    void it_says_how_she_was_identified_before_and_why_the_file_was_open() {
        counter.accessRequested();
        on(MONDAY, 10, 0);
        var _ = counter.generate();
        on(MONDAY.plusDays(1), 8, 0);
        draw();
        assertThat(laid()).singleElement().satisfies(review -> {
            assertThat(review.verification()).isEqualTo(VerificationMethod.DOCUMENT_SEEN);
            assertThat(review.act().reason()).isEqualTo("counter");
            assertThat(review.act().outcome()).startsWith("generated ");
        });
    }

    @Test
    void two_nodes_that_draw_at_once_draw_once() throws InterruptedException {
        letters(MONDAY, 200);
        on(MONDAY.plusDays(1), 8, 0);
        List<Thread> nodes = List.of(
                Thread.ofVirtual().unstarted(this::draw), Thread.ofVirtual().unstarted(this::draw));
        nodes.forEach(Thread::start);
        for (Thread node : nodes) {
            assertThat(node.join(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(laid()).hasSize(4);
    }
}
