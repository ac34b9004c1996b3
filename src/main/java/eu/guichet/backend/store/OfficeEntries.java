package eu.guichet.backend.store;

import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Closure;
import eu.guichet.process.DatedOffice;
import eu.guichet.process.WeeklyHours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was written down of each office; nothing of it is changed or removed. */
public final class OfficeEntries {
    /** No number has one in it. */
    private static final String BETWEEN_NUMBERS = ", ";

    private final Handle handle;

    OfficeEntries(Handle handle) {
        this.handle = handle;
    }

    /** Does nothing where the office has one of that number. */
    public void add(OfficeCode office, StoredOfficeEntry stored) {
        DatedOffice.Entry entry = stored.entry();
        DatedOffice.Counter counter = entry.counter();
        handle.createUpdate("INSERT INTO office_entry (office, number, holds_from, counter_place, counter_hours,"
                        + " phone_hours, phone_numbers, directory, closures, written_at, written_by, written_by_name)"
                        + " VALUES (:office, :number, :from, :place, :counter, :phone, :numbers, :directory, :closures,"
                        + " :at, :by, :name) ON CONFLICT (office, number) DO NOTHING")
                .bind("office", office.name())
                .bind("number", entry.number())
                .bind("from", entry.from().toString())
                .bind("place", counter == null ? null : counter.place())
                .bind("counter", counter == null ? null : counter.hours().text())
                .bind("phone", entry.phone().text())
                .bind("numbers", String.join(BETWEEN_NUMBERS, entry.phoneNumbers()))
                .bind("directory", entry.directory())
                .bind("closures", Closure.text(entry.closures()))
                .bind("at", stored.writtenAt().toEpochMilli())
                .bind("by", stored.writtenBy())
                .bind("name", stored.writtenByName())
                .execute();
    }

    /** Of one office, in the order in which they were written. */
    public List<StoredOfficeEntry> of(OfficeCode office) {
        return handle.createQuery("SELECT * FROM office_entry WHERE office = :office ORDER BY number")
                .bind("office", office.name())
                .map((row, _) -> read(row))
                .list();
    }

    /** Of all offices. */
    public int count() {
        return handle.createQuery("SELECT COUNT(*) FROM office_entry")
                .mapTo(Integer.class)
                .one();
    }

    private static StoredOfficeEntry read(ResultSet row) throws SQLException {
        return new StoredOfficeEntry(
                new DatedOffice.Entry(
                        row.getLong("number"),
                        LocalDate.parse(row.getString("holds_from")),
                        counter(row.getString("counter_place"), row.getString("counter_hours")),
                        WeeklyHours.parse(row.getString("phone_hours")),
                        List.of(row.getString("phone_numbers").split(BETWEEN_NUMBERS)),
                        row.getString("directory"),
                        Closure.parse(row.getString("closures"))),
                Instant.ofEpochMilli(row.getLong("written_at")),
                row.getString("written_by"),
                row.getString("written_by_name"));
    }

    private static DatedOffice.@Nullable Counter counter(@Nullable String place, @Nullable String hours) {
        return place == null || hours == null ? null : new DatedOffice.Counter(place, WeeklyHours.parse(hours));
    }
}
