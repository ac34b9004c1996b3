package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.guichet.text.Keys;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What can be done for a pensioner from the file. It travels as a word, such as {@code RESEND_CHALLENGE_SMS}. */
@SuppressWarnings("ClassInitializationDeadlock") // without a default method it is not initialised with its records
public sealed interface ActionKind {
    /** Have a message sent again. */
    record Resend(MessageKind message) implements ActionKind {
        public Resend {
            if (!message.resendable()) {
                throw new IllegalArgumentException(message + " cannot be sent again");
            }
        }

        @Override
        public String word() {
            return "RESEND_" + message;
        }

        @Override
        public String key() {
            return Keys.kebab(word());
        }
    }

    record GenerateLetter() implements ActionKind {
        @Override
        public String word() {
            return "GENERATE_LETTER";
        }

        @Override
        public String key() {
            return Keys.kebab(word());
        }
    }

    /** Hand the case to DIGIT's helpdesk with a prepared message. */
    record HandOver() implements ActionKind {
        @Override
        public String word() {
            return "HAND_OVER_TO_DIGIT";
        }

        @Override
        public String key() {
            return Keys.kebab(word());
        }
    }

    /** "That was not me": freeze the file. */
    record ReportNotMe() implements ActionKind {
        @Override
        public String word() {
            return "REPORT_NOT_ME";
        }

        @Override
        public String key() {
            return Keys.kebab(word());
        }
    }

    ActionKind RESEND_ACTIVATION_EMAIL = new Resend(MessageKind.ACTIVATION_EMAIL);
    ActionKind RESEND_CHALLENGE_SMS = new Resend(MessageKind.CHALLENGE_SMS);
    ActionKind RESEND_PHONE_CONFIRMATION_EMAIL = new Resend(MessageKind.PHONE_CONFIRMATION_EMAIL);
    ActionKind RESEND_SIGN_IN_SMS = new Resend(MessageKind.SIGN_IN_SMS);
    ActionKind GENERATE_LETTER = new GenerateLetter();
    ActionKind HAND_OVER_TO_DIGIT = new HandOver();
    ActionKind REPORT_NOT_ME = new ReportNotMe();

    /** All there are, in the order of the process. */
    static List<ActionKind> all() {
        return Stream.concat(
                        Arrays.stream(MessageKind.values())
                                .filter(MessageKind::resendable)
                                .map(Resend::new),
                        Stream.of(GENERATE_LETTER, HAND_OVER_TO_DIGIT, REPORT_NOT_ME))
                .toList();
    }

    /** As it travels. */
    @JsonValue
    String word();

    /** The message key, such as {@code resend-challenge-sms}. */
    String key();

    /** @throws IllegalArgumentException for a word that is none of {@link #all} */
    @JsonCreator
    static ActionKind of(String word) {
        return all().stream()
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such action"));
    }
}
