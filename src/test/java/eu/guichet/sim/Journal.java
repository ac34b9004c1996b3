package eu.guichet.sim;

import eu.guichet.backend.store.Database;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.Me;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Worklist;
import eu.guichet.process.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What everybody has done in the day, kept beside the program: which rows of the audit trail and which events there have to be, and
 * no others. Safe for use by many threads.
 */
final class Journal {
    static final String DONE = "done";
    static final String REPEATED = "repeated";
    static final String ASKED = "approval asked";
    /** Outcomes of what was refused, had been done before, or waits. */
    private static final Set<String> NOT_DONE = Stream.concat(
                    Stream.of(REPEATED, ASKED),
                    Arrays.stream(ProblemType.values()).map(ProblemType::key))
            .collect(Collectors.toUnmodifiableSet());

    /** Those that acts and reports bring about; the others follow from them. */
    private static final Set<Class<? extends Event>> COUNTED = Set.of(
            Event.PasswordSet.class,
            Event.PhoneConfirmed.class,
            Event.MessageRequested.class,
            Event.LetterGenerated.class,
            Event.NoticeOrdered.class,
            Event.LetterPrinted.class,
            Event.LetterVoided.class,
            Event.LetterPosted.class,
            Event.LetterReceived.class,
            Event.LetterReturned.class,
            Event.Confirmed.class,
            Event.Frozen.class,
            Event.AlertLifted.class,
            Event.ApprovalAsked.class,
            Event.ApprovalDecided.class,
            Event.CallbackPromised.class,
            Event.CallbackMoved.class,
            Event.CallbackEnded.class,
            Event.HandedOver.class,
            Event.TicketNoted.class,
            Event.DigitAnswered.class,
            Event.VerificationRetracted.class);

    private final Queue<Row> rows = new ConcurrentLinkedQueue<>();
    private final Queue<Happened> events = new ConcurrentLinkedQueue<>();
    private final Map<Worklist, Map<String, String>> left = new ConcurrentSkipListMap<>();

    /** A row of the audit trail; who it is about, and in which contact, where there is one. */
    record Row(
            String agentId,
            String agentName,
            String role,
            String office,
            String act,
            @Nullable String about,
            @Nullable String contactId,
            String outcome,
            String said) {
        static Row of(AuditEntry entry) {
            String outcome = NOT_DONE.contains(entry.outcome()) ? entry.outcome() : DONE;
            return new Row(
                    entry.agentId(),
                    entry.agentName(),
                    entry.role().name(),
                    entry.office().name(),
                    entry.act(),
                    entry.pensionerId(),
                    entry.contactId(),
                    outcome,
                    "");
        }

        /** Without what only this side says of it. */
        Row bare() {
            return new Row(agentId, agentName, role, office, act, about, contactId, outcome, "");
        }
    }

    /** An event that there has to be once for each time it stands here. */
    private record Happened(String pensionerId, String event) {}

    /** @param said what more of it is counted, such as the kind of message; may be empty */
    void row(Me who, AuditAct act, @Nullable String about, @Nullable String contactId, String outcome, String said) {
        rows.add(new Row(
                who.id(),
                who.name(),
                who.role().name(),
                who.office().name(),
                act.key(),
                about,
                contactId,
                outcome,
                said));
    }

    void event(String pensionerId, Class<? extends Event> event) {
        if (!COUNTED.contains(event)) {
            throw new IllegalArgumentException(event.getSimpleName() + " is not counted");
        }
        events.add(new Happened(pensionerId, event.getSimpleName()));
    }

    /** She is still on this list in the evening, and this is why. */
    void leaves(Worklist list, String pensionerId, String why) {
        left.computeIfAbsent(list, _ -> new ConcurrentSkipListMap<>()).put(pensionerId, why);
    }

    /** Who has to be left on a list, and why. */
    Map<String, String> left(Worklist list) {
        return left.getOrDefault(list, Map.of());
    }

    List<Row> rows(String agentId) {
        return rows.stream().filter(row -> row.agentId().equals(agentId)).toList();
    }

    /** What was done of one kind, counted by what was said of it. */
    Map<String, Long> done(AuditAct act) {
        return rows.stream()
                .filter(row -> row.act().equals(act.key()) && row.outcome().equals(DONE))
                .collect(Collectors.groupingBy(Row::said, TreeMap::new, Collectors.counting()));
    }

    /** In words, each thing of which there are more or fewer than there have to be. */
    static <T> List<String> differences(Stream<T> wanted, Stream<T> found) {
        Map<T, Long> has = wanted.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<T, Long> is = found.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return Stream.concat(has.keySet().stream(), is.keySet().stream())
                .distinct()
                .filter(one -> !Objects.equals(has.get(one), is.get(one)))
                .map(one -> "wanted " + has.getOrDefault(one, 0L) + ", found " + is.getOrDefault(one, 0L) + ": " + one)
                .sorted()
                .toList();
    }

    int rows() {
        return rows.size();
    }

    int events() {
        return events.size();
    }

    /** @param before how many events of each person's past there are */
    List<String> eventsThatDiffer(Database database, Map<String, Integer> before) {
        List<Happened> found = new ArrayList<>();
        before.forEach((id, past) -> database.read(tx -> tx.events().history(id)).events().stream()
                .skip(past)
                .filter(Journal::counts)
                .forEach(event -> found.add(new Happened(id, event.getClass().getSimpleName()))));
        return differences(events.stream(), found.stream());
    }

    /** What the program itself sends because of an act is told by the act. */
    private static boolean counts(Event event) {
        return COUNTED.contains(event.getClass())
                && (!(event instanceof Event.MessageRequested message) || message.resent());
    }
}
