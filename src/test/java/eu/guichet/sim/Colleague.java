package eu.guichet.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.client.Acted;
import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.ClientException;
import eu.guichet.client.ClientSettings;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.Me;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchRow;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
import eu.guichet.process.Event;
import java.net.URI;
import java.time.Duration;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the office with a name of their own, who works by the program's own client, on one node and then on the other. What
 * they do is kept in the journal, with what there has to be of it afterwards.
 */
final class Colleague implements AutoCloseable {
    /** Some are impatient: so many acts, and the next one is asked for twice. */
    private static final int TWICE_EVERY = 4;

    /** Also where the machine is slow nobody gives up: what was done is to be known for certain. */
    private static final ClientSettings PATIENT = new ClientSettings(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2),
            3,
            Duration.ofMillis(200),
            Duration.ofMinutes(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(1),
            Duration.ofSeconds(30));

    private final List<GuichetClient> clients;
    private final Journal journal;
    private final Me me;
    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
    private final AtomicInteger acts = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();

    Colleague(List<URI> nodes, String token, Journal journal) {
        this.clients = nodes.stream()
                .map(node -> GuichetClients.connect(node, () -> token, PATIENT))
                .toList();
        this.journal = journal;
        this.me = clients.getFirst().me();
    }

    Me me() {
        return me;
    }

    /** Of whichever node is next. */
    GuichetClient client() {
        return clients.get(Math.floorMod(looks.getAndIncrement(), clients.size()));
    }

    void keep(AuditAct act, @Nullable String about, String outcome, String said) {
        Contact within = about == null ? null : contacts.get(about);
        journal.row(me, act, about, within == null ? null : within.id(), outcome, said);
    }

    void keep(AuditAct act, @Nullable String about) {
        keep(act, about, Journal.DONE, "");
    }

    /** Asks for it, and now and then once more with the same key, of the other node. */
    <T> T once(AuditAct act, String about, String said, Function<GuichetClient, T> call) {
        int number = acts.incrementAndGet();
        T done = call.apply(clients.get(number % clients.size()));
        keep(act, about, Journal.DONE, said);
        if (number % TWICE_EVERY == 0) {
            T _ = call.apply(clients.get((number + 1) % clients.size()));
            keep(act, about, Journal.REPEATED, said);
        }
        return done;
    }

    void onceDone(AuditAct act, String about, Class<? extends Event> event, Consumer<GuichetClient> call) {
        once(act, about, "", client -> {
            call.accept(client);
            return true;
        });
        journal.event(about, event);
    }

    /** It is refused for this reason, and the trail says so. */
    void refused(AuditAct act, String about, ProblemType why, ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ClientException.Refused.class,
                        refusal -> assertThat(refusal.type()).isEqualTo(why));
        keep(act, about, why.key(), "");
    }

    /** Finds the person by what they say, and opens the file. */
    PensionerFile opened(Pensioner person, AccessReason reason) {
        String asked = acts.get() % 2 == 0 ? person.lastName() + " " + person.firstName() : person.pensionNumber();
        assertThat(client().search(new SearchRequest(asked, null)).rows())
                .extracting(SearchRow::id)
                .as(asked)
                .contains(person.id());
        keep(AuditAct.SEARCH, null);
        return openedFromList(person.id(), reason);
    }

    PensionerFile openedFromList(String pensionerId, AccessReason reason) {
        Contact contact = client().openContact(new ContactRequest(pensionerId, reason));
        contacts.put(pensionerId, contact);
        keep(AuditAct.CONTACT_OPENED, pensionerId, Journal.DONE, reason.value().split(" ", 2)[0]);
        keep(AuditAct.FILE_READ, pensionerId);
        return read(pensionerId);
    }

    Contact contact(String pensionerId) {
        return Objects.requireNonNull(contacts.get(pensionerId), "the file is open");
    }

    /** Within a contact the file is read as often as it changes, and that is one look. */
    PensionerFile read(String pensionerId) {
        return client().open(contact(pensionerId));
    }

    void closes(String pensionerId, String note) {
        Contact contact = contact(pensionerId);
        if (!note.isEmpty()) {
            client().note(contact.id(), note);
        }
        client().closeContact(contact.id());
        keep(
                AuditAct.CONTACT_CLOSED,
                pensionerId,
                Journal.DONE,
                contact.reason().value().split(" ", 2)[0]);
        contacts.remove(pensionerId);
    }

    /** By what the person says on the phone, or by the document at the counter. */
    void verifies(Pensioner person) {
        Contact contact = contact(person.id());
        VerificationRequest request = contact.reason().atCounter()
                ? VerificationRequest.documentSeen(MonthDay.from(person.birthDate()))
                : VerificationRequest.dataPoints(
                        person.pensionNumber(),
                        person.birthDate(),
                        person.address().postcode());
        assertThat(client().verify(contact, request).match()).as("identity").isTrue();
        keep(AuditAct.VERIFICATION, person.id());
    }

    String resends(String pensionerId, MessageKind kind) {
        IdempotencyKey key = IdempotencyKey.create();
        String message = once(
                        AuditAct.MESSAGE_SENT,
                        pensionerId,
                        kind.name(),
                        client -> client.resend(contact(pensionerId), kind, key))
                .id();
        journal.event(pensionerId, Event.MessageRequested.class);
        return message;
    }

    /** A letter that nobody has to approve. */
    Letter generates(PensionerFile file, LetterRequest wanted) {
        IdempotencyKey key = IdempotencyKey.create();
        Acted<Letter> acted = once(
                AuditAct.LETTER_GENERATED,
                file.id(),
                "",
                client -> client.generateLetter(contact(file.id()), file.etag(), wanted, key));
        journal.event(file.id(), Event.LetterGenerated.class);
        return acted.done();
    }

    /** At the own desk. */
    byte[] prints(Letter letter, String pensionerId) {
        ClaimedDocument document = client().claim(letter.id());
        keep(AuditAct.LETTER_CLAIMED, pensionerId);
        client().record(letter.id(), new LetterPatch.Printed(document.claim()));
        keep(AuditAct.LETTER_PRINTED, pensionerId);
        journal.event(pensionerId, Event.LetterPrinted.class);
        return document.pdf();
    }

    void handsOver(String pensionerId, HandoverMatter matter) {
        assertThat(client().handoverDraft(contact(pensionerId)).sends()).isTrue();
        keep(AuditAct.HANDOVER_DRAFTED, pensionerId);
        IdempotencyKey key = IdempotencyKey.create();
        onceDone(
                AuditAct.HANDED_OVER,
                pensionerId,
                Event.HandedOver.class,
                client -> client.handOver(contact(pensionerId), new HandoverRequest(null, matter, null, true), key));
    }

    @Override
    public void close() {
        clients.forEach(GuichetClient::close);
    }

    /** All of a list, page by page. */
    List<WorklistRow> rows(Worklist list) {
        List<WorklistRow> rows = new ArrayList<>();
        String after = null;
        do {
            WorklistPage page = client().worklist(list, WorklistQuery.ALL.after(after));
            keep(AuditAct.WORKLIST_READ, null);
            rows.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return rows;
    }
}
