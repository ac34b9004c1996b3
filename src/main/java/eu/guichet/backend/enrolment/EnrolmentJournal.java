package eu.guichet.backend.enrolment;

import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredCallback;
import eu.guichet.backend.store.StoredContact;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Worklists;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.CallbackState;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.contract.Worklist;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Enrolment;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import eu.guichet.process.Waiting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records what happens, whoever reports it: the event, the version, the row where she stands, and one notice. */
public final class EnrolmentJournal {
    private static final String PROGRAM = "Guichet";

    private final StatusDeriver deriver;
    private final InstantSource clock;
    private final LiveHub live;

    public EnrolmentJournal(DatedPolicy policy, InstantSource clock, LiveHub live) {
        this.deriver = new StatusDeriver(policy);
        this.clock = clock;
        this.live = live;
    }

    /** Whose row is derived before the transaction ends. */
    private record RowOf(String pensionerId) {}

    /**
     * Adds the event; before the transaction ends the row is derived anew, and once it is committed whoever has the file open
     * is told, once however much was recorded.
     *
     * @return the person's new version
     */
    public long append(Tx tx, String pensionerId, Event event) {
        long version = tx.events().add(pensionerId, event);
        tx.beforeCommit(new RowOf(pensionerId), () -> derive(tx, pensionerId));
        String etag = Etag.of(version);
        notices(tx).add(notice(tx, pensionerId, event, etag), etag);
        return version;
    }

    /** What the file shows changes, though nothing happened to the enrolment. */
    public void touched(Tx tx, String pensionerId, long version) {
        String etag = Etag.of(version);
        notices(tx).add(new LiveEvent.FileChanged(pensionerId, etag), etag);
    }

    /**
     * Where these people stand now. Whoever has no row yet, or one that is due, is derived on the spot, and kept by
     * {@link StatusUpkeep} later.
     */
    public Map<String, EnrolmentStatus> statuses(Tx tx, Collection<Pensioner> people) {
        Instant now = clock.instant();
        List<String> ids = people.stream().map(Pensioner::id).toList();
        Map<String, EnrolmentStatus> known = new HashMap<>(tx.statuses().find(ids));
        known.values().removeIf(status -> status.due(now));
        List<Pensioner> unknown = people.stream()
                .filter(person -> !known.containsKey(person.id()))
                .toList();
        if (!unknown.isEmpty()) {
            Map<String, History> histories =
                    tx.events().histories(unknown.stream().map(Pensioner::id).toList());
            unknown.forEach(person -> known.put(
                    person.id(),
                    deriver.derive(person, person.version(), histories.getOrDefault(person.id(), History.EMPTY), now)));
        }
        return known;
    }

    /** Lets every row that was derived by other rules be due. */
    void adoptRules(Tx tx) {
        tx.statuses().derivedBy(deriver.rules());
    }

    /**
     * Derives anew a row that is due, or missing. Where time has changed what the file shows, whoever read it before that is
     * told.
     */
    void deriveDue(Tx tx, String pensionerId) {
        Instant due = tx.statuses()
                .find(pensionerId)
                .map(EnrolmentStatus::nextChangeAt)
                .orElse(Instant.EPOCH);
        String etag = Etag.of(derive(tx, pensionerId).version());
        tx.afterCommit(() -> live.timePassed(pensionerId, etag, due));
    }

    /** Derives the row anew, as of now, and with it what is kept beside each of the person's letters. */
    private EnrolmentStatus derive(Tx tx, String pensionerId) {
        Pensioner pensioner = tx.pensioners().find(pensionerId).orElseThrow();
        Instant now = clock.instant();
        History history = tx.events().history(pensionerId);
        Enrolment enrolment = deriver.enrolment(pensioner, history, now);
        EnrolmentStatus status = deriver.derive(pensioner, pensioner.version(), history, enrolment, now);
        EnrolmentStatus before = tx.statuses().find(pensionerId).orElse(null);
        keepLists(tx, pensioner, history, enrolment, before, status);
        if (finished(before) != finished(status)) {
            tx.pensioners().renew(pensionerId);
        }
        if (before != null && before.office() != status.office()) {
            tellWhatGoesWithHer(tx, pensionerId, before.office(), status.office());
        }
        if (enrolment.has(Alert.DECEASED)) {
            endCallbacks(tx, pensioner, now);
        }
        tx.statuses().put(status);
        tx.passedSteps().put(pensionerId, StatusDeriver.passed(pensioner, enrolment));
        enrolment.allLetters().forEach(letter -> tx.letters().project(letter.id(), StoredLetter.Standing.of(letter)));
        return status;
    }

