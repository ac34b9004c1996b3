package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class ReportsTest {
    @TempDir
    Path folder;

    private Counter counter;
    private String number = "";

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        number = counter.pensioner().pensionNumber();
    }

    @AfterEach
    void close() {
        counter.close();
    }

    @Test
    void another_event_under_a_known_id_is_refused_and_not_swallowed() {
        counter.phoneAdded();
        counter.report(new ProcessEvent.PhoneConfirmed("17", number, counter.now));
        int events = counter.events();

        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> counter.report(new ProcessEvent.AccessRequested("17", number, counter.now)));

        assertThat(refusal.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED);
        assertThat(counter.events()).isEqualTo(events);
    }

    @Test
    void two_senders_may_use_the_same_event_id() {
        counter.phoneAdded();
        counter.report(new ProcessEvent.PhoneConfirmed("17", number, counter.now));
        Principal rcam = new Principal("rcam", "RCAM", Role.PROCESS, OfficeCode.LUX);

        ProcessAnswer answer = new ReportEvent(counter.desk, ReportEvent.FirstMessages.FROM_HERE)
                .report(rcam, new ProcessEvent.AccessRequested("17", number, counter.now));

        assertThat(answer).isEqualTo(ProcessAnswer.RECORDED);
    }

    @Test
    void what_eu_login_itself_has_sent_is_on_file_and_is_not_sent_again_from_here() {
        counter.happened(new Event.AccountRequested(counter.now.minus(Duration.ofMinutes(5))));
        ProcessEvent sent =
                new ProcessEvent.MessageSent("e1", number, counter.now, "mail-4711", MessageKind.ACTIVATION_EMAIL);

        assertThat(counter.report(sent)).isEqualTo(ProcessAnswer.RECORDED);
        assertThat(counter.report(new ProcessEvent.MessageSent(
                        "e2", number, counter.now, "mail-4711", MessageKind.ACTIVATION_EMAIL)))
                .isEqualTo(ProcessAnswer.ALREADY_KNOWN);

        assertThat(messages()).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(MessageKind.ACTIVATION_EMAIL);
            assertThat(message.status()).isEqualTo(MessageStatus.SENT);
        });
        assertThat(counter.database.<List<?>>write(tx -> tx.messages().lease(counter.now, Duration.ofMinutes(1), 10)))
                .isEmpty();
    }

    @Test
    void what_became_of_it_is_reported_under_eu_logins_own_id() {
        counter.happened(new Event.AccountRequested(counter.now.minus(Duration.ofMinutes(5))));
        counter.report(
                new ProcessEvent.MessageSent("e1", number, counter.now, "mail-4711", MessageKind.ACTIVATION_EMAIL));

        counter.report(
                new ProcessEvent.MessageReported("e2", number, counter.now, "mail-4711", MessageStatus.DELIVERED));

        assertThat(messages()).extracting(StoredMessage::status).containsExactly(MessageStatus.DELIVERED);
    }

    @Test
    void nothing_is_reported_from_before_what_it_presupposes() {
        counter.phoneAdded();
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> counter.report(
                        new ProcessEvent.PhoneConfirmed("e1", number, Instant.parse("2001-01-01T00:00:00Z"))));
        assertThat(refusal.faults()).containsExactly(new Refusal.Fault("occurredAt", "before-its-cause"));
        assertThat(counter.report(new ProcessEvent.PhoneConfirmed("e2", number, counter.now)))
                .isEqualTo(ProcessAnswer.RECORDED);
    }

    @Test
    void a_report_about_nobody_is_on_record_without_the_number_that_was_tried() {
        Refusal refusal = catchThrowableOfType(
                Refusal.class, () -> counter.report(new ProcessEvent.PhoneConfirmed("e1", "99999999", counter.now)));
        assertThat(refusal.faults()).containsExactly(new Refusal.Fault("pensionNumber", "unknown-person"));
        assertThat(counter.audit()).first().satisfies(row -> {
            assertThat(row.outcome()).isEqualTo("unknown person");
            assertThat(row.toString()).doesNotContain("99999999");
        });
    }

    @Test
    void what_the_sender_calls_an_event_is_found_by_its_hash_and_is_not_written_down() {
        counter.phoneAdded();
        counter.report(new ProcessEvent.PhoneConfirmed("DDMW-D3P6-8J8T-XAYW", number, counter.now));
        assertThat(counter.audit()).first().satisfies(row -> {
            assertThat(row.reason()).startsWith("event ");
            assertThat(row.toString()).doesNotContain("DDMW");
        });
    }

    private List<StoredMessage> messages() {
        return counter.database.read(tx -> tx.messages().of(Counter.HER));
    }
}
