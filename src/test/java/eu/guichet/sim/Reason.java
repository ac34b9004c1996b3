package eu.guichet.sim;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.ReturnReason;
import java.time.Duration;

/** Why somebody is in touch with the office, how often that is so, and the past of whom it is about. */
enum Reason {
    FORGOTTEN_CODE(30),
    LETTER_NOT_ARRIVED(30),
    LETTER_RETURNED(20),
    ADDRESS_IN_DOUBT(15),
    THIRD_LETTER(12),
    SMS_NOT_ARRIVED(70),
    EMAIL_NOT_ARRIVED(40),
    EMAIL_BOUNCES(8),
    HAND_OVER(25),
    CALL_BACK(20),
    NOT_ME(12),
    WRONG_FILE(8),
    SMS_DISTURBED(4),
    TWO_AT_ONE_FILE(6);

    private final int weight;

    Reason(int weight) {
        this.weight = weight;
    }

    int weight() {
        return weight;
    }

    /** Somebody whose past leads to this. */
    Cast.Past past(Cast cast) {
        return switch (this) {
            case FORGOTTEN_CODE, NOT_ME ->
                cast.somebody().asksForAccess(days(40)).posted(days(36)).received(days(30));
            case LETTER_NOT_ARRIVED -> cast.somebody().asksForAccess(days(40)).posted(days(36));
            case LETTER_RETURNED ->
                cast.somebody().asksForAccess(days(40)).posted(days(36)).returned(days(4), ReturnReason.UNCLAIMED);
            case ADDRESS_IN_DOUBT ->
                cast.somebody()
                        .asksForAccess(days(40))
                        .posted(days(36))
                        .returned(days(4), ReturnReason.UNKNOWN_AT_ADDRESS);
            case THIRD_LETTER ->
                cast.somebody()
                        .asksForAccess(days(90))
                        .posted(days(88))
                        .posted(days(50))
                        .received(days(44));
            case SMS_NOT_ARRIVED, WRONG_FILE -> waitingForChallenge(cast.somebody());
            case SMS_DISTURBED -> waitingForChallenge(cast.somebody("+352621", "courrier"));
            case EMAIL_NOT_ARRIVED, CALL_BACK, HAND_OVER -> cast.somebody().asksForAccount(Duration.ofMinutes(25));
            case EMAIL_BOUNCES ->
                cast.somebody("+32470", Outside.NO_SUCH_MAILBOX).asksForAccount(Duration.ofMinutes(25));
            case TWO_AT_ONE_FILE -> cast.somebody().asksForAccess(days(40)).posted(days(36));
        };
    }

    private static Cast.Past waitingForChallenge(Cast.Past past) {
        return past.asksForAccount(Duration.ofHours(2))
                .hasPassword(Duration.ofMinutes(90))
                .addsPhone(Duration.ofMinutes(5));
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    /** One contact of the day. */
    record Case(Reason reason, Pensioner person) {}
}
