package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.EnrolmentStatus;
import eu.guichet.backend.store.LetterDeskLists;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.backend.store.Tx;
import eu.guichet.backend.store.Worklists;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Alert;
import eu.guichet.contract.LeftOutCount;
import eu.guichet.contract.LeftOutReason;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistSort;
import eu.guichet.process.Policy;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a batch of an office would print now, and whom it would leave out. */
public final class BatchesDue {
    /** More letters than a day brings; what is beyond is for the next batch. */
    static final int MOST = 1_000;

    private final Desk desk;
    private final ReadLetterDesk lists;
    private final Predicate<Pensioner> window;

    /** @param window whether name and address fit the envelope */
    public BatchesDue(Desk desk, ReadLetterDesk lists, Predicate<Pensioner> window) {
        this.desk = desk;
        this.lists = lists;
        this.window = window;
    }

    /**
     * Whom of those who asked for access the batch would take, the longest waiting first.
     *
     * @param chosen whom alone, however many wait before them; null for all
     */
    List<String> people(Tx tx, OfficeCode office, @Nullable List<String> chosen) {
        Worklists.Part asked = new Worklists.Part(Worklist.ACCESS_REQUESTED, null, null, null, null);
        List<Worklists.Entry> waiting = chosen == null
                ? tx.worklists().page(asked, List.of(office), WorklistSort.OLDEST, null, MOST, MOST)
                : tx.worklists().among(asked.list(), office, chosen);
        return waiting.stream().map(Worklists.Entry::pensionerId).toList();
    }

    /**
     * The letters that wait to be printed and are not at the office's printer, the oldest first.
     *
     * @param chosen which alone, however many wait before them; null for all
     */
    List<StoredLetter> letters(Tx tx, Principal who, @Nullable List<String> chosen) {
        List<StoredLetter> waiting = chosen == null
                ? tx.letterDesk().page(lists.view(who), LetterDeskStage.TO_PRINT, null, MOST).stream()
                        .map(LetterDeskLists.Entry::letter)
                        .toList()
                : tx.letterDesk().among(lists.view(who), LetterDeskStage.TO_PRINT, chosen);
        Map<String, StoredPrintJob> jobs =
                tx.printJobs().latest(waiting.stream().map(StoredLetter::id).toList());
        return waiting.stream()
                .filter(letter -> Optional.ofNullable(jobs.get(letter.id()))
                        .map(job -> job.state().over())
                        .orElse(true))
                .toList();
    }

    /** How many of them, and why some would be left out. */
    record Due(int toGenerate, int toPrint, List<LeftOutCount> leftOut) {}

    /** @param running whether a batch is: nobody starts another meanwhile, and no histories are read */
    Due due(Tx tx, Principal who, OfficeCode office, boolean running) {
        List<String> letters =
                letters(tx, who, null).stream().map(StoredLetter::pensionerId).toList();
        List<String> all = people(tx, office, null);
        List<String> people = all.subList(0, Math.min(all.size(), MOST - letters.size()));
        Map<LeftOutReason, Integer> leftOut = new EnumMap<>(LeftOutReason.class);
        int toPrint = 0;
        int toGenerate = 0;
        List<String> ids =
                Stream.concat(letters.stream(), people.stream()).distinct().toList();
        Map<String, Pensioner> persons =
                tx.pensioners().find(ids).stream().collect(Collectors.toMap(Pensioner::id, Function.identity()));
        Map<String, EnrolmentStatus> statuses = tx.statuses().find(ids);
        for (String id : letters) {
            Optional<LeftOutReason> why = notPostable(alerts(statuses, id));
            why.ifPresent(reason -> leftOut.merge(reason, 1, Integer::sum));
            toPrint += why.isEmpty() ? 1 : 0;
        }
        Map<String, LeftOutReason> closed = running ? Map.of() : closed(tx, people, persons);
        for (String id : people) {
            Pensioner person = persons.get(id);
            Optional<LeftOutReason> why = why(alerts(statuses, id))
                    .or(() -> Optional.ofNullable(closed.get(id)))
                    .or(() -> person != null && !window.test(person)
                            ? Optional.of(LeftOutReason.ADDRESS_DOES_NOT_FIT)
                            : Optional.empty());
            why.ifPresent(reason -> leftOut.merge(reason, 1, Integer::sum));
            toGenerate += why.isEmpty() ? 1 : 0;
        }
        return new Due(toGenerate, toPrint, counted(leftOut));
    }

    /**
     * Whose letter a supervisor would have to approve, is asked to, or would be one too many; histories are read of those alone of
     * whom it may be so.
     */
    private Map<String, LeftOutReason> closed(Tx tx, List<String> people, Map<String, Pensioner> persons) {
        Policy policy = desk.policy();
        Policy.Approvals figures = policy.approvals();
        ZonedDateTime now = desk.now().atZone(policy.zone());
        Instant counted = Stream.of(
                        now.minusMonths(figures.letterMonths()),
                        now.minus(policy.letters().capWindow()))
                .map(since -> since.minusDays(1).toInstant())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Collection<String> some = figures.letters() == 1
                ? people
                : tx.approvals()
                        .mayBeWanted(
                                people,
                                counted,
                                now.minusDays(figures.addressDays() + 1L).toInstant());
        List<Pensioner> found =
                some.stream().flatMap(id -> Stream.ofNullable(persons.get(id))).toList();
        Map<String, LeftOutReason> closed = new HashMap<>();
        desk.open(tx, found)
                .forEach(one -> LeftOut.why(one.enrolment().decision(ActionKind.GENERATE_LETTER))
                        .ifPresent(why -> closed.put(one.id(), why)));
        return closed;
    }

    static List<LeftOutCount> counted(Map<LeftOutReason, Integer> reasons) {
        List<LeftOutCount> counts = new ArrayList<>();
        reasons.forEach((reason, count) -> counts.add(new LeftOutCount(reason, count)));
        return counts;
    }

    private static Collection<Alert> alerts(Map<String, EnrolmentStatus> statuses, String id) {
        EnrolmentStatus status = statuses.get(id);
        return status == null ? Set.of() : status.alerts();
    }

    private static Optional<LeftOutReason> why(Collection<Alert> alerts) {
        return notPostable(alerts)
                .or(() -> alerts.contains(Alert.FROZEN) ? Optional.of(LeftOutReason.FROZEN) : Optional.empty());
    }

    /** Somebody whose file is frozen is told so by a letter. */
    private static Optional<LeftOutReason> notPostable(Collection<Alert> alerts) {
        if (alerts.contains(Alert.DECEASED)) {
            return Optional.of(LeftOutReason.DECEASED);
        }
        return alerts.contains(Alert.ADDRESS_IN_DOUBT) ? Optional.of(LeftOutReason.ADDRESS_IN_DOUBT) : Optional.empty();
    }
}
