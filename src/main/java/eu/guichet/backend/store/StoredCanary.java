package eu.guichet.backend.store;

import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageStatus;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A message to an address of the office's own.
 *
 * @param address a digest of where it went; never the address
 * @param due by when it has to have arrived
 * @param receipt whether it has arrived only once the gateway says so; otherwise it has once it was taken over
 */
public record StoredCanary(
        String id,
        Channel channel,
        LocalDate day,
        String address,
        Instant madeAt,
        Instant due,
        boolean receipt,
        MessageStatus status) {
    public boolean arrived() {
        return switch (status) {
            case SENT -> !receipt;
            case DELIVERED -> true;
            case QUEUED, BOUNCED, FAILED -> false;
        };
    }

    /** Whether it may still arrive, and need not have by now. */
    public boolean onItsWay(Instant now) {
        return switch (status) {
            case QUEUED -> now.isBefore(due);
            case SENT -> receipt && now.isBefore(due);
            case DELIVERED, BOUNCED, FAILED -> false;
        };
    }
}
