package eu.guichet.desktop.training;

import eu.guichet.contract.TrainingWorld.MoveKind;
import eu.guichet.contract.TrainingWorld.Place;
import org.kordamp.ikonli.feather.Feather;

/** The places in the simulated pensioner's home at which the panel shows what she can do. */
enum Spot {
    COMPUTER(Feather.MONITOR),
    MAILBOX(Feather.MAIL),
    PHONE(Feather.SMARTPHONE),
    LETTERBOX(Feather.INBOX);

    private final Feather icon;

    Spot(Feather icon) {
        this.icon = icon;
    }

    Feather icon() {
        return icon;
    }

    /** How keys of the bundle and style classes name it. */
    String key() {
        return switch (this) {
            case COMPUTER -> "computer";
            case MAILBOX -> "mailbox";
            case PHONE -> "phone";
            case LETTERBOX -> "letterbox";
        };
    }

    static Spot of(Place place) {
        return switch (place) {
            case MAILBOX -> MAILBOX;
            case PHONE -> PHONE;
            case LETTERBOX -> LETTERBOX;
        };
    }

    static Spot of(MoveKind kind) {
        return switch (kind) {
            case REQUEST_ACCOUNT, ADD_PHONE, SIGN_IN, REQUEST_ACCESS -> COMPUTER;
            case OPEN_LINK_AND_SET_PASSWORD -> MAILBOX;
            case TYPE_CHALLENGE_CODE, TYPE_WRONG_CHALLENGE_CODE, TYPE_SIGN_IN_CODE -> PHONE;
            case POST_LETTER, RECEIVE_LETTER, RETURN_LETTER, TYPE_CONFIRMATION_CODE, TYPE_WRONG_CONFIRMATION_CODE ->
                LETTERBOX;
        };
    }

    /** Whether the step leads forward, and is not a mishap to practise on. */
    static boolean forward(MoveKind kind) {
        return switch (kind) {
            case REQUEST_ACCOUNT,
                    OPEN_LINK_AND_SET_PASSWORD,
                    ADD_PHONE,
                    TYPE_CHALLENGE_CODE,
                    SIGN_IN,
                    TYPE_SIGN_IN_CODE,
                    REQUEST_ACCESS,
                    POST_LETTER,
                    RECEIVE_LETTER,
                    TYPE_CONFIRMATION_CODE -> true;
            case TYPE_WRONG_CHALLENGE_CODE, RETURN_LETTER, TYPE_WRONG_CONFIRMATION_CODE -> false;
        };
    }
}
