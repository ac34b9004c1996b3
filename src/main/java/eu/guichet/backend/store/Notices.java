package eu.guichet.backend.store;

import eu.guichet.contract.ContractJson;
import eu.guichet.contract.NoticeTopic;
import eu.guichet.process.Outage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** What was told to every desk; nothing of it is removed. */
public final class Notices {
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Handle handle;

    Notices(Handle handle) {
        this.handle = handle;
    }

    public void add(StoredNotice notice) {
        handle.createUpdate(
                        "INSERT INTO notice (id, topic, step, prefix, texts, since_at, until_at, closes, written_by,"
                                + " written_by_name, written_at) VALUES (:id, :topic, :step, :prefix, :texts, :since, :until,"
                                + " :closes, :by, :name, :at)")
                .bind("id", notice.id())
                .bind("topic", notice.topic().name())
                .bind("step", notice.step())
                .bind("prefix", notice.prefix())
                .bind("texts", ContractJson.mapper().writeValueAsString(notice.texts()))
                .bind("since", notice.since().toEpochMilli())
                .bind("until", notice.until().toEpochMilli())
                .bind("closes", notice.closes() ? 1 : 0)
                .bind("by", notice.writtenBy())
                .bind("name", notice.writtenByName())
                .bind("at", notice.writtenAt().toEpochMilli())
                .execute();
    }

    public Optional<StoredNotice> find(String id) {
        return handle.createQuery("SELECT * FROM notice WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne();
    }

    /** Those that hold, the oldest first. */
    public List<StoredNotice> inForce(Instant now) {
        return handle.createQuery(
                        "SELECT * FROM notice WHERE ended_at IS NULL AND until_at > :now ORDER BY since_at, id")
                .bind("now", now.toEpochMilli())
                .map((row, _) -> read(row))
                .list();
    }

    /** Those that hold, as the process knows them. */
    public List<Outage> outages(Instant now) {
        return inForce(now).stream().map(StoredNotice::outage).toList();
    }

    /** Also those that are over, the newest first. */
    public List<StoredNotice> all(int most) {
        return handle.createQuery("SELECT * FROM notice ORDER BY written_at DESC, id LIMIT :most")
                .bind("most", most)
                .map((row, _) -> read(row))
                .list();
    }

    /** @param by name of who ends it */
    public void end(String id, String by, Instant at) {
        handle.createUpdate("UPDATE notice SET ended_at = :at, ended_by_name = :by WHERE id = :id AND ended_at IS NULL")
                .bind("id", id)
                .bind("by", by)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    private static StoredNotice read(ResultSet row) throws SQLException {
        int step = row.getInt("step");
        Integer ofManual = row.wasNull() ? null : step;
        return new StoredNotice(
                row.getString("id"),
                NoticeTopic.valueOf(row.getString("topic")),
                ofManual,
                row.getString("prefix"),
                ContractJson.mapper().readValue(row.getString("texts"), TEXTS),
                Instant.ofEpochMilli(row.getLong("since_at")),
                Instant.ofEpochMilli(row.getLong("until_at")),
                row.getInt("closes") == 1,
                row.getString("written_by"),
                row.getString("written_by_name"),
                Instant.ofEpochMilli(row.getLong("written_at")),
                instant(row, "ended_at"),
                row.getString("ended_by_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }
}
