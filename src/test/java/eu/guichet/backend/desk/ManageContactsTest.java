package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.process.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class ManageContactsTest {
    private static final Principal COLLEAGUE = new Principal("a2", "J. V.", Role.AGENT, OfficeCode.LUX);

    @TempDir
    Path folder;

    private Counter counter;
    private ManageContacts contacts;

    @BeforeEach
    void open() {
        counter = new Counter(folder);
        counter.phoneAdded();
        contacts = new ManageContacts(counter.desk);
    }

    private static String id(InContact within) {
        return Objects.requireNonNull(within.contactId());
    }

    @AfterEach
    void close() {
        counter.close();
    }

    private StoredContact opened(AccessReason reason) {
        return contacts.open(Counter.AGENT, Counter.HER, reason).contact();
    }

    private ProblemType resend(String key) {
        return resend(counter.here(), key);
    }

    private ProblemType resend(InContact within, String key) {
        return catchThrowableOfType(
                        Refusal.class, () -> new Resend(counter.desk).resend(within, MessageKind.CHALLENGE_SMS, key))
                .type();
    }

    private void verify(VerificationRequest request) {
        assertThat(counter.verifying().verify(counter.here(), request).match()).isTrue();
    }

    private void dataPoints() {
        verify(VerificationRequest.dataPoints("10P1", LocalDate.of(1944, 3, 12), "L-1234"));
    }

    private List<String> acts() {
        return counter.audit().stream().map(AuditEntry::act).toList();
    }

    private Optional<Event.ContactClosed> note() {
        return counter.database
                .read((Tx tx) -> tx.events().history(Counter.HER))
                .last(Event.ContactClosed.class);
    }

    @Test
    void opened_again_it_is_the_same_and_identity_has_to_be_verified_anew() {
        StoredContact first = opened(AccessReason.CALL);
        dataPoints();
        ManageContacts.Opened again = contacts.open(Counter.AGENT, Counter.HER, AccessReason.WORKLIST);
        assertThat(again.isNew()).isFalse();
        assertThat(again.contact().id()).isEqualTo(first.id());
        assertThat(again.contact().reason()).isEqualTo(AccessReason.WORKLIST);
        assertThat(resend("key")).isEqualTo(ProblemType.VERIFICATION_REQUIRED);
    }

    @Test
    void an_agent_has_no_more_open_than_the_policy_allows() {
        counter.database.execute(tx -> {
            tx.pensioners().add(Stores.somebody("p2"));
            tx.pensioners().add(Stores.somebody("p3"));
        });
        opened(AccessReason.COUNTER);
        contacts.open(Counter.AGENT, "p2", AccessReason.COUNTER);
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> contacts.open(Counter.AGENT, "p3", AccessReason.COUNTER));
        assertThat(refusal.type()).isEqualTo(ProblemType.TOO_MANY_CONTACTS);
        assertThat(contacts.open(COLLEAGUE, "p3", AccessReason.COUNTER).isNew()).isTrue();
        contacts.close(Counter.AGENT, id(counter.here()));
        assertThat(contacts.open(Counter.AGENT, "p3", AccessReason.COUNTER).isNew())
                .isTrue();
        assertThat(contacts.mine(Counter.AGENT))
                .extracting(StoredContact::pensionerId)
                .containsExactlyInAnyOrder("p2", "p3");
    }

    @Test
    void a_verification_ends_with_its_contact() {
        StoredContact first = opened(AccessReason.CALL);
        dataPoints();
        contacts.close(Counter.AGENT, first.id());
        assertThat(resend(new InContact(Counter.AGENT, Counter.HER, first.id()), "closed"))
                .isEqualTo(ProblemType.CONTACT_REQUIRED);
        opened(AccessReason.CALL);
        assertThat(resend("another")).isEqualTo(ProblemType.VERIFICATION_REQUIRED);
    }

    @Test
    void an_act_names_a_contact_of_its_own_agent_about_its_own_person() {
        counter.database.execute(tx -> tx.pensioners().add(Stores.somebody("p2")));
        StoredContact hers = opened(AccessReason.CALL);
        dataPoints();
        String aboutAnother =
                contacts.open(Counter.AGENT, "p2", AccessReason.CALL).contact().id();
        for (InContact within : List.of(
                new InContact(Counter.AGENT, Counter.HER, null),
                new InContact(Counter.AGENT, Counter.HER, "no-such-contact"),
                new InContact(Counter.AGENT, Counter.HER, aboutAnother),
                new InContact(COLLEAGUE, Counter.HER, hers.id()))) {
            assertThat(resend(within, "key")).as("%s", within).isEqualTo(ProblemType.CONTACT_REQUIRED);
        }
        for (Principal other : List.of(COLLEAGUE)) {
            assertThat(catchThrowableOfType(
                                    Refusal.class, () -> contacts.correct(other, hers.id(), AccessReason.COUNTER))
                            .type())
                    .isEqualTo(ProblemType.CONTACT_REQUIRED);
            assertThat(catchThrowableOfType(Refusal.class, () -> contacts.note(other, hers.id(), "hello"))
                            .type())
                    .isEqualTo(ProblemType.CONTACT_REQUIRED);
            assertThat(catchThrowableOfType(Refusal.class, () -> contacts.close(other, hers.id()))
                            .type())
                    .isEqualTo(ProblemType.CONTACT_REQUIRED);
        }
    }

    @Test
    void a_document_seen_no_longer_counts_once_she_was_on_the_telephone_after_all() {
        StoredContact contact = opened(AccessReason.COUNTER);
        counter.verified();
        contacts.correct(Counter.AGENT, contact.id(), AccessReason.CALL);
        assertThat(resend("key")).isEqualTo(ProblemType.VERIFICATION_REQUIRED);
        assertThat(counter.audit()).anySatisfy(row -> {
            assertThat(row.act()).isEqualTo(AuditAct.CONTACT_CHANGED.key());
            assertThat(row.reason()).isEqualTo("call");
            assertThat(row.outcome()).isEqualTo("was counter");
        });
    }

    @Test
    void data_that_were_compared_count_however_she_came() {
        StoredContact contact = opened(AccessReason.CALL);
        dataPoints();
        contacts.correct(Counter.AGENT, contact.id(), AccessReason.COUNTER);
        assertThat(new Resend(counter.desk)
                        .resend(counter.here(), MessageKind.CHALLENGE_SMS, "key")
                        .kind())
                .isEqualTo(MessageKind.CHALLENGE_SMS);
    }

    @Test
    void the_first_look_within_a_contact_is_recorded_and_the_file_read_again_is_the_same_look() {
        InContact within = counter.here(Counter.AGENT, AccessReason.CALL);
        ReadFile reading = new ReadFile(counter.desk);
        for (int i = 0; i < 5; i++) {
            assertThat(reading.<String>open(within, _ -> "file")).isEqualTo("file");
        }
        assertThat(acts()).containsExactly("file-read", "contact-opened");
        assertThat(counter.audit().getFirst().reason()).isEqualTo("call");
        assertThat(counter.audit()).extracting(AuditEntry::contactId).containsOnly(within.contactId());
        contacts.close(Counter.AGENT, id(within));
        assertThat(catchThrowableOfType(Refusal.class, () -> reading.<String>open(within, _ -> "file"))
                        .type())
                .isEqualTo(ProblemType.CONTACT_REQUIRED);
        assertThat(acts()).startsWith("file-read", "contact-closed");
    }

    @Test
    void closing_keeps_what_was_done_and_the_agents_own_line() {
        StoredContact contact = opened(AccessReason.CALL);
        dataPoints();
        new Resend(counter.desk).resend(counter.here(), MessageKind.CHALLENGE_SMS, "key");
        new Resend(counter.desk).resend(counter.here(), MessageKind.CHALLENGE_SMS, "key");
        resend("too soon");
        contacts.note(Counter.AGENT, contact.id(), "Rappelle vendredi.");
        counter.pass(Duration.ofMinutes(4));
        ManageContacts.Closed closed = contacts.close(Counter.AGENT, contact.id());
        assertThat(closed.acts()).containsExactly(AuditAct.VERIFICATION, AuditAct.MESSAGE_SENT);
        assertThat(note())
                .contains(new Event.ContactClosed(
                        counter.now,
                        contact.id(),
                        AccessReason.CALL,
                        contact.openedAt(),
                        closed.acts(),
                        "Rappelle vendredi.",
                        "M. D."));
        assertThat(contacts.close(Counter.AGENT, contact.id()).acts()).isEqualTo(closed.acts());
        assertThat(counter.database
                        .read((Tx tx) -> tx.events().history(Counter.HER))
                        .all(Event.ContactClosed.class))
                .hasSize(1);
    }

    @Test
    void a_contact_in_which_the_file_was_only_looked_at_leaves_the_history_as_it_was() {
        InContact within = counter.here(Counter.AGENT, AccessReason.CALL);
        new ReadFile(counter.desk).<String>open(within, _ -> "file");
        int events = counter.events();
        contacts.close(Counter.AGENT, id(within));
        assertThat(counter.events()).isEqualTo(events);
        assertThat(acts()).startsWith("contact-closed");
    }

    @Test
    void closing_and_correcting_a_contact_do_something_and_the_trail_knows_it_and_said_twice_they_do_nothing() {
        StoredContact contact = opened(AccessReason.CALL);
        contacts.correct(Counter.AGENT, contact.id(), AccessReason.CALL);
        assertThat(done(AuditAct.CONTACT_CHANGED)).isEmpty();
        contacts.correct(Counter.AGENT, contact.id(), AccessReason.COUNTER);
        assertThat(done(AuditAct.CONTACT_CHANGED)).contains(Counter.AGENT.id());
        assertThat(done(AuditAct.CONTACT_CLOSED)).isEmpty();
        ManageContacts.Closed closed = contacts.close(Counter.AGENT, contact.id());
        assertThat(done(AuditAct.CONTACT_CLOSED)).contains(Counter.AGENT.id());
        assertThat(closed.acts()).isEmpty();
    }

    private Optional<String> done(AuditAct act) {
        return counter.database.read((Tx tx) -> tx.audit().lastToDo(Counter.HER, act));
    }

    @Test
    void a_line_that_is_kept_at_every_key_press_leaves_no_trace_but_the_last() {
        StoredContact contact = opened(AccessReason.CALL);
        int rows = counter.audit().size();
        int events = counter.events();
        for (String line : List.of("R", "Ra", "Rap", "Rappelle vendredi")) {
            assertThat(contacts.note(Counter.AGENT, contact.id(), line).note()).isEqualTo(line);
        }
        assertThat(counter.audit()).hasSize(rows);
        assertThat(counter.events()).isEqualTo(events);
        counter.restart();
        assertThat(new ManageContacts(counter.desk).mine(Counter.AGENT))
                .extracting(StoredContact::note)
                .containsExactly("Rappelle vendredi");
    }

    @Test
    void a_line_that_looks_like_a_code_is_refused_and_nothing_of_it_is_kept() {
        StoredContact contact = opened(AccessReason.CALL);
        contacts.note(Counter.AGENT, contact.id(), "code 7KQ493V");
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> contacts.note(Counter.AGENT, contact.id(), "code 7KQ493VX"));
        assertThat(refusal.faults()).containsExactly(new Refusal.Fault("note", "looks-like-a-code"));
        assertThat(contacts.mine(Counter.AGENT)).extracting(StoredContact::note).containsExactly("");
    }

    @Test
    void what_nobody_touches_for_long_is_closed_in_the_name_of_the_program() {
        StoredContact contact = opened(AccessReason.CALL);
        contacts.note(Counter.AGENT, contact.id(), "Rappelle vendredi.");
        counter.pass(Duration.ofHours(8).minusSeconds(1));
        assertThat(contacts.closeAbandoned()).isFalse();
        assertThat(contacts.mine(Counter.AGENT)).hasSize(1);
        counter.pass(Duration.ofSeconds(1));
        contacts.closeAbandoned();
        assertThat(contacts.mine(Counter.AGENT)).isEmpty();
        AuditEntry row = counter.audit().getFirst();
        assertThat(row.agentName()).isEqualTo("Guichet");
        assertThat(row.contactId()).isEqualTo(contact.id());
        assertThat(note()).map(Event.ContactClosed::by).contains("M. D.");
        assertThat(contacts.close(Counter.AGENT, contact.id()).contact().note()).isEqualTo("Rappelle vendredi.");
    }

    @Test
    void whoever_lost_the_answer_to_an_act_learns_it_though_the_contact_is_closed() {
        InContact within = counter.here(Counter.AGENT, AccessReason.CALL);
        dataPoints();
        Resend resend = new Resend(counter.desk);
        String sent = resend.resend(within, MessageKind.CHALLENGE_SMS, "key").id();
        contacts.close(Counter.AGENT, id(within));
        assertThat(resend.resend(within, MessageKind.CHALLENGE_SMS, "key").id()).isEqualTo(sent);
        assertThat(resend(within, "another key")).isEqualTo(ProblemType.CONTACT_REQUIRED);
    }
}
