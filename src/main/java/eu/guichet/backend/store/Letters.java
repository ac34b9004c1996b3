package eu.guichet.backend.store;

import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PostalRecord;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ReturnReason;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
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

    /** A letter that is just being ordered; {@link Bulk} adds those of the past. */
    public void add(StoredLetter letter) {
        handle.createUpdate("INSERT INTO letter (id, pensioner_id, kind, reference, office, print_at, generated_by,"
                        + " generated_by_name, generated_at, label, item_number, state) VALUES (:id, :pensioner, :kind,"
                        + " :reference, :office, :printAt, :by, :byName, :at, :label, :item, :state)")
                .bind("id", letter.id())
                .bind("pensioner", letter.pensionerId())
                .bind("kind", letter.kind().name())
                .bind("reference", letter.reference())
                .bind("office", letter.office().name())
                .bind("printAt", letter.printAt().name())
                .bind("by", letter.generatedBy().id())
                .bind("byName", letter.generatedBy().name())
                .bind("at", letter.generatedAt().toEpochMilli())
                .bind("label", letter.label())
                .bind("item", letter.itemNumber())
                .bind("state", letter.standing().state().name())
                .execute();
    }

    public Optional<StoredLetter> find(String id) {
        return one("id = :value", id);
    }

    /**
     * Whose letter with a code stands so and was posted, or received, on one of these days.
     *
     * @param state {@link LetterState#POSTED} or {@link LetterState#RECEIVED}
     * @param last included
     */
    public List<String> peopleWith(LetterState state, LocalDate first, LocalDate last) {
        String day = switch (state) {
            case POSTED -> "posted_on";
            case RECEIVED -> "received_on";
            default -> throw new IllegalArgumentException("no day is kept on which a letter became " + state);
        };
        return handle.createQuery("SELECT DISTINCT pensioner_id FROM letter WHERE state = '" + state + "' AND " + day
                        + " BETWEEN :first AND :last AND kind = 'CODE'")
                .bind("first", text(first))
                .bind("last", text(last))
                .mapTo(String.class)
                .list();
    }

    /** By the public reference as people write it. */
    public Optional<StoredLetter> byReference(String written) {
        return LetterReference.parse(written).flatMap(reference -> one("reference = :value", reference.value()));
    }

    /** By the S10 number as people write it. */
    public Optional<StoredLetter> byItemNumber(String written) {
        return ItemNumber.parse(written).flatMap(number -> one("item_number = :value", number.value()));
    }

    /** How many this agent has generated since then, one by one; those of a batch are the office's. */
    public int generatedBy(String agentId, Instant since) {
        return generated(
                "generated_by = :value AND NOT EXISTS (SELECT 1 FROM batch_item"
                        + " WHERE batch_item.letter_id = letter.id AND batch_item.generated = 1)",
                agentId,
                since);
    }

    /** How many were generated for this office's letter desk, or at its desks, since then. */
    public int generatedFor(OfficeCode office, Instant since) {
        return generated("office = :value", office.name(), since);
    }

    private int generated(String whose, String value, Instant since) {
        return handle.createQuery(
                        "SELECT COUNT(*) FROM letter WHERE kind = 'CODE' AND generated_at >= :since AND " + whose)
                .bind("since", since.toEpochMilli())
                .bind("value", value)
                .mapTo(Integer.class)
                .one();
    }

    /** Newest first. */
    public List<StoredLetter> of(String pensionerId) {
        return handle.createQuery(
                        "SELECT * FROM letter WHERE pensioner_id = :pensioner ORDER BY generated_at DESC, id DESC")
                .bind("pensioner", pensionerId)
                .map((row, context) -> read(row))
                .list();
    }

    /** Keeps who has taken the document now. The code of an earlier claim is forgotten with it. */
    public void claim(String id, StoredLetter.Claim claim) {
        Instant at = claim.at();
        handle.createUpdate("UPDATE letter SET claim = :claim, claimed_at = :at, claimed_by = :by,"
                        + " claimed_by_name = :byName, code_hash = NULL WHERE id = :id")
                .bind("claim", claim.id())
                .bind("at", at == null ? null : at.toEpochMilli())
                .bind("by", claim.by().id())
                .bind("byName", claim.by().name())
                .bind("id", id)
                .execute();
    }

    /**
     * Keeps the hash of the code that stands in the claimed document.
     *
     * @return false when the document was claimed again meanwhile, or the letter is over; nothing is changed then
     */
    public boolean seal(String id, String claim, CodeHash code) {
        return handle.createUpdate(
                                "UPDATE letter SET code_hash = :hash"
                                        + " WHERE id = :id AND claim = :claim AND claimed_at IS NOT NULL AND state = 'GENERATED'")
                        .bind("hash", code.stored())
                        .bind("id", id)
                        .bind("claim", claim)
                        .execute()
                == 1;
    }

    /** Whoever claimed the document no longer has it; its code is forgotten. */
    public void release(String id, String claim) {
        handle.createUpdate("UPDATE letter SET claimed_at = NULL, code_hash = NULL WHERE id = :id AND claim = :claim")
                .bind("id", id)
                .bind("claim", claim)
                .execute();
    }

    public void printed(String id, StoredLetter.Printed printed) {
        handle.createUpdate("UPDATE letter SET printed_at = :at, printed_by = :by, printed_by_name = :byName"
                        + " WHERE id = :id")
                .bind("at", printed.at().toEpochMilli())
                .bind("by", printed.by().id())
                .bind("byName", printed.by().name())
                .bind("id", id)
                .execute();
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

    /** Forgets the code of a letter that can never be accepted any more. */
    public void forgetCode(String id) {
        handle.createUpdate("UPDATE letter SET code_hash = NULL WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** The letter was given up: its code is forgotten, and its label can be stuck on another envelope. */
    public void voided(String id) {
        handle.createUpdate("UPDATE letter SET code_hash = NULL,"
                        + " item_number = CASE WHEN posting IS NULL AND posted_on IS NULL THEN NULL ELSE item_number END"
                        + " WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** The letter was handed to the post under this S10 number; postings are numbered in the order in which they are told. */
    public void posted(String id, ItemNumber itemNumber, String by) {
        handle.createUpdate("UPDATE counter SET value = value + 1 WHERE name = 'posting'")
                .execute();
        handle.createUpdate("UPDATE letter SET item_number = :item, posted_by = :by,"
                        + " posting = (SELECT value FROM counter WHERE name = 'posting') WHERE id = :id")
                .bind("item", itemNumber.value())
                .bind("by", by)
                .bind("id", id)
                .execute();
    }

    public void received(String id, String by) {
        handle.createUpdate("UPDATE letter SET received_by = :by WHERE id = :id")
                .bind("by", by)
                .bind("id", id)
                .execute();
    }

    public void returned(String id, String by) {
        handle.createUpdate("UPDATE letter SET returned_by = :by WHERE id = :id")
                .bind("by", by)
                .bind("id", id)
                .execute();
    }

    /** Who told this of the letter; empty where nobody did, or it was told before that was kept. */
    public Optional<String> recordedBy(String id, PostalRecord what) {
        return handle.createQuery("SELECT " + column(what) + " FROM letter WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne();
    }

    /** A postal record was taken back; with a posting its S10 number becomes free again, unless it stands on the paper. */
    public void retracted(String id, PostalRecord what) {
        String more = switch (what) {
            case POSTED -> ", posting = NULL, item_number = label";
            case RECEIVED, RETURNED -> "";
        };
        handle.createUpdate("UPDATE letter SET " + column(what) + " = NULL" + more + " WHERE id = :id")
                .bind("id", id)
                .execute();
    }

    /** Keeps beside the letter what its events tell. */
    public void project(String id, StoredLetter.Standing standing) {
        ReturnReason reason = standing.returnReason();
        handle.createUpdate("UPDATE letter SET state = :state, posted_on = :posted, goes_back_on = :back,"
                        + " received_on = :received, returned_on = :returned, return_reason = :reason WHERE id = :id")
                .bind("state", standing.state().name())
                .bind("posted", text(standing.postedOn()))
                .bind("back", text(standing.goesBackOn()))
                .bind("received", text(standing.receivedOn()))
                .bind("returned", text(standing.returnedOn()))
                .bind("reason", reason == null ? null : reason.name())
                .bind("id", id)
                .execute();
    }

    private static String column(PostalRecord what) {
        return switch (what) {
            case POSTED -> "posted_by";
            case RECEIVED -> "received_by";
            case RETURNED -> "returned_by";
        };
    }

    private Optional<StoredLetter> one(String condition, String value) {
        return handle.createQuery("SELECT * FROM letter WHERE " + condition)
                .bind("value", value)
                .map((row, context) -> read(row))
                .findOne();
    }

    static StoredLetter read(ResultSet row) throws SQLException {
        return new StoredLetter(
                row.getString("id"),
                row.getString("pensioner_id"),
                LetterKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                OfficeCode.valueOf(row.getString("office")),
                PrintPlace.valueOf(row.getString("print_at")),
                new StoredLetter.Person(row.getString("generated_by"), row.getString("generated_by_name")),
                Instant.ofEpochMilli(row.getLong("generated_at")),
                row.getString("label"),
                row.getString("item_number"),
                code(row.getString("code_hash")),
                claim(row),
                printed(row),
                new StoredLetter.Standing(
                        LetterState.valueOf(row.getString("state")),
                        day(row.getString("posted_on")),
                        day(row.getString("goes_back_on")),
                        day(row.getString("received_on")),
                        day(row.getString("returned_on")),
                        reason(row.getString("return_reason"))));
    }

    private static StoredLetter.@Nullable Claim claim(ResultSet row) throws SQLException {
        String id = row.getString("claim");
        return id == null
                ? null
                : new StoredLetter.Claim(
                        id,
                        moment(row, "claimed_at"),
                        new StoredLetter.Person(row.getString("claimed_by"), row.getString("claimed_by_name")));
    }

    private static StoredLetter.@Nullable Printed printed(ResultSet row) throws SQLException {
        Instant at = moment(row, "printed_at");
        return at == null
                ? null
                : new StoredLetter.Printed(
                        at, new StoredLetter.Person(row.getString("printed_by"), row.getString("printed_by_name")));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static @Nullable LocalDate day(@Nullable String stored) {
        return stored == null ? null : LocalDate.parse(stored);
    }

    private static @Nullable ReturnReason reason(@Nullable String stored) {
        return stored == null ? null : ReturnReason.valueOf(stored);
    }

    private static @Nullable CodeHash code(@Nullable String stored) {
        return stored == null ? null : new CodeHash(stored);
    }
}
