package eu.guichet.backend.access;

import eu.guichet.text.Keys;

/** Why somebody may not, although the role may. The keys name the sentences within those of {@code not-allowed}. */
public enum Ground {
    FILE_OF_ANOTHER_OFFICE,
    PERSON_OF_ANOTHER_OFFICE,
    LETTER_OF_ANOTHER_OFFICE,
    WORKLIST_OF_ANOTHER_OFFICE,
    ANOTHER_OFFICE,
    NOTE_FOR_OWN_OFFICE,
    NOTE_FOR_ONE_THAT_OPENS_NO_FILE,
    NOTE_FOR_ANOTHER_OFFICE,
    NOTE_OF_ANOTHER,
    WORKLIST_OF_SUPERVISORS,
    LETTER_OF_ANOTHER,
    CLAIM_OF_ANOTHER,
    RECORD_OF_ANOTHER,
    CORRECTION_OF_ANOTHER,
    APPROVAL_OF_ANOTHER,
    /** Nobody approves what they asked for themselves. */
    APPROVAL_OF_ONES_OWN,
    /** Nobody looks at their own. */
    ACT_OF_ONES_OWN,
    ACT_OF_ANOTHER_OFFICE,
    /** Who brought it about does not end it: that takes another supervisor. */
    SECOND_PERSON;

    /** Such as {@code file-of-another-office}. */
    public String key() {
        return Keys.kebab(this);
    }
}
