package eu.guichet.backend.delivery;

import eu.guichet.backend.store.StoredMessage;
import eu.guichet.process.Policy;
import java.time.Duration;
import java.time.Instant;

/** How long a message is of use: one that comes later would only send somebody looking for what is over. */
final class Usefulness {
    /** What only tells of something that was done. */
    private static final Duration NEWS = Duration.ofHours(24);
    /** What somebody waits for an answer to: as long as a mail server is commonly waited for. */
    private static final Duration LETTER = Duration.ofDays(5);

    private Usefulness() {}

    /** The first instant at which it is no longer handed over. */
    static Instant end(StoredMessage message, Policy policy) {
        Duration life = switch (message.kind()) {
            case ACTIVATION_EMAIL -> policy.messages().linkLife();
            case CHALLENGE_SMS, SIGN_IN_SMS -> policy.messages().codeLife();
            case PHONE_CONFIRMATION_EMAIL,
                    LETTER_ORDERED_EMAIL,
                    LETTER_ORDERED_SMS,
                    LETTER_WAITS_EMAIL,
                    LETTER_WAITS_SMS,
                    CODE_UNUSED_EMAIL,
                    CODE_UNUSED_SMS,
                    CODE_LAPSES_EMAIL,
                    CODE_LAPSES_SMS -> NEWS;
            case HANDOVER_EMAIL -> LETTER;
        };
        return message.requestedAt().plus(life);
    }
}
