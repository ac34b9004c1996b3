package eu.guichet.process;

import eu.guichet.contract.Condition;

/** What a state means on the phone: each has its own advice for the agent and its own words for the pensioner. */
public enum Situation {
    NOT_STARTED,
    /** The activation e-mail may still be on its way. */
    ACTIVATION_WAIT,
    /** Time enough has passed; it is not known to have arrived. */
    ACTIVATION_MISSING,
    ACTIVATION_BOUNCED,
    /** As {@link #ACTIVATION_MISSING}, where e-mail is switched off. */
    ACTIVATION_WITHOUT_EMAIL,
    /** As {@link #ACTIVATION_WITHOUT_EMAIL}, where no e-mail address is on file. */
    ACTIVATION_WITHOUT_ADDRESS,
    /** It was resent and is still not known to have arrived. */
    ACTIVATION_STILL_MISSING,
    /** It arrived and the link can be opened. */
    ACTIVATION_DELIVERED,
    LINK_EXPIRED,
    /** DIGIT has the case, and no e-mail was sent since. */
    HANDED_OVER,
    PASSWORD_SET,
    /** As {@link #PASSWORD_SET}, where SMS is switched off. */
    PASSWORD_SET_WITHOUT_SMS,
    /** A number was added, and SMS is switched off. */
    PHONE_PENDING_WITHOUT_SMS,
    /** She waits for a challenge code, and no phone is on file to resend it to. */
    CHALLENGE_WITHOUT_NUMBER,
    CHALLENGE_SENT,
    /** The SMS has arrived and its code can be entered. */
    CHALLENGE_DELIVERED,
    CHALLENGE_EXPIRED,
    CHALLENGE_FAILED,
    CHALLENGE_REFUSED,
    PHONE_CONFIRMED,
    /** Not signed in yet, and SMS is switched off. */
    PHONE_CONFIRMED_WITHOUT_SMS,
    /** She waits for a sign-in code, and no phone is on file to resend it to. */
    SIGN_IN_WITHOUT_NUMBER,
    SIGN_IN_CODE_SENT,
    /** As {@link #CHALLENGE_DELIVERED}. */
    SIGN_IN_CODE_DELIVERED,
    SIGN_IN_CODE_EXPIRED,
    SIGN_IN_CODE_FAILED,
    SIGN_IN_CODE_REFUSED,
    SIGNED_IN,
    ACCESS_REQUESTED,
    /** Generated, and not known to be on paper. */
    LETTER_NOT_PRINTED,
    /** On paper, and not known to be posted. */
    LETTER_NOT_POSTED,
    LETTER_POSTED,
    /** Posted longer ago than the post office holds it, and no receipt is known. */
    LETTER_OVERDUE,
    LETTER_RECEIVED,
    /** A wrong confirmation code was entered; tries are left. */
    CODE_REFUSED,
    LETTER_RETURNED,
    /** A letter came back because the address does not hold; nothing is posted there. */
    ADDRESS_IN_DOUBT,
    /** She says that it was not her: nothing is sent until a supervisor lifts it. */
    FROZEN,
    /** The post noted that she has died; nothing is sent to her any more. */
    ADDRESSEE_DECEASED,
    LETTER_EXPIRED,
    LETTER_LOCKED,
    /** Confirmed; the applications open the next day. */
    CONFIRMED,
    ACTIVE;

    /** What it amounts to at one glance. */
    public Condition condition() {
        return switch (this) {
            case NOT_STARTED,
                    ACTIVATION_DELIVERED,
                    PASSWORD_SET,
                    PASSWORD_SET_WITHOUT_SMS,
                    PHONE_PENDING_WITHOUT_SMS,
                    CHALLENGE_WITHOUT_NUMBER,
                    CHALLENGE_SENT,
                    CHALLENGE_DELIVERED,
                    CHALLENGE_REFUSED,
                    PHONE_CONFIRMED,
                    PHONE_CONFIRMED_WITHOUT_SMS,
                    SIGN_IN_WITHOUT_NUMBER,
                    SIGN_IN_CODE_SENT,
                    SIGN_IN_CODE_DELIVERED,
                    SIGN_IN_CODE_REFUSED,
                    SIGNED_IN,
                    LETTER_RECEIVED,
                    CODE_REFUSED -> Condition.WAITS_FOR_PENSIONER;
            case ACTIVATION_WITHOUT_EMAIL,
                    ACTIVATION_WITHOUT_ADDRESS,
                    ACCESS_REQUESTED,
                    LETTER_NOT_PRINTED,
                    LETTER_NOT_POSTED -> Condition.WAITS_FOR_US;
            case ACTIVATION_WAIT, HANDED_OVER, LETTER_POSTED -> Condition.UNDER_WAY;
            case ACTIVATION_MISSING,
                    ACTIVATION_STILL_MISSING,
                    LINK_EXPIRED,
                    CHALLENGE_EXPIRED,
                    SIGN_IN_CODE_EXPIRED,
                    LETTER_OVERDUE,
                    LETTER_EXPIRED -> Condition.OVERDUE;
            case ACTIVATION_BOUNCED,
                    CHALLENGE_FAILED,
                    SIGN_IN_CODE_FAILED,
                    LETTER_RETURNED,
                    ADDRESS_IN_DOUBT,
                    FROZEN,
                    ADDRESSEE_DECEASED,
                    LETTER_LOCKED -> Condition.FAILED;
            case CONFIRMED, ACTIVE -> Condition.DONE;
        };
    }
}
