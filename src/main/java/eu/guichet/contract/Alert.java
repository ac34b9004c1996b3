package eu.guichet.contract;

/** What stands above everything else in a file and closes acts until it is lifted. */
public enum Alert {
    /** "That was not me": nothing is sent and no letter is generated until a supervisor lifts it. */
    FROZEN,
    /** The post noted that the addressee has died: nothing more is sent. */
    DECEASED,
    /** A letter came back because the address does not hold: no letter is posted there. */
    ADDRESS_IN_DOUBT
}
