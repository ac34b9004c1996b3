package eu.guichet.backend.store;

import eu.guichet.process.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Adds many rows in prepared batches, for imports and simulated worlds. Everything is written when it is closed at the
 * latest, within the transaction it came from.
 */
public final class Bulk implements AutoCloseable {
    private static final int BATCH = 1000;

    private static final String ADD_PERSON = "INSERT INTO pensioner (last_name, first_name, birth_date, office,"
            + " languages, street, postcode, city, country, email, email_key, phone, birth_name, register_office,"
            + " people_stamp, version, id,"
            + " pension_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String CHANGE_PERSON = "UPDATE pensioner SET last_name = ?, first_name = ?, birth_date = ?,"
            + " office = ?, languages = ?, street = ?, postcode = ?, city = ?, country = ?, email = ?, email_key = ?,"
            + " phone = ?, birth_name = ?, register_office = ?, people_stamp = ?, version = ? WHERE id = ?";
    private static final String ADD_MESSAGE = "INSERT INTO message (id, pensioner_id, kind, language, status,"
            + " requested_at, changed_at, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD_LETTER = "INSERT INTO letter (id, pensioner_id, kind, reference, office,"
            + " print_at, generated_by, generated_by_name, generated_at, label, item_number, printed_at, printed_by,"
            + " printed_by_name, posting, state, posted_on, goes_back_on, received_on, returned_on, return_reason)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String ADD_EVENT =
            "INSERT INTO event (pensioner_id, position, occurred_at, payload) VALUES (?, ?, ?, ?)";

    private final long stamp;
    /** In the order in which one refers to another. */
    private final List<Rows> all;

    private final Rows newPeople;
    private final Rows changedPeople;
    private final Rows messages;
    private final Rows letters;
    private final Rows events;
    private final Rows statuses;
    private final Rows staleStatuses;
    private final Rows worklists;
    private final Rows passedSteps;

    Bulk(Handle handle) {
        this.stamp = new Pensioners(handle).nextStamp();
        Connection connection = handle.getConnection();
        newPeople = new Rows(connection, ADD_PERSON);
        changedPeople = new Rows(connection, CHANGE_PERSON);
        messages = new Rows(connection, ADD_MESSAGE);
        letters = new Rows(connection, ADD_LETTER);
        events = new Rows(connection, ADD_EVENT);
        statuses = new Rows(connection, Statuses.PUT);
        staleStatuses = new Rows(connection, "UPDATE enrolment_status SET next_change_at = ? WHERE pensioner_id = ?");
        worklists = new Rows(connection, Worklists.ADD);
        passedSteps = new Rows(connection, PassedSteps.ADD);
        all = List.of(
                newPeople, changedPeople, messages, letters, events, statuses, staleStatuses, worklists, passedSteps);
    }

    public void add(Pensioner pensioner) {
        newPeople.add(values(pensioner, pensioner.version(), pensioner.pensionNumber()));
        flushWhenFull();
    }

    /** Replaces what is on file about somebody, found by id, but the pension number; the version becomes one more. */
    public void change(Pensioner pensioner) {
        changedPeople.add(values(pensioner, pensioner.version() + 1));
        flushWhenFull();
    }

    /** A message of the past: it goes into no outbox. */
    public void add(StoredMessage message) {
        messages.add(
                message.id(),
                message.pensionerId(),
                message.kind().name(),
                message.language(),
                message.status().name(),
                message.requestedAt().toEpochMilli(),
                message.changedAt().toEpochMilli(),
                message.detail());
        flushWhenFull();
    }

    /** A letter whose code is not known here. */
    public void add(StoredLetter letter) {
        StoredLetter.Printed printed = letter.printed();
        StoredLetter.Standing standing = letter.standing();
        letters.add(
                letter.id(),
                letter.pensionerId(),
                letter.kind().name(),
                letter.reference(),
                letter.office().name(),
                letter.printAt().name(),
                letter.generatedBy().id(),
                letter.generatedBy().name(),
                letter.generatedAt().toEpochMilli(),
                letter.label(),
                letter.itemNumber(),
                printed == null ? null : printed.at().toEpochMilli(),
                printed == null ? null : printed.by().id(),
                printed == null ? null : printed.by().name(),
                standing.postedOn() == null ? null : 0L,
                standing.state().name(),
                standing.postedOn(),
                standing.goesBackOn(),
                standing.receivedOn(),
                standing.returnedOn(),
                standing.returnReason());
        flushWhenFull();
    }

    /** @param position the person's version with this event; the person's row must have the last one's */
    public void add(String pensionerId, long position, Event event) {
        events.add(pensionerId, position, event.at().toEpochMilli(), EventJson.write(event));
        flushWhenFull();
    }

    public void add(EnrolmentStatus status) {
        statuses.add(Statuses.values(status));
        flushWhenFull();
    }

    /** Of somebody who stands on no list yet. */
    public void add(Worklists.Entry entry) {
        worklists.add(entry.values());
        flushWhenFull();
    }

    public void add(PassedSteps.Passed passed) {
        passedSteps.add(passed.values());
        flushWhenFull();
    }

    /** Where this person stands is to be derived anew at once. */
    public void derivedLater(String pensionerId, Instant now) {
        staleStatuses.add(now.toEpochMilli(), pensionerId);
        flushWhenFull();
    }

    @Override
    public void close() {
        flush();
        all.forEach(Rows::close);
    }

    private void flushWhenFull() {
        if (all.stream().anyMatch(Rows::full)) {
            flush();
        }
    }

    private void flush() {
        all.forEach(Rows::write);
    }

    private @Nullable Object[] values(Pensioner pensioner, Object version, Object... more) {
        Address address = pensioner.address();
        @Nullable Object[] values = new @Nullable Object[17 + more.length];
        @Nullable
        Object[] first = {
            pensioner.lastName(),
            pensioner.firstName(),
            pensioner.birthDate().toString(),
            pensioner.office().name(),
            String.join(" ", pensioner.languages()),
            address.street(),
            address.postcode(),
            address.city(),
            address.country(),
            pensioner.email(),
            Pensioners.emailKey(pensioner.email()),
            pensioner.phone(),
            pensioner.birthName(),
            pensioner.registerOffice(),
            stamp,
            version,
            pensioner.id()
        };
        System.arraycopy(first, 0, values, 0, first.length);
        System.arraycopy(more, 0, values, first.length, more.length);
        return values;
    }

    /** One prepared statement and the rows that wait for it. */
    private static final class Rows implements AutoCloseable {
        private final PreparedStatement statement;
        private int waiting;

        Rows(Connection connection, String sql) {
            try {
                statement = connection.prepareStatement(sql);
            } catch (SQLException e) {
                throw new BulkException(e);
            }
        }

        void add(@Nullable Object... values) {
            try {
                for (int i = 0; i < values.length; i++) {
                    Object value = values[i];
                    if (value == null) {
                        statement.setNull(i + 1, Types.NULL);
                    } else if (value instanceof Number number) {
                        statement.setLong(i + 1, number.longValue());
                    } else {
                        statement.setString(i + 1, value.toString());
                    }
                }
                statement.addBatch();
                waiting++;
            } catch (SQLException e) {
                throw new BulkException(e);
            }
        }

        boolean full() {
            return waiting >= BATCH;
        }

        void write() {
            if (waiting > 0) {
                try {
                    statement.executeBatch();
                    waiting = 0;
                } catch (SQLException e) {
                    throw new BulkException(e);
                }
            }
        }

        @Override
        public void close() {
            try {
                statement.close();
            } catch (SQLException e) {
                throw new BulkException(e);
            }
        }
    }

    /** A batch failed; the cause's message may name a row and is not repeated. */
    private static final class BulkException extends JdbiException {
        private static final long serialVersionUID = 1;

        BulkException(SQLException cause) {
            super("a batch of rows could not be written", cause);
        }
    }
}
