package eu.guichet.contract;

/** The messages of the enrolment. {@link #resendable} tells which an agent can have sent again. */
public enum MessageKind {
    /** Step 4: the e-mail with the password link. */
    ACTIVATION_EMAIL(Channel.EMAIL, Stage.ACCOUNT),
    /** Steps 7 and 8: the SMS with the challenge code of 8 characters. */
    CHALLENGE_SMS(Channel.SMS, Stage.PHONE),
    /** Step 8: the e-mail that tells of the phone number added. */
    PHONE_CONFIRMATION_EMAIL(Channel.EMAIL, Stage.PHONE),
    /** Steps 12 and 13: the SMS with the sign-in code of 9 characters. */
    SIGN_IN_SMS(Channel.SMS, Stage.ACCESS),
    /** Step 15: tells her by e-mail that a letter with a code was ordered. It carries no link. */
    LETTER_ORDERED_EMAIL(Channel.EMAIL, Stage.LETTER),
    /** Step 15: the same by SMS. */
    LETTER_ORDERED_SMS(Channel.SMS, Stage.LETTER),
    /** Step 16: reminds her that a post office may hold the letter. */
    LETTER_WAITS_EMAIL(Channel.EMAIL, Stage.LETTER),
    /** Step 16: the same by SMS. */
    LETTER_WAITS_SMS(Channel.SMS, Stage.LETTER),
    /** Step 16: reminds her that the code of the letter she received has not been entered. */
    CODE_UNUSED_EMAIL(Channel.EMAIL, Stage.LETTER),
    /** Step 16: the same by SMS. */
    CODE_UNUSED_SMS(Channel.SMS, Stage.LETTER),
    /** Step 16: reminds her that the code will soon be valid no more. */
    CODE_LAPSES_EMAIL(Channel.EMAIL, Stage.LETTER),
    /** Step 16: the same by SMS. */
    CODE_LAPSES_SMS(Channel.SMS, Stage.LETTER),
    /** Any step: the e-mail that hands a case to DIGIT. It goes to the helpdesk, and never to her. */
    HANDOVER_EMAIL(Channel.EMAIL, Stage.ACCOUNT);

    private final Channel channel;
    private final Stage stage;

    MessageKind(Channel channel, Stage stage) {
        this.channel = channel;
        this.stage = stage;
    }

    /** Whether an agent can have it sent again; the others only tell her what was done. */
    public boolean resendable() {
        return switch (this) {
            case ACTIVATION_EMAIL, CHALLENGE_SMS, PHONE_CONFIRMATION_EMAIL, SIGN_IN_SMS -> true;
            case LETTER_ORDERED_EMAIL,
                    LETTER_ORDERED_SMS,
                    LETTER_WAITS_EMAIL,
                    LETTER_WAITS_SMS,
                    CODE_UNUSED_EMAIL,
                    CODE_UNUSED_SMS,
                    CODE_LAPSES_EMAIL,
                    CODE_LAPSES_SMS,
                    HANDOVER_EMAIL -> false;
        };
    }

    /** Whether it goes to the person; the other is about her. */
    public boolean toPensioner() {
        return this != HANDOVER_EMAIL;
    }

    public Channel channel() {
        return channel;
    }

    /** The stage of the enrolment that it belongs to. */
    public Stage stage() {
        return stage;
    }
}
