package eu.guichet.contract;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the desk sees of one pensioner. Masked: no full e-mail, phone, pension number or address, and never a code.
 * Sentences are in the language the agent asked for, except {@link Advice#toPensioner()}.
 *
 * @param id opaque identifier, safe in a URL
 * @param etag the version to send in {@code If-Match}
 * @param name family name in capitals, then first name
 * @param languages BCP 47 tags, best first
 * @param email masked, or null when none is on file
 * @param phone masked, or null when none is on file
 * @param place postcode and town of the address on file, masked to what tells two addresses apart
 * @param step the step of the manual at which the pensioner stands, 1 to 16
 * @param standing one plain sentence: where the enrolment stands
 * @param condition the same at one glance
 * @param steps all sixteen, in order
 * @param actions open and closed ones, in the order to show them
 * @param timeline newest first
 * @param letters newest first
 * @param verification the calling agent's verification that is in force, if any
 * @param verificationLock set while verification is locked for this person
 * @param alerts in force, the gravest first
 * @param namesakes how many others share the name as heard and the year of birth; where there are any, only a typed full birth
 *     date or pension number identifies
 * @param callBackDirectory which of the office's directories has the number on file, in the agent's language; null without one
 * @param contact the calling agent's open contact about this person; null where there is none
 * @param approvals what waits for a supervisor about this person, oldest first; null from an earlier backend
 * @param notices of what is disturbed now and concerns her, none where an older backend does not say
 * @param callbacks that are owed, the one that is due first before the others, none where an older backend does not say
 * @param rightOffice how one says which office is competent, and what waits there; null from an earlier backend
 */
public record PensionerFile(
        String id,
        String etag,
        String name,
        int birthYear,
        OfficeCode office,
        List<String> languages,
        String pensionNumber,
        @Nullable String email,
        @Nullable String phone,
        String place,
        EnrolmentState state,
        Stage stage,
        int step,
        String standing,
        Turn turn,
        Condition condition,
        List<Step> steps,
        Advice advice,
        List<Action> actions,
        List<TimelineEntry> timeline,
        List<Letter> letters,
        @Nullable Verification verification,
        @Nullable VerificationLock verificationLock,
        List<FileAlert> alerts,
        int namesakes,
        @Nullable String callBackDirectory,
        @Nullable Contact contact,
        @Nullable List<Approval> approvals,
        List<Callback> callbacks,
        List<Notice> notices,
        @Nullable RightOffice rightOffice) {
    public PensionerFile {
        languages = List.copyOf(languages);
        steps = List.copyOf(steps);
        actions = List.copyOf(actions);
        timeline = List.copyOf(timeline);
        letters = List.copyOf(letters);
        alerts = List.copyOf(alerts);
        approvals = approvals == null ? null : List.copyOf(approvals);
        notices = List.copyOf(Objects.requireNonNullElse(notices, List.of()));
        callbacks = List.copyOf(Objects.requireNonNullElse(callbacks, List.of()));
    }

    /** Notes to an office about her that wait, oldest first. */
    public List<OfficeNote> officeNotes() {
        return rightOffice == null ? List.of() : rightOffice.notes();
    }

    /** What waits for a supervisor about this person, oldest first; empty from an earlier backend. */
    public List<Approval> waiting() {
        return approvals == null ? List.of() : approvals;
    }

    /**
     * The contact within which acts are done.
     *
     * @throws IllegalStateException where none is open
     */
    public Contact openContact() {
        if (contact == null) {
            throw new IllegalStateException("the file was only looked at");
        }
        return contact;
    }

    /** The action of this kind; every kind is always present, open or closed. */
    public Optional<Action> action(ActionKind kind) {
        return actions.stream().filter(a -> a.kind().equals(kind)).findFirst();
    }
}
