package eu.guichet.backend.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** Which process events have been reported already, by sender. */
public final class Reports {
    private final Handle handle;

    Reports(Handle handle) {
        this.handle = handle;
    }

    /** Keeps the id; false when this sender had reported it before. */
    public boolean first(String sender, String eventId, Instant at) {
        return handle.createUpdate("INSERT INTO report (sender, event_id, seen_at) VALUES (:sender, :event, :at)"
                                + " ON CONFLICT (sender, event_id) DO NOTHING")
                        .bind("sender", sender)
                        .bind("event", eventId)
                        .bind("at", at.toEpochMilli())
                        .execute()
                == 1;
    }
}
