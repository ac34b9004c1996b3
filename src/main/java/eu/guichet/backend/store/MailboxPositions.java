package eu.guichet.backend.store;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far mailboxes have been read. */
public final class MailboxPositions {
    private final Handle handle;

    MailboxPositions(Handle handle) {
        this.handle = handle;
    }

    /**
     * The last message that was read.
     *
     * @param uidValidity another one where the mailbox has numbered its messages anew
     * @param lastUid 0 where none was read
     */
    public record Position(long uidValidity, long lastUid) {}

    public Optional<Position> find(String mailbox) {
        return handle.createQuery("SELECT uid_validity, last_uid FROM mailbox_position WHERE mailbox = :mailbox")
                .bind("mailbox", mailbox)
                .map((row, _) -> new Position(row.getLong("uid_validity"), row.getLong("last_uid")))
                .findOne();
    }

    public void put(String mailbox, Position position) {
        handle.createUpdate("INSERT INTO mailbox_position (mailbox, uid_validity, last_uid)"
                        + " VALUES (:mailbox, :validity, :last) ON CONFLICT (mailbox) DO UPDATE SET"
                        + " uid_validity = excluded.uid_validity, last_uid = excluded.last_uid")
                .bind("mailbox", mailbox)
                .bind("validity", position.uidValidity())
                .bind("last", position.lastUid())
                .execute();
    }
}
