package eu.guichet.backend.store;

import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.OfficeCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Who is on file. */
public final class Pensioners {
    private static final String COLUMNS = "id, pension_number, last_name, first_name, birth_date, office, languages,"
            + " street, postcode, city, country, email, phone, birth_name, register_office, version";

    private final Handle handle;

    Pensioners(Handle handle) {
        this.handle = handle;
    }

    public Optional<Pensioner> find(String id) {
        return one("id = :value", id);
    }

    /** In the order of {@code ids}; an unknown id is left out. */
    public List<Pensioner> find(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<String, Pensioner> found = new HashMap<>();
        handle.createQuery("SELECT " + COLUMNS + " FROM pensioner WHERE id IN (<ids>)")
                .bindList("ids", List.copyOf(ids))
                .map((row, context) -> read(row))
                .forEach(pensioner -> found.put(pensioner.id(), pensioner));
        return ids.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList();
    }

    /** By the number in any notation. */
    public Optional<Pensioner> byPensionNumber(String written) {
        return PensionNumber.canonical(written).flatMap(number -> one("pension_number = :value", number));
    }

    /** The person's version now; empty when nobody has this id. In a write transaction nothing can change it. */
    public Optional<Long> version(String id) {
        return handle.createQuery("SELECT version FROM pensioner WHERE id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
    }

    /** The versions of several people now; an unknown id is left out. */
    public Map<String, Long> versions(Collection<String> ids) {
        Map<String, Long> versions = new HashMap<>();
        if (!ids.isEmpty()) {
            handle.createQuery("SELECT id, version FROM pensioner WHERE id IN (<ids>)")
                    .bindList("ids", List.copyOf(ids))
                    .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                    .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
        }
        return versions;
    }

    /** Everybody, in no order; each is handed over while the rest is still being read. */
    public void forEach(Consumer<Pensioner> consumer) {
        try (Stream<Pensioner> rows = handle
                .createQuery("SELECT " + COLUMNS + " FROM pensioner")
                .setFetchSize(1000)
                .map((row, context) -> read(row))
                .stream()) {
            rows.forEach(consumer);
        }
    }

    /** At most so many people, whichever. */
    public List<Pensioner> some(int most) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM pensioner LIMIT :most")
                .bind("most", most)
                .map((row, context) -> read(row))
                .list();
    }

    public long count() {
        return handle.createQuery("SELECT COUNT(*) FROM pensioner")
                .mapTo(Long.class)
                .one();
    }

    /** Ids of those one of whose whole e-mails this is, whatever the case; at most {@code limit}. */
    public List<String> idsByEmail(Collection<String> emails, int limit) {
        return emails.isEmpty()
                ? List.of()
                : handle.createQuery(
                                "SELECT id FROM pensioner WHERE email_key IN (<emails>) ORDER BY email_key, id LIMIT :limit")
                        .bindList(
                                "emails",
                                emails.stream().map(Pensioners::emailKey).toList())
                        .bind("limit", limit)
                        .mapTo(String.class)
                        .list();
    }

    /** Ids of those who have one of these numbers on file, all E.164; at most {@code limit}. */
    public List<String> idsByPhone(Collection<String> numbers, int limit) {
        return numbers.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT id FROM pensioner WHERE phone IN (<numbers>) ORDER BY id LIMIT :limit")
                        .bindList("numbers", List.copyOf(numbers))
                        .bind("limit", limit)
                        .mapTo(String.class)
                        .list();
    }

    /** Ids of those who have one of these numbers, as stored. */
    public List<String> idsByPensionNumber(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : handle.createQuery("SELECT id FROM pensioner WHERE pension_number IN (<numbers>)")
                        .bindList("numbers", List.copyOf(numbers))
                        .mapTo(String.class)
                        .list();
    }

    /** Adds somebody; the version given counts. */
    public void add(Pensioner pensioner) {
        write(
                pensioner,
                "INSERT INTO pensioner (" + COLUMNS + ", email_key, people_stamp) VALUES (:id,"
                        + " :pension_number, :last_name, :first_name, :birth_date, :office, :languages, :street, :postcode,"
                        + " :city, :country, :email, :phone, :birth_name, :register_office, :version, :email_key, :stamp)");
    }

    /** Replaces what is on file about somebody and lets the version grow. */
    public void change(Pensioner pensioner) {
        write(
                pensioner,
                "UPDATE pensioner SET pension_number = :pension_number, last_name = :last_name,"
                        + " first_name = :first_name, birth_date = :birth_date, office = :office, languages = :languages,"
                        + " street = :street, postcode = :postcode, city = :city, country = :country, email = :email,"
                        + " email_key = :email_key, phone = :phone, birth_name = :birth_name, register_office = :register_office, version = version + 1, people_stamp = :stamp"
                        + " WHERE id = :id");
    }

