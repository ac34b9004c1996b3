package eu.guichet.desktop.flow;

import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.Stage;
import eu.guichet.contract.Turn;
import org.kordamp.ikonli.feather.Feather;

/** The icon that goes with each word; never without it. */
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

    public static Feather icon(MessageStatus status) {
        return switch (status) {
            case QUEUED -> Feather.CLOCK;
            case SENT -> Feather.SEND;
            case DELIVERED -> Feather.CHECK_CIRCLE;
            case BOUNCED -> Feather.CORNER_UP_LEFT;
            case FAILED -> Feather.ALERT_TRIANGLE;
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

    /** Style class of the chip that says how a message fares. */
    public static String tone(MessageStatus status) {
        return switch (status) {
            case QUEUED, SENT -> "accent";
            case DELIVERED -> "done";
            case BOUNCED, FAILED -> "danger";
        };
    }

    public static String tone(LetterState state) {
        return switch (state) {
            case GENERATED, PRINTED, POSTED, RECEIVED -> "accent";
            case REDEEMED -> "done";
            case SUPERSEDED, VOIDED -> "quiet";
            case RETURNED, EXPIRED, LOCKED -> "danger";
        };
    }
}
