package eu.guichet.backend.store;

import eu.guichet.contract.Channel;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Enrolment;
import eu.guichet.process.History;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pensioner as on file.
 *
 * @param id opaque, safe in a URL and in a log
 * @param pensionNumber in canonical form, see {@link PensionNumber}
 * @param languages BCP 47 tags, best first, at least one
 * @param email null when none is on file
 * @param phone E.164, null when none is on file
 * @param birthName the last name before marriage or another change; null when none is known, or it is the same
 * @param office which is competent
 * @param registerOffice which office the register names, where the competence was given to another one; null otherwise
 * @param version grows with every event and every change of these data
 */
public record Pensioner(
        String id,
        String pensionNumber,
        String lastName,
        String firstName,
        LocalDate birthDate,
        OfficeCode office,
        List<String> languages,
        Address address,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String birthName,
        @Nullable OfficeCode registerOffice,
        long version) {
    public Pensioner {
        languages = List.copyOf(languages);
    }

    /** Somebody whose office is the one that the register names. */
    public Pensioner(
            String id,
            String pensionNumber,
            String lastName,
            String firstName,
            LocalDate birthDate,
            OfficeCode office,
            List<String> languages,
            Address address,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String birthName,
            long version) {
        this(
                id,
                pensionNumber,
                lastName,
                firstName,
                birthDate,
                office,
                languages,
                address,
                email,
                phone,
                birthName,
                null,
                version);
    }

    /** Somebody of whom no other last name is known. */
    public Pensioner(
            String id,
            String pensionNumber,
            String lastName,
            String firstName,
            LocalDate birthDate,
            OfficeCode office,
            List<String> languages,
            Address address,
            @Nullable String email,
            @Nullable String phone,
            long version) {
        this(
                id,
                pensionNumber,
                lastName,
                firstName,
                birthDate,
                office,
                languages,
                address,
                email,
                phone,
                null,
                version);
    }

    /** The same person at another version. */
    public Pensioner at(long otherVersion) {
        return with(office, registerOffice, otherVersion);
    }

    /** Which office the register names. */
    public OfficeCode officeInRegister() {
        return registerOffice == null ? office : registerOffice;
    }

    /** The same person with another competent office; what the register says of it stays known. */
    public Pensioner transferredTo(OfficeCode other) {
        return with(other, other == officeInRegister() ? null : officeInRegister(), version);
    }

    /** The same person with the competent office of {@code before}, where the register says of it what it said then. */
    public Pensioner asTransferred(Pensioner before) {
        return officeInRegister() == before.officeInRegister()
                ? with(before.office(), before.registerOffice(), version)
                : this;
    }

    private Pensioner with(OfficeCode competent, @Nullable OfficeCode register, long otherVersion) {
        return new Pensioner(
                id,
                pensionNumber,
                lastName,
                firstName,
                birthDate,
                competent,
                languages,
                address,
                email,
                phone,
                birthName,
                register,
                otherVersion);
    }

    /** The channels for which something is on file. */
    public Set<Channel> channels() {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        if (email != null) {
            channels.add(Channel.EMAIL);
        }
        if (phone != null) {
            channels.add(Channel.SMS);
        }
        return channels;
    }

    /** Where the enrolment stands at this moment, for what is on file. */
    public Enrolment enrolment(History history, DatedPolicy policy, Instant now) {
        return Enrolment.of(history, channels(), policy, now);
    }

    /** Never prints who it is. */
    @Override
    public String toString() {
        return "Pensioner[" + id + ", version " + version + "]";
    }
}