    /** The stamp of the latest addition or change of anybody, as the search knows people; 0 for an empty store. */
    public long stamp() {
        return handle.createQuery("SELECT value FROM counter WHERE name = 'people'")
                .mapTo(Long.class)
                .one();
    }

    /** How many were added or changed after {@code stamp}, counted no further than to {@code most}. */
    public int changedAfter(long stamp, int most) {
        return handle.createQuery("SELECT COUNT(*) FROM (SELECT 1 FROM pensioner WHERE people_stamp > :stamp"
                        + " LIMIT :most) AS newer")
                .bind("stamp", stamp)
                .bind("most", most)
                .mapTo(Integer.class)
                .one();
    }

    /** Hands over everybody added or changed after {@code stamp}, oldest change first. */
    public void changedAfter(long stamp, Consumer<NamedPerson> consumer) {
        try (Stream<NamedPerson> rows = handle
                .createQuery(
                        "SELECT id, last_name, first_name, birth_date, pensioner.office, postcode, city, birth_name, state"
                                + " FROM pensioner LEFT JOIN enrolment_status ON pensioner_id = id"
                                + " WHERE people_stamp > :stamp ORDER BY people_stamp")
                .bind("stamp", stamp)
                .setFetchSize(1000)
                .map((row, context) -> new NamedPerson(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        LocalDate.parse(row.getString(4)).getYear(),
                        OfficeCode.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        EnrolmentState.ACTIVE.name().equals(row.getString(9))))
                .stream()) {
            rows.forEach(consumer);
        }
    }

    /**
     * What the search needs to know of everybody.
     *
     * @param finished whether the enrolment is at its end
     */
    public record NamedPerson(
            String id,
            String lastName,
            String firstName,
            int birthYear,
            OfficeCode office,
            String postcode,
            String town,
            @Nullable String birthName,
            boolean finished) {
        /** Somebody of whom no other last name is known, and whose enrolment is open. */
        public NamedPerson(
                String id,
                String lastName,
                String firstName,
                int birthYear,
                OfficeCode office,
                String postcode,
                String town) {
            this(id, lastName, firstName, birthYear, office, postcode, town, null, false);
        }

        @Override
        public String toString() {
            return "NamedPerson[" + id + "]";
        }
    }

    /** What the search knows of somebody has changed, though not what is on file. */
    public void renew(String id) {
        handle.createUpdate("UPDATE pensioner SET people_stamp = :stamp WHERE id = :id")
                .bind("stamp", nextStamp())
                .bind("id", id)
                .execute();
    }

    long grow(String id) {
        return handle.createQuery("UPDATE pensioner SET version = version + 1 WHERE id = :id RETURNING version")
                .bind("id", id)
                .mapTo(Long.class)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("nobody has this id: " + id));
    }

    long nextStamp() {
        return handle.createQuery("UPDATE counter SET value = value + 1 WHERE name = 'people' RETURNING value")
                .mapTo(Long.class)
                .one();
    }

    static @Nullable String emailKey(@Nullable String email) {
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    private void write(Pensioner pensioner, String sql) {
        OfficeCode registerOffice = pensioner.registerOffice();
        handle.createUpdate(sql)
                .bind("id", pensioner.id())
                .bind("pension_number", pensioner.pensionNumber())
                .bind("last_name", pensioner.lastName())
                .bind("first_name", pensioner.firstName())
                .bind("birth_date", pensioner.birthDate().toString())
                .bind("office", pensioner.office().name())
                .bind("languages", String.join(" ", pensioner.languages()))
                .bind("street", pensioner.address().street())
                .bind("postcode", pensioner.address().postcode())
                .bind("city", pensioner.address().city())
                .bind("country", pensioner.address().country())
                .bind("email", pensioner.email())
                .bind("email_key", emailKey(pensioner.email()))
                .bind("phone", pensioner.phone())
                .bind("birth_name", pensioner.birthName())
                .bind("register_office", registerOffice == null ? null : registerOffice.name())
                .bind("version", pensioner.version())
                .bind("stamp", nextStamp())
                .execute();
    }

    private Optional<Pensioner> one(String condition, String value) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM pensioner WHERE " + condition)
                .bind("value", value)
                .map((row, context) -> read(row))
                .findOne();
    }

    private static Pensioner read(ResultSet row) throws SQLException {
        String registerOffice = row.getString("register_office");
        return new Pensioner(
                row.getString("id"),
                row.getString("pension_number"),
                row.getString("last_name"),
                row.getString("first_name"),
                LocalDate.parse(row.getString("birth_date")),
                OfficeCode.valueOf(row.getString("office")),
                List.of(row.getString("languages").split(" ")),
                new Address(
                        row.getString("street"),
                        row.getString("postcode"),
                        row.getString("city"),
                        row.getString("country")),
                row.getString("email"),
                row.getString("phone"),
                row.getString("birth_name"),
                registerOffice == null ? null : OfficeCode.valueOf(registerOffice),
                row.getLong("version"));
    }
}
