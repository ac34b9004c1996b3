package eu.guichet.backend.store;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Letters that an office generates and prints in one go.
 *
 * @param printing who prints, as the policy was when it began
 * @param by whoever started it
 * @param role theirs then
 * @param cancelledAt when somebody ended it between two letters, or null
 * @param pace where its pace is measured from
 */
public record StoredBatch(
        String id,
        OfficeCode office,
        PrintingBy printing,
        StoredLetter.Person by,
        Role role,
        Instant startedAt,
        @Nullable Instant cancelledAt,
        Pace pace) {
    /**
     * A batch that lay still for a while is measured from where it went on.
     *
     * @param activeAt when something last became of it
     * @param since from when on the pace is measured
     * @param done what was done by then
     */
    public record Pace(Instant activeAt, Instant since, int done) {}

    /** One that begins at this moment. */
    public static StoredBatch started(
            String id, OfficeCode office, PrintingBy printing, StoredLetter.Person by, Role role, Instant at) {
        return new StoredBatch(id, office, printing, by, role, at, null, new Pace(at, at, 0));
    }
}
