package eu.guichet.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person on a worklist: what tells her from others, and no more.
 *
 * @param pensionerId opaque, safe in a URL
 * @param name family name in capitals, then first name
 * @param step the step of the manual, 1 to 16
 * @param since from when on the cause of the list holds
 * @param due when something ends that is waited for, by the process’s own terms; null where nothing does
 * @param lastBy name of the agent who had the file last; null where nobody is known
 * @param atWork name of a colleague who has the file open now; null where nobody else has
 * @param cursor its place in the order that was asked for
 * @param callback the one for which she stands there; null but on {@link Worklist#CALLBACKS}
 * @param note for which she stands there; null but on {@link Worklist#HANDED_TO_OFFICE}
 */
public record WorklistRow(
        String pensionerId,
        String name,
        int birthYear,
        OfficeCode office,
        int step,
        Instant since,
        @Nullable Instant due,
        @Nullable String lastBy,
        @Nullable String atWork,
        String cursor,
        @Nullable Callback callback,
        @Nullable OfficeNote note) {
    /** Somebody who stands there by where her enrolment stands. */
    public WorklistRow(
            String pensionerId,
            String name,
            int birthYear,
            OfficeCode office,
            int step,
            Instant since,
            @Nullable Instant due,
            @Nullable String lastBy,
            @Nullable String atWork,
            String cursor,
            @Nullable Callback callback) {
        this(pensionerId, name, birthYear, office, step, since, due, lastBy, atWork, cursor, callback, null);
    }

    /** What tells this row from the others of its list. */
    public String id() {
        if (callback != null) {
            return callback.id();
        }
        return note == null ? pensionerId : note.id();
    }
}
