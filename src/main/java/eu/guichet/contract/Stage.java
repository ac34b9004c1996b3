package eu.guichet.contract;

/** The five stages under which the sixteen steps of the manual are shown. */
public enum Stage {
    /** Steps 1 to 4: the EU Login account is asked for. */
    ACCOUNT,
    /** Steps 5 and 6: the password is set through the link in the activation e-mail. */
    PASSWORD,
    /** Steps 7 and 8: the mobile phone is added and confirmed with the challenge code. */
    PHONE,
    /** Steps 9 to 14: sign-in to RCAM online and the access request. */
    ACCESS,
    /** Steps 15 and 16: the registered letter and its confirmation code. */
    LETTER
}
