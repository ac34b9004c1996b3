package eu.guichet.backend.worklist;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredOfficeNote;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Worklists;
import eu.guichet.backend.store.Worklists.Cursor;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What other offices have left for those for which one acts. They are few, as call-backs are, and cut out in the same way. */
final class OfficeNoteList {
    private final EnrolmentJournal journal;

    OfficeNoteList(EnrolmentJournal journal) {
        this.journal = journal;
    }

    private record Waiting(StoredOfficeNote note, Pensioner person, int step) {
        Cursor cursor() {
            return new Cursor(note.writtenAt().toEpochMilli(), Worklists.NEVER, step, note.id());
        }
    }

    /**
     * @param after null for the beginning
     * @param depth how many are looked at, those that have waited longest
     * @param colleagues how many are named at most
     */
    WorklistPage page(
            Tx tx,
            Principal who,
            Collection<OfficeCode> offices,
            WorklistQuery wanted,
            @Nullable Cursor after,
            Instant now,
            int depth,
            int size,
            int colleagues) {
        Comparator<Cursor> order = CallbackList.order(wanted.sort());
        List<Waiting> found = waiting(tx, tx.officeNotes().list(offices, wanted.agent(), depth)).stream()
                .filter(one -> wanted.step() == null || one.step() == wanted.step())
                .filter(one -> isOld(one.note(), wanted.days(), now))
                .filter(one -> after == null || order.compare(one.cursor(), after) > 0)
                .sorted(Comparator.comparing(Waiting::cursor, order))
                .limit(size + 1L)
                .toList();
        List<Waiting> shown = found.stream().limit(size).toList();
        boolean more = found.size() > size;
        Map<String, String> atWork = tx.contacts()
                .atWork(shown.stream().map(one -> one.person().id()).toList(), who.id());
        return new WorklistPage(
                shown.stream().map(one -> row(one, who, atWork)).toList(),
                more ? shown.getLast().cursor().toString() : null,
                !more && tx.officeNotes().count(offices, wanted.agent()) > depth,
                after == null ? tx.officeNotes().colleagues(offices, colleagues) : List.of());
    }

    private static WorklistRow row(Waiting one, Principal who, Map<String, String> atWork) {
        Pensioner person = one.person();
        StoredOfficeNote note = one.note();
        return new WorklistRow(
                person.id(),
                FileAssembler.name(person),
                person.birthDate().getYear(),
                person.office(),
                one.step(),
                note.writtenAt(),
                null,
                note.takenBy() == null ? note.agentName() : note.takenBy(),
                atWork.get(person.id()),
                one.cursor().toString(),
                null,
                note.seenBy(who.id(), Access.worklists(who)));
    }

    private static boolean isOld(StoredOfficeNote note, @Nullable Integer days, Instant now) {
        return days == null || !note.writtenAt().isAfter(now.minus(Duration.ofDays(days)));
    }

    private List<Waiting> waiting(Tx tx, List<StoredOfficeNote> notes) {
        List<String> ids =
                notes.stream().map(StoredOfficeNote::pensionerId).distinct().toList();
        Map<String, Pensioner> people =
                tx.pensioners().find(ids).stream().collect(Collectors.toMap(Pensioner::id, Function.identity()));
        Map<String, EnrolmentStatus> statuses = journal.statuses(tx, people.values());
        return notes.stream()
                .map(note -> {
                    String id = note.pensionerId();
                    Pensioner person = Objects.requireNonNull(people.get(id), "whoever a note is about is on file");
                    EnrolmentStatus status =
                            Objects.requireNonNull(statuses.get(id), "everybody on file stands somewhere");
                    return new Waiting(note, person, status.step());
                })
                .toList();
    }
}
