package eu.guichet.backend.worklist;

import eu.guichet.backend.access.Access;
import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Ground;
import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Permissions;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.desk.ReadLetterDesk;
import eu.guichet.backend.desk.Refusal;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Worklists;
import eu.guichet.backend.store.Worklists.Cursor;
import eu.guichet.backend.store.Worklists.Entry;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistCount;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
import eu.guichet.process.Policy;
import eu.guichet.process.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The worklists of the offices for which the caller acts. Nobody reads the register by them: a page is short, a list is read
 * from its beginning and no further than {@value #DEPTH} people an office, and each page leaves its row in the audit trail.
 */
public final class ReadWorklists {
    private static final int PAGE = 50;
    private static final int DEPTH = 1_000;
    /** More than work in the offices. */
    private static final int COLLEAGUES = 200;

    private final Desk desk;
    private final ReadLetterDesk letters;
    private final CallbackList callbacks;
    private final OfficeNoteList officeNotes;

    public ReadWorklists(Desk desk, ReadLetterDesk letters, EnrolmentJournal journal) {
        this.desk = desk;
        this.letters = letters;
        BooleanSupplier apart = () -> desk.access().keepsApart();
        this.callbacks = new CallbackList(journal, apart);
        this.officeNotes = new OfficeNoteList(journal, apart);
    }

    /** Names nobody, so that it leaves no audit row. */
    public WorklistCounts counts(Principal who) {
        boolean letterDesk = Permissions.allow(who.role(), Permission.LETTER_DESK);
        LetterDeskCounts atDesk = letterDesk ? letters.counts(who) : null;
        Policy.Worklists policy = desk.policy().worklists();
        return desk.read(tx -> new WorklistCounts(
                Arrays.stream(Worklist.values())
                        .filter(list -> letterDesk || !list.atLetterDesk())
                        .filter(list -> isFor(who, list))
                        .map(list -> new WorklistCount(list.key(), count(tx, who, list, atDesk)))
                        .toList(),
                Access.worklists(who).stream().sorted().toList(),
                policy.lapsingSoon(),
                policy.lapsing(),
                policy.stuck(),
                callbacks.missed(tx, who, desk.now())));
    }

    private static boolean isFor(Principal who, Worklist list) {
        return !list.forSupervisors() || Permissions.allow(who.role(), Permission.APPROVE);
    }

    private int count(Tx tx, Principal who, Worklist list, @Nullable LetterDeskCounts atDesk) {
        if (list.atLetterDesk()) {
            LetterDeskStage stage = list == Worklist.TO_PRINT ? LetterDeskStage.TO_PRINT : LetterDeskStage.TO_POST;
            return atDesk == null ? 0 : atDesk.of(stage);
        }
        ItemList<?> items = items(list);
        if (items != null) {
            return items.count(tx, who, Access.worklists(who), null);
        }
        Worklists.Part part = part(list, WorklistQuery.ALL);
        return Access.worklists(who).stream()
                .mapToInt(office -> tx.worklists().count(part, office))
                .sum();
    }

    /**
     * @param list none that is worked on at the letter desk
     * @param after null for the first page
     */
    public WorklistPage page(Principal who, Worklist list, WorklistQuery wanted, @Nullable Cursor after) {
        return desk.look(who, AuditAct.WORKLIST_READ, null, null, tx -> {
            if (!isFor(who, list)) {
                throw Refusal.notAllowed(Ground.WORKLIST_OF_SUPERVISORS);
            }
            OfficeCode office = wanted.office();
            if (office != null) {
                desk.require(who, new Asked.SeeWorklist(office));
            }
            Collection<OfficeCode> offices = office == null ? Access.worklists(who) : List.of(office);
            ItemList<?> items = items(list);
            if (items != null) {
                WorklistPage page = items.page(tx, who, offices, wanted, after, desk.now(), DEPTH, PAGE, COLLEAGUES);
                return new Done<>(page, list.key() + ", " + page.rows().size() + " rows");
            }
            Worklists.Part part = part(list, wanted);
            List<Entry> found = tx.worklists().page(part, offices, wanted.sort(), after, DEPTH, PAGE + 1);
            List<Entry> shown = found.stream().limit(PAGE).toList();
            boolean more = found.size() > PAGE;
            boolean cut =
                    !more && offices.stream().anyMatch(one -> tx.worklists().count(part, one) > DEPTH);
            List<WorklistColleague> colleagues =
                    after == null ? tx.worklists().colleagues(part, offices, COLLEAGUES) : List.of();
            return new Done<>(
                    new WorklistPage(
                            rows(tx, who, shown),
                            more ? shown.getLast().cursor().toString() : null,
                            cut,
                            colleagues),
                    list.key() + ", " + shown.size() + " rows");
        });
    }

    /** Null for a list of where enrolments stand. */
    private @Nullable ItemList<?> items(Worklist list) {
        return switch (list) {
            case CALLBACKS -> callbacks;
            case HANDED_TO_OFFICE -> officeNotes;
            default -> null;
        };
    }

    private static List<WorklistRow> rows(Tx tx, Principal who, List<Entry> entries) {
        List<String> ids = entries.stream().map(Entry::pensionerId).toList();
        Map<String, Pensioner> people =
                tx.pensioners().find(ids).stream().collect(Collectors.toMap(Pensioner::id, Function.identity()));
        Map<String, String> atWork = tx.contacts().atWork(ids, who.id());
        return entries.stream()
                .map(entry -> row(
                        entry,
                        Objects.requireNonNull(people.get(entry.pensionerId()), "whoever stands on a list is on file"),
                        atWork.get(entry.pensionerId())))
                .toList();
    }

    private static WorklistRow row(Entry entry, Pensioner person, @Nullable String atWork) {
        return new WorklistRow(
                person.id(),
                FileAssembler.name(person),
                person.birthDate().getYear(),
                entry.office(),
                entry.step(),
                entry.since(),
                entry.due(),
                entry.agentName(),
                atWork,
                entry.cursor().toString(),
                null);
    }

    /** What of the kept rows the list is, by the policy and the calendar, and what of it is wanted. */
    private Worklists.Part part(Worklist list, WorklistQuery wanted) {
        Policy.Worklists policy = desk.policy().worklists();
        Instant now = desk.now();
        Integer days = wanted.days();
        int least = Math.max(list == Worklist.STUCK ? policy.stuck() : 0, days == null ? 0 : days);
        Duration within = switch (list) {
            case LAPSING_SOON -> Duration.ofDays(policy.lapsingSoon());
            case LAPSING -> Duration.ofDays(policy.lapsing());
            case APPROVALS,
                    CALLBACKS,
                    HANDED_TO_OFFICE,
                    ACCESS_REQUESTED,
                    TO_PRINT,
                    TO_POST,
                    RECEIPT_OVERDUE,
                    RETURNED,
                    ADDRESS_IN_DOUBT,
                    MESSAGE_FAILED,
                    STUCK,
                    HANDED_OVER,
                    FROZEN,
                    REGISTER_DAMAGED -> null;
        };
        return new Worklists.Part(
                Waiting.keptAs(list),
                least == 0 ? null : now.minus(Duration.ofDays(least)),
                within == null ? null : now.plus(within),
                wanted.step(),
                wanted.agent());
    }
}
