package eu.guichet.backend.store;

import eu.guichet.process.Event;
import eu.guichet.process.History;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What happened to people. Events are added and read, never changed or removed. */
public final class Events {
    private final Handle handle;

    Events(Handle handle) {
        this.handle = handle;
    }

    /** Records an event; the person's version grows by one and is answered. */
    public long add(String pensionerId, Event event) {
        long version = new Pensioners(handle).grow(pensionerId);
        handle.createUpdate("INSERT INTO event (pensioner_id, position, occurred_at, payload)"
                        + " VALUES (:pensioner, :position, :at, :payload)")
                .bind("pensioner", pensionerId)
                .bind("position", version)
                .bind("at", event.at().toEpochMilli())
                .bind("payload", EventJson.write(event))
                .execute();
        return version;
    }

    public History history(String pensionerId) {
        return new History(
                handle.createQuery("SELECT payload FROM event WHERE pensioner_id = :pensioner ORDER BY position")
                        .bind("pensioner", pensionerId)
                        .mapTo(String.class)
                        .map(EventJson::read)
                        .list());
    }

    /** The histories of several people at once; an empty one for whoever has none. */
    public Map<String, History> histories(Collection<String> pensionerIds) {
        Map<String, List<Event>> events = new LinkedHashMap<>();
        pensionerIds.forEach(id -> events.put(id, new ArrayList<>()));
        if (!events.isEmpty()) {
            handle.createQuery("SELECT pensioner_id, payload FROM event WHERE pensioner_id IN (<ids>)"
                            + " ORDER BY pensioner_id, position")
                    .bindList("ids", List.copyOf(events.keySet()))
                    .map((row, context) -> Map.entry(row.getString(1), EventJson.read(row.getString(2))))
                    .forEach(entry -> events.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        Map<String, History> histories = new LinkedHashMap<>();
        events.forEach((id, happened) -> histories.put(id, new History(happened)));
        return histories;
    }
}