    private static boolean finished(@Nullable EnrolmentStatus status) {
        return status != null && status.state() == EnrolmentState.ACTIVE;
    }

    /** On which worklists she stands from now on; once it is committed whoever sees one of those that changed is told. */
    private void keepLists(
            Tx tx,
            Pensioner pensioner,
            History history,
            Enrolment enrolment,
            @Nullable EnrolmentStatus before,
            EnrolmentStatus status) {
        StoredContact last = tx.contacts().last(pensioner.id()).orElse(null);
        Set<Worklists.Changed> changed =
                tx.worklists().put(pensioner.id(), deriver.worklists(pensioner, history, enrolment, status, last));
        boolean letters = before == null
                || !Objects.equals(before.letterState(), status.letterState())
                || !Objects.equals(before.letterId(), status.letterId())
                || !before.alerts().equals(status.alerts());
        if (letters || !changed.isEmpty()) {
            tx.afterCommit(() -> {
                changed.forEach(one -> Arrays.stream(Worklist.values())
                        .filter(list -> Waiting.keptAs(list) == one.list())
                        .forEach(list -> live.listChanged(one.office(), list)));
                if (letters) {
                    live.letterDeskChanged();
                }
            });
        }
    }

    /**
     * Where offices are kept apart, the notes about her and what she is owed wait in other lists from now on, whether a supervisor
     * has transferred her or the register names another office.
     */
    private void tellWhatGoesWithHer(Tx tx, String pensionerId, OfficeCode from, OfficeCode to) {
        Set<Worklist> going = EnumSet.noneOf(Worklist.class);
        if (!tx.officeNotes().waiting(pensionerId).isEmpty()) {
            going.add(Worklist.HANDED_TO_OFFICE);
        }
        if (!tx.callbacks().open(pensionerId).isEmpty()) {
            going.add(Worklist.CALLBACKS);
        }
        if (!going.isEmpty()) {
            tx.afterCommit(() -> going.forEach(list -> {
                live.listChanged(from, list);
                live.listChanged(to, list);
            }));
        }
    }

    /** Nobody calls somebody who has died, however that became known. */
    private void endCallbacks(Tx tx, Pensioner pensioner, Instant now) {
        for (StoredCallback owed : tx.callbacks().open(pensioner.id())) {
            tx.callbacks().end(owed.id(), CallbackState.DECEASED, null, PROGRAM, now);
            tx.audit()
                    .add(new AuditRow(
                            now,
                            PROGRAM.toLowerCase(Locale.ROOT),
                            PROGRAM,
                            Role.PROCESS,
                            owed.office(),
                            AuditAct.CALLBACK_ENDED,
                            pensioner.id(),
                            null,
                            null,
                            CallbackState.DECEASED.name(),
                            true));
            tx.afterCommit(() -> Stream.of(owed.office(), pensioner.office())
                    .distinct()
                    .forEach(office -> live.listChanged(office, Worklist.CALLBACKS)));
        }
    }

    private Notices notices(Tx tx) {
        return tx.attached(Notices.class, () -> {
            Notices notices = new Notices(live);
            tx.afterCommit(notices::publish);
            return notices;
        });
    }

    /** How far a message has come is told as what is known of it: a report that comes late tells less. */
    private static LiveEvent.OfFile notice(Tx tx, String pensionerId, Event event, String etag) {
        return event instanceof Event.MessageProgressed progressed
                ? new LiveEvent.MessageChanged(
                        pensionerId,
                        progressed.messageId(),
                        tx.messages()
                                .find(progressed.messageId())
                                .map(StoredMessage::status)
                                .orElse(progressed.status()))
                : new LiveEvent.FileChanged(pensionerId, etag);
    }
}
