package eu.guichet.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param desk what the policy says of the desk
 */
public record Me(String id, String name, Role role, OfficeCode office, Environment environment, Desk desk) {
    /**
     * @param contactsOpen most contacts that may be open at once
     * @param veilAtCounterSeconds after how long an untouched desk hides a file that is open for a visit to the counter
     * @param veilOnCallSeconds the same for every other reason
     * @param savePdf whether a letter may be saved to a file instead of printed
     * @param printing who prints letters; an older backend does not say so, and leaves it to the desk
     * @param changesAt when other figures may hold, so that it has to be asked for again; null where none are known, UTC
     */
    public record Desk(
            int contactsOpen,
            int veilAtCounterSeconds,
            int veilOnCallSeconds,
            boolean savePdf,
            @Nullable PrintingBy printing,
            @Nullable Instant changesAt) {
        public static final Desk STANDARD = new Desk(2, 180, 600, false, PrintingBy.DESK, null);

        /** Whether the office's printer prints, so that no document comes to this desk. */
        public boolean officePrints() {
            return printing == PrintingBy.OFFICE;
        }
    }
}
