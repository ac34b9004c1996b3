package eu.guichet.client;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.Office;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.TrainingMove;
import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The backend as the desktop sees it. Every call blocks and belongs off the FX thread; each throws a
 * {@link ClientException} that says what to do next. Interrupting the calling thread cancels the call. Safe for use by
 * many threads.
 */
public interface GuichetClient extends AutoCloseable {
    /** In which language the backend's sentences come from now on. */
    void speak(Locale locale);

    /** How far the backend's clock is ahead of this machine's, as its answers told; negative where it is behind. */
    default Duration ahead() {
        return Duration.ZERO;
    }

    Me me();

    List<Office> offices();

    SearchResult search(SearchRequest request);

    /** Opens a file; the backend records who, when and why. */
    PensionerFile open(String pensionerId, AccessReason reason);

    VerificationResult verify(String pensionerId, VerificationRequest request);

    /** Has a message sent again, exactly once per key however often it is called with it. */
    Message resend(String pensionerId, MessageKind kind, IdempotencyKey key);

    Message message(String messageId);

    /**
     * Has a new letter made, exactly once per key.
     *
     * @param etag of the file the agent has read
     */
    Letter generateLetter(String pensionerId, String etag, IdempotencyKey key);

    /**
     * The sealed PDF; the backend gives it out once. It is made while we wait, which may take as long as
     * {@link ClientSettings#documentTimeout()}.
     */
    byte[] document(String letterId);

    Letter record(String letterId, LetterPatch patch);

    /** The message prepared for DIGIT; asking for it is recorded as a look at the file. */
    HandoverDraft handoverDraft(String pensionerId, AccessReason reason);

    /** Keeps DIGIT's ticket number with the enrolment. */
    void handOver(String pensionerId, String ticket);

    /**
     * Listens to the live stream until the subscription is closed, reconnecting by itself. The listener is called on a
     * thread of the client's own.
     */
    Subscription listen(Consumer<LiveEvent> listener, Consumer<Connection> connection);

    /** Training only: what the simulated pensioner has received and could do next. */
    TrainingWorld training(String pensionerId);

    /** Training only: lets the simulated pensioner take a step. */
    TrainingWorld move(String pensionerId, TrainingMove move);

    @Override
    void close();

    /** A running subscription to the live stream. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /** Whether live events are arriving. */
    enum Connection {
        CONNECTED,
        RECONNECTING
    }
}
