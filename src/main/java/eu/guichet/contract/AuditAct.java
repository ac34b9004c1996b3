package eu.guichet.contract;

import eu.guichet.text.Keys;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What the audit trail records. The keys never change: what was written years ago is still read. */
public enum AuditAct {
    SEARCH,
    FILE_READ,
    CONTACT_OPENED,
    CONTACT_CHANGED,
    CONTACT_CLOSED,
    VERIFICATION,
    VERIFICATION_UNLOCKED,
    MESSAGE_SENT,
    MESSAGE_READ,
    LOCKS_READ,
    LIMITS_READ,
    LETTER_GENERATED,
    LETTER_CLAIMED,
    LETTER_PRINTED,
    LETTER_PRINT_FAILED,
    PRINT_ORDERED,
    PRINT_CANCELLED,
    LETTER_VOIDED,
    LETTER_RECORDED,
    LETTER_CORRECTED,
    LETTER_DESK_READ,
    LETTER_SCANNED,
    POSTING_LIST_READ,
    WORKLIST_READ,
    BATCH_STARTED,
    BATCH_CANCELLED,
    BATCH_READ,
    HANDOVER_DRAFTED,
    HANDED_OVER,
    CALLBACK_PROMISED,
    CALLBACK_MOVED,
    CALLBACK_ENDED,
    OFFICE_NOTE_LEFT,
    OFFICE_NOTE_CHANGED,
    TRANSFERRED,
    HANDOVER_CHANGED,
    CORRECTED,
    FROZEN,
    ALERT_LIFTED,
    APPROVAL_ASKED,
    APPROVAL_READ,
    APPROVAL_DECIDED,
    APPROVAL_WITHDRAWN,
    SAMPLE_DRAWN,
    REVIEWS_READ,
    ACT_REVIEWED,
    NOTICE_WRITTEN,
    NOTICE_ENDED,
    OFFICE_EDITED,
    AUDIT_READ,
    SUBJECT_FILE,
    ACCESS_REFUSED,
    LIMIT_REACHED,
    PROCESS_EVENT,
    IMPORT;

    private static final Set<AuditAct> IN_NOTE = Set.of(
            VERIFICATION,
            VERIFICATION_UNLOCKED,
            MESSAGE_SENT,
            LETTER_GENERATED,
            LETTER_PRINTED,
            LETTER_PRINT_FAILED,
            LETTER_VOIDED,
            LETTER_RECORDED,
            LETTER_CORRECTED,
            HANDED_OVER,
            CALLBACK_PROMISED,
            CALLBACK_MOVED,
            CALLBACK_ENDED,
            OFFICE_NOTE_LEFT,
            OFFICE_NOTE_CHANGED,
            TRANSFERRED,
            HANDOVER_CHANGED,
            CORRECTED,
            FROZEN,
            ALERT_LIFTED,
            APPROVAL_ASKED,
            APPROVAL_DECIDED,
            APPROVAL_WITHDRAWN);

    /** As it is stored and travels, such as {@code file-read}. */
    public String key() {
        return Keys.kebab(this);
    }

    /** Whether it does something for the person, so that the note of the contact in which it was done names it. */
    public boolean inNote() {
        return IN_NOTE.contains(this);
    }

    /** Empty for a key of a newer backend. */
    public static Optional<AuditAct> of(String key) {
        return Arrays.stream(values()).filter(act -> act.key().equals(key)).findFirst();
    }
}
