package eu.guichet.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The simulated pensioner's papers, mailbox, phone and letterbox, and what she could do next. Codes stand as dots here too.
 */
public record TrainingWorld(String pensionerId, Papers papers, List<Item> items, List<Move> moves) {
    public TrainingWorld {
        items = List.copyOf(items);
        moves = List.copyOf(moves);
    }

    /**
     * What she reads out or shows when she is asked who she is.
     *
     * @param name as on her identity card
     * @param birthDate as on her identity card
     */
    public record Papers(String name, LocalDate birthDate, String pensionNumber, String postcode) {}

    /** Where something arrives. */
    public enum Place {
        MAILBOX,
        PHONE,
        LETTERBOX
    }

    /**
     * Something that arrived, newest first.
     *
     * @param text what she reads, in her language, every code replaced by dots
     */
    public record Item(String id, Place place, Instant at, String from, String subject, String text) {}

    /**
     * Something she can do now.
     *
     * @param label in the agent's language
     * @param itemId the item it belongs to, or null
     */
    public record Move(
            MoveKind kind, String label, @Nullable String itemId) {}

    /** The next steps that can be taken from the panel. */
    public enum MoveKind {
        REQUEST_ACCOUNT,
        OPEN_LINK_AND_SET_PASSWORD,
        ADD_PHONE,
        TYPE_CHALLENGE_CODE,
        TYPE_WRONG_CHALLENGE_CODE,
        SIGN_IN,
        TYPE_SIGN_IN_CODE,
        REQUEST_ACCESS,
        POST_LETTER,
        RECEIVE_LETTER,
        RETURN_LETTER,
        TYPE_CONFIRMATION_CODE,
        TYPE_WRONG_CONFIRMATION_CODE
    }
}
