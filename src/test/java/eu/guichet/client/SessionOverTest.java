package eu.guichet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Role;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.VerificationRequest;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An act that is under way while the session ends, over a bad line to a real backend. */
class SessionOverTest {
    @TempDir
    private Path folder;

    private final AtomicBoolean over = new AtomicBoolean();
    private Backend backend;
    private CuttingProxy line;
    private GuichetClient desk;
    private PensionerFile file;

    @BeforeEach
    void begin() {
        backend = Backend.start(
                BackendSettings.training(folder.resolve("guichet.db").toString(), 100));
        line = new CuttingProxy(backend.url());
        String token = Objects.requireNonNull(backend.tokens().get(Role.AGENT));
        // a session that is over has no token any more; it ends with the answer that is lost
        desk = GuichetClients.connect(line.url(), () -> over.get() && line.hasCut() ? "" : token);
        file = somebody();
        desk.verify(file.openContact(), VerificationRequest.calledBack());
    }

    @AfterEach
    void end() {
        desk.close();
        line.close();
        backend.close();
    }

    @Test
    void an_act_whose_answer_was_lost_as_the_session_ended_is_repeated_under_its_key_after_the_renewal_and_done_once() {
        IdempotencyKey key = IdempotencyKey.create();
        line.cutNextAnswerAfter(0);
        over.set(true);
        assertThatThrownBy(() -> resend(key))
                .as("the second try is not let in, and what became of the first is not known")
                .isInstanceOf(ClientException.OutcomeUnknown.class);

        over.set(false);
        Message message = resend(key);

        assertThat(sent()).isEqualTo(1);
        assertThat(resend(key).id()).isEqualTo(message.id());
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void an_act_that_begins_after_the_session_ended_is_not_done_and_is_done_once_after_the_renewal() {
        IdempotencyKey key = IdempotencyKey.create();
        over.set(true);
        assertThatThrownBy(() -> resend(key))
                .isInstanceOfSatisfying(
                        ClientException.Refused.class,
                        refused -> assertThat(refused.type()).isEqualTo(ProblemType.NOT_SIGNED_IN));

        over.set(false);
        assertThat(sent()).isZero();
        assertThat(resend(key).id()).isEqualTo(resend(key).id());

        assertThat(sent()).isEqualTo(1);
    }

    private Message resend(IdempotencyKey key) {
        return desk.resend(file.openContact(), MessageKind.CHALLENGE_SMS, key);
    }

    /** How many more messages of this kind the file tells of than before. */
    private long sent() {
        return requested(desk.open(file.openContact())) - requested(file);
    }

    private static long requested(PensionerFile file) {
        return file.timeline().stream()
                .filter(line -> "M. D.".equals(line.by()) && line.messageId() != null)
                .count();
    }

    private PensionerFile somebody() {
        return Stream.of("ma", "be", "mu", "ro", "sc", "la", "de", "pe", "an", "jo")
                .flatMap(start -> desk.search(new SearchRequest(start, 20)).rows().stream())
                .map(row -> opened(row.id()))
                .filter(found -> found.phone() != null
                        && found.namesakes() == 0
                        && found.action(new ActionKind.Resend(MessageKind.CHALLENGE_SMS))
                                .orElseThrow()
                                .open())
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody waits for a challenge code among the simulated people"));
    }

    private PensionerFile opened(String pensionerId) {
        desk.contacts().stream().map(Contact::id).forEach(desk::closeContact);
        return desk.open(desk.openContact(new ContactRequest(pensionerId, AccessReason.CALL)));
    }
}
