package eu.guichet.contract;

import eu.guichet.text.Keys;
import java.util.Arrays;
import java.util.Optional;

/** What an office's people have to do something about, by its cause. In the order in which the lists are shown. */
public enum Worklist {
    /** Somebody wants something done that a supervisor has to approve. For those who may. */
    APPROVALS,
    /** She was promised a call at a time; a person may stand here more than once. */
    CALLBACKS,
    /** Another office has left a note about her; a person may stand here more than once. */
    HANDED_TO_OFFICE,
    /** She asked for access, and no letter is under way whose code she could enter. */
    ACCESS_REQUESTED,
    /** The letter desk's own list. */
    TO_PRINT,
    /** The letter desk's own list. */
    TO_POST,
    /** The post should have brought the letter or sent it back, and nothing is known of it. */
    RECEIPT_OVERDUE,
    /** The letter came back. */
    RETURNED,
    /** No letter is posted to the address on file. */
    ADDRESS_IN_DOUBT,
    /** The letter's code is accepted for few days more. */
    LAPSING_SOON,
    /** The letter's code is accepted for some weeks more; those of {@link #LAPSING_SOON} among them. */
    LAPSING,
    /** The e-mail or SMS she waits for did not reach her. */
    MESSAGE_FAILED,
    /** It has been her turn for long. */
    STUCK,
    /** DIGIT has the case. */
    HANDED_OVER,
    /** She said that it was not her. */
    FROZEN,
    /** Her e-mail or phone was damaged in the register and is missing here. */
    REGISTER_DAMAGED;

    /** As it stands in an address, such as {@code access-requested}. */
    public String key() {
        return Keys.kebab(this);
    }

    /** Whether it lists letters and is worked on at the letter desk: here it has a count and no page. */
    public boolean atLetterDesk() {
        return this == TO_PRINT || this == TO_POST;
    }

    /** Whether it is for supervisors alone. */
    public boolean forSupervisors() {
        return this == APPROVALS;
    }

    /** Empty for a list that there is not, or that a newer backend has. */
    public static Optional<Worklist> of(String key) {
        return Arrays.stream(values()).filter(list -> list.key().equals(key)).findFirst();
    }
}
