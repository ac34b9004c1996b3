package eu.guichet.contract;

import java.time.LocalDate;
import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * How the agent identified the person, within an open contact. {@code DATA_POINTS} needs pension number, birth date and
 * postcode. {@code DOCUMENT_SEEN} needs day and month of birth as typed from the document, or the full birth date where the
 * person has namesakes; {@code CALLED_BACK} needs the full birth date where the person has namesakes. Everything else must be
 * absent.
 *
 * @param birthDay day and month, written {@code --07-13}
 */
public record VerificationRequest(
        VerificationMethod method,
        @Nullable String pensionNumber,
        @Nullable LocalDate birthDate,
        @Nullable MonthDay birthDay,
        @Nullable String postcode) {
    /** @param birthDay as typed from the document */
    public static VerificationRequest documentSeen(MonthDay birthDay) {
        return new VerificationRequest(VerificationMethod.DOCUMENT_SEEN, null, null, birthDay, null);
    }

    public static VerificationRequest calledBack() {
        return new VerificationRequest(VerificationMethod.CALLED_BACK, null, null, null, null);
    }

    public static VerificationRequest dataPoints(String pensionNumber, LocalDate birthDate, String postcode) {
        return new VerificationRequest(VerificationMethod.DATA_POINTS, pensionNumber, birthDate, null, postcode);
    }

    /** Never prints what was typed. */
    @Override
    public String toString() {
        return "VerificationRequest[" + method + "]";
    }
}
