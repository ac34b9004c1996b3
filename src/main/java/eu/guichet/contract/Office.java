package eu.guichet.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An office and whether it is open right now.
 *
 * @param zone IANA name of the zone its hours are in
 * @param counter null where the office has none
 */
public record Office(
        OfficeCode code, String name, String zone, @Nullable Desk counter, Desk phone, List<String> phoneNumbers) {
    public Office {
        phoneNumbers = List.copyOf(phoneNumbers);
    }

    /**
     * A counter or a phone line.
     *
     * @param place where it is; empty for a phone line
     * @param hours for people, in the agent's language
     * @param open right now
     * @param changesAt when it next opens or closes
     */
    public record Desk(String place, String hours, boolean open, Instant changesAt) {}
}
