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
        long version) {
    public Pensioner {
        languages = List.copyOf(languages);
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
        return new Pensioner(
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
