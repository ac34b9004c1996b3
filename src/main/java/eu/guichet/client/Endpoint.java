package eu.guichet.client;

import okhttp3.HttpUrl;

/** The calls of the contract. Opaque ids are all that ever stands in a path; nothing stands in a query. */
enum Endpoint {
    SIGN_IN("GET", "v1/sign-in", Repeatability.QUESTION),
    ME("GET", "v1/me", Repeatability.QUESTION),
    OFFICES("GET", "v1/offices", Repeatability.QUESTION),
    SEARCH("POST", "v1/search", Repeatability.QUESTION),
    /** Whoever lost the answer opens the same contact again. */
    OPEN_CONTACT("POST", "v1/contacts", Repeatability.QUESTION),
    CONTACTS("GET", "v1/contacts", Repeatability.QUESTION),
    CHANGE_CONTACT("PATCH", "v1/contacts/{id}", Repeatability.QUESTION),
    CLOSE_CONTACT("POST", "v1/contacts/{id}/close", Repeatability.QUESTION),
    FILE("GET", "v1/pensioners/{id}", Repeatability.QUESTION),
    VERIFY("POST", "v1/pensioners/{id}/verifications", Repeatability.ACT),
    RESEND("POST", "v1/pensioners/{id}/messages", Repeatability.KEYED_ACT),
    MESSAGE("GET", "v1/messages/{id}", Repeatability.QUESTION),
    GENERATE_LETTER("POST", "v1/pensioners/{id}/letters", Repeatability.KEYED_ACT),
    /** Asked again, it is another claim with another code, and the document before is no longer valid: nothing is doubled. */
    CLAIM("POST", "v1/letters/{id}/claim", Repeatability.QUESTION),
    PRINT("POST", "v1/letters/{id}/print", Repeatability.KEYED_ACT),
    /** What is over already is left as it is. */
    CANCEL_PRINT("POST", "v1/letters/{id}/print/cancel", Repeatability.KEYED_ACT),
    /** What is on file already is answered as the first time. */
    RECORD("PATCH", "v1/letters/{id}", Repeatability.KEYED_ACT),
    CORRECT("POST", "v1/letters/{id}/corrections", Repeatability.KEYED_ACT),
    WORKLISTS("GET", "v1/worklists", Repeatability.QUESTION),
    WORKLIST("GET", "v1/worklists/{id}", Repeatability.QUESTION),
    LETTER_DESK("GET", "v1/letter-desk", Repeatability.QUESTION),
    LETTER_DESK_PAGE("GET", "v1/letter-desk/{id}", Repeatability.QUESTION),
    SCAN("POST", "v1/letter-desk/scans", Repeatability.QUESTION),
    POSTING_LIST("GET", "v1/letter-desk/posting-list/{id}", Repeatability.QUESTION),
    BATCH_DUE("GET", "v1/batches", Repeatability.QUESTION),
    START_BATCH("POST", "v1/batches", Repeatability.KEYED_ACT),
    BATCH("GET", "v1/batches/{id}", Repeatability.QUESTION),
    /** What is over already is left as it is. */
    CANCEL_BATCH("POST", "v1/batches/{id}/cancel", Repeatability.KEYED_ACT),
    /** Asked again, it would be the part after the one that was lost. */
    BATCH_DOCUMENT("POST", "v1/batches/{id}/document", Repeatability.ACT),
    /** What is on file already is answered as the first time. */
    REPORT_BATCH("POST", "v1/batches/{id}/papers", Repeatability.KEYED_ACT),
    BATCH_LEFT_OUT("GET", "v1/batches/{id}/left-out", Repeatability.QUESTION),
    BATCH_POSTING_LIST("GET", "v1/batches/{id}/posting-list", Repeatability.QUESTION),
    HANDOVER_DRAFT("GET", "v1/pensioners/{id}/handover", Repeatability.QUESTION),
    HAND_OVER("POST", "v1/pensioners/{id}/handover", Repeatability.KEYED_ACT),
    /** What is on file already is answered as the first time. */
    CHANGE_HANDOVER("PATCH", "v1/pensioners/{id}/handover", Repeatability.KEYED_ACT),
    TAKE_BACK("POST", "v1/pensioners/{id}/corrections", Repeatability.KEYED_ACT),
    PROMISE_CALLBACK("POST", "v1/pensioners/{id}/callbacks", Repeatability.KEYED_ACT),
    CHANGE_CALLBACK("PATCH", "v1/callbacks/{id}", Repeatability.KEYED_ACT),
    OFFICE("GET", "v1/offices/{id}", Repeatability.QUESTION),
    WRITE_OFFICE("POST", "v1/offices/{id}/entries", Repeatability.KEYED_ACT),
    LEAVE_OFFICE_NOTE("POST", "v1/pensioners/{id}/office-notes", Repeatability.KEYED_ACT),
    CHANGE_OFFICE_NOTE("PATCH", "v1/office-notes/{id}", Repeatability.KEYED_ACT),
    TRANSFER("POST", "v1/pensioners/{id}/transfer", Repeatability.KEYED_ACT),
    NOTICES("GET", "v1/notices", Repeatability.QUESTION),
    WRITE_NOTICE("POST", "v1/notices", Repeatability.KEYED_ACT),
    /** What is over already is left as it is. */
    END_NOTICE("POST", "v1/notices/{id}/end", Repeatability.KEYED_ACT),
    /** The same verdict once more does nothing. */
    JUDGE("POST", "v1/reviews/{id}/verdict", Repeatability.KEYED_ACT),
    REVIEWS("GET", "v1/reviews", Repeatability.QUESTION),
    AUDIT("GET", "v1/audit", Repeatability.QUESTION),
    SUBJECT_FILE("POST", "v1/pensioners/{id}/subject-file", Repeatability.QUESTION),
    FIGURES("GET", "v1/figures", Repeatability.QUESTION),
    OWN_FIGURES("GET", "v1/figures/own", Repeatability.QUESTION),
    VERIFICATION_LOCKS("GET", "v1/verification-locks", Repeatability.QUESTION),
    REACHED_LIMITS("GET", "v1/reached-limits", Repeatability.QUESTION),
    ALARMS("GET", "v1/alarms", Repeatability.QUESTION),
    UNLOCK_VERIFICATION("POST", "v1/pensioners/{id}/verification-unlocks", Repeatability.ACT),
    FREEZE("POST", "v1/pensioners/{id}/freeze", Repeatability.KEYED_ACT),
    LIFT_ALERT("POST", "v1/pensioners/{id}/alert-lifts", Repeatability.ACT),
    OWN_APPROVALS("GET", "v1/approvals", Repeatability.QUESTION),
    /** What is taken back already is answered as it is. */
    WITHDRAW("POST", "v1/approvals/{id}/withdrawal", Repeatability.KEYED_ACT),
    APPROVAL("GET", "v1/approvals/{id}", Repeatability.QUESTION),
    /** The same decision once more answers the same. */
    DECIDE("POST", "v1/approvals/{id}/decision", Repeatability.KEYED_ACT),
    REGISTER("POST", "v1/register", Repeatability.KEYED_ACT),
    EVENTS("GET", "v1/events", Repeatability.QUESTION),
    TRAINING("GET", "training/v1/pensioners/{id}", Repeatability.QUESTION),
    MOVE("POST", "training/v1/pensioners/{id}/moves", Repeatability.ACT);

    private static final String ID = "{id}";

    private final String method;
    private final String template;
    private final Repeatability repeat;

    Endpoint(String method, String template, Repeatability repeat) {
        this.method = method;
        this.template = template;
        this.repeat = repeat;
    }

    String method() {
        return method;
    }

    /** The path without any id: what a log may show. */
    String template() {
        return template;
    }

    Repeatability repeat() {
        return repeat;
    }

    HttpUrl under(HttpUrl base) {
        return base.newBuilder().addPathSegments(template).build();
    }

    HttpUrl under(HttpUrl base, String id) {
        HttpUrl.Builder url = base.newBuilder();
        for (String segment : template.split("/", -1)) {
            url.addPathSegment(segment.equals(ID) ? id : segment);
        }
        return url.build();
    }
}
