package eu.guichet.process;

/** Why an action is closed. */
public sealed interface Reason {
    /** It belongs to a later step. */
    record NotYet(int step) implements Reason {}

    /** Its step is done. */
    record Past(int step) implements Reason {}

    /** The first message may still be on its way. */
    record FirstWait() implements Reason {}

    /** One was sent a moment ago. */
    record Pause() implements Reason {}

    /** As many were sent as the policy allows for now. */
    record Cap(int most) implements Reason {}

    /** As many letters were generated for her as the policy allows for now. */
    record LetterCap(int most) implements Reason {}

    /** The policy has switched the channel off. */
    record ChannelOff() implements Reason {}

    /** Neither e-mail nor phone, whichever it needs, is on file. */
    record NotOnFile() implements Reason {}

    /** The pensioner has not started a sign-in that would need one. */
    record NoSignIn() implements Reason {}

    /** The enrolment is confirmed; nothing is left to send. */
    record AlreadyConfirmed() implements Reason {}

    /** The file is frozen until a supervisor lifts that. */
    record Frozen() implements Reason {}

    /** The post noted that the addressee has died. */
    record Deceased() implements Reason {}

    /** A letter came back because the address does not hold. */
    record AddressInDoubt() implements Reason {}

    /** A supervisor is asked already. */
    record ApprovalAsked() implements Reason {}

    /** The way by which it would reach her is disturbed, and nothing is sent again meanwhile. */
    record Disturbed(Outage outage) implements Reason {}
}
