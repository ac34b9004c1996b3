package eu.guichet.backend.store;

import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Letters and the hashes of their confirmation codes. */
public final class Letters {
    private final Handle handle;

    Letters(Handle handle) {
        this.handle = handle;
    }

    public void add(StoredLetter letter) {
        CodeHash code = letter.code();
        Instant fetchedAt = letter.fetchedAt();
        handle.createUpdate("INSERT INTO letter (id, pensioner_id, reference, generated_by, generated_at, code_hash,"
                        + " fetched_at, item_number) VALUES (:id, :pensioner, :reference, :by, :at, :hash,"
                        + " :fetched, :item)")
                .bind("id", letter.id())
                .bind("pensioner", letter.pensionerId())
                .bind("reference", letter.reference())
                .bind("by", letter.generatedBy())
                .bind("at", letter.generatedAt().toEpochMilli())
                .bind("hash", code == null ? null : code.stored())
                .bind("fetched", fetchedAt == null ? null : fetchedAt.toEpochMilli())
                .bind("item", letter.itemNumber())
                .execute();
    }

    public Optional<StoredLetter> find(String id) {
        return one("id = :value", id);
    }

    /** By the public reference as people write it. */
    public Optional<StoredLetter> byReference(String written) {
        return LetterReference.parse(written).flatMap(reference -> one("reference = :value", reference.value()));
    }

    /** By the S10 number as people write it. */
    public Optional<StoredLetter> byItemNumber(String written) {
        return ItemNumber.parse(written).flatMap(number -> one("item_number = :value", number.value()));
    }

    /** Newest first. */
    public List<StoredLetter> of(String pensionerId) {
        return handle.createQuery(
                        "SELECT * FROM letter WHERE pensioner_id = :pensioner ORDER BY generated_at DESC, id DESC")
                .bind("pensioner", pensionerId)
                .map((row, context) -> read(row))
                .list();
    }

    /**
     * Keeps the hash of the code that stands in the document being fetched, once.
     *
     * @return false when the document was fetched before; nothing is changed then
     */
    public boolean seal(String id, CodeHash code, Instant at) {
        return handle.createUpdate("UPDATE letter SET code_hash = :hash, fetched_at = :at"
                                + " WHERE id = :id AND fetched_at IS NULL")
                        .bind("hash", code.stored())
                        .bind("at", at.toEpochMilli())
                        .bind("id", id)
                        .execute()
                == 1;
    }

    /**
     * Puts another code in the place of the one on the paper: only the simulated people of the training backend, whose paper
     * is in nobody's hand, can be given one.
     */
    public void redraw(String id, CodeHash code) {
        handle.createUpdate("UPDATE letter SET code_hash = :hash WHERE id = :id")
                .bind("hash", code.stored())
                .bind("id", id)
                .execute();
    }

    /** Forgets the code of a letter that is dead; a document not fetched yet can no longer be fetched. */
    public void kill(String id, Instant at) {
        handle.createUpdate("UPDATE letter SET code_hash = NULL,"
                        + " fetched_at = COALESCE(fetched_at, :at) WHERE id = :id")
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /** The letter was handed to the post under this S10 number. */
    public void posted(String id, ItemNumber itemNumber) {
        handle.createUpdate("UPDATE letter SET item_number = :item WHERE id = :id")
                .bind("item", itemNumber.value())
                .bind("id", id)
                .execute();
    }

    private Optional<StoredLetter> one(String condition, String value) {
        return handle.createQuery("SELECT * FROM letter WHERE " + condition)
                .bind("value", value)
                .map((row, context) -> read(row))
                .findOne();
    }

    private static StoredLetter read(ResultSet row) throws SQLException {
        long fetchedAt = row.getLong("fetched_at");
        boolean fetched = !row.wasNull();
        return new StoredLetter(
                row.getString("id"),
                row.getString("pensioner_id"),
                row.getString("reference"),
                row.getString("generated_by"),
                Instant.ofEpochMilli(row.getLong("generated_at")),
                code(row.getString("code_hash")),
                fetched ? Instant.ofEpochMilli(fetchedAt) : null,
                row.getString("item_number"));
    }

    private static @Nullable CodeHash code(@Nullable String stored) {
        return stored == null ? null : CodeHash.read(stored);
    }
}
