package eu.guichet.contract;

/** The messages of the enrolment that an agent can have sent again. */
public enum MessageKind {
    /** Step 4: the e-mail with the password link. */
    ACTIVATION_EMAIL(Channel.EMAIL),
    /** Steps 7 and 8: the SMS with the challenge code of 8 characters. */
    CHALLENGE_SMS(Channel.SMS),
    /** Step 8: the e-mail that tells of the phone number added. */
    PHONE_CONFIRMATION_EMAIL(Channel.EMAIL),
    /** Steps 12 and 13: the SMS with the sign-in code of 9 characters. */
    SIGN_IN_SMS(Channel.SMS);

    private final Channel channel;

    MessageKind(Channel channel) {
        this.channel = channel;
    }

    public Channel channel() {
        return channel;
    }
}
