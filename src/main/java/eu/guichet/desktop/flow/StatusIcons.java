package eu.guichet.desktop.flow;

import eu.guichet.contract.Condition;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.Stage;
import eu.guichet.contract.Turn;
import org.kordamp.ikonli.feather.Feather;

/** The icon, or the condition, that goes with each word; never without it. */
public final class StatusIcons {
    private StatusIcons() {}

    public static Feather icon(Turn turn) {
        return switch (turn) {
            case PENSIONER -> Feather.USER;
            case PMO -> Feather.BRIEFCASE;
            case DIGIT -> Feather.LIFE_BUOY;
            case POST -> Feather.TRUCK;
            case NOBODY -> Feather.CHECK_CIRCLE;
        };
    }

    public static Feather icon(Stage stage) {
        return switch (stage) {
            case ACCOUNT -> Feather.USER_PLUS;
            case PASSWORD -> Feather.KEY;
            case PHONE -> Feather.SMARTPHONE;
            case ACCESS -> Feather.LOG_IN;
            case LETTER -> Feather.MAIL;
        };
    }

    public static Feather icon(LetterState state) {
        return switch (state) {
            case GENERATED -> Feather.FILE_TEXT;
            case PRINTED -> Feather.PRINTER;
            case POSTED -> Feather.TRUCK;
            case RECEIVED -> Feather.INBOX;
            case REDEEMED -> Feather.CHECK_CIRCLE;
            case VOIDED -> Feather.SLASH;
            case RETURNED -> Feather.CORNER_UP_LEFT;
            case SUPERSEDED -> Feather.COPY;
            case EXPIRED -> Feather.CLOCK;
            case LOCKED -> Feather.LOCK;
        };
    }

    /** How a message fares, as the file shows everything else. */
    public static Condition condition(MessageStatus status) {
        return switch (status) {
            case QUEUED, SENT -> Condition.UNDER_WAY;
            case DELIVERED -> Condition.DONE;
            case BOUNCED, FAILED -> Condition.FAILED;
        };
    }

    public static Condition condition(LetterState state) {
        return switch (state) {
            case GENERATED, PRINTED -> Condition.WAITS_FOR_US;
            case POSTED -> Condition.UNDER_WAY;
            case RECEIVED -> Condition.WAITS_FOR_PENSIONER;
            case REDEEMED -> Condition.DONE;
            case EXPIRED -> Condition.OVERDUE;
            case RETURNED, LOCKED, SUPERSEDED, VOIDED -> Condition.FAILED;
        };
    }
}
