package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.BatchItem;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredBatch;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchDue;
import eu.guichet.contract.BatchPaper;
import eu.guichet.contract.BatchState;
import eu.guichet.contract.LeftOutReason;
import eu.guichet.contract.OfficeCode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a batch would print, how one goes on, whom it has left out and what it has printed. */
public final class ReadBatches {
    /** Before that the pace says nothing. */
    private static final Duration FIRST_WORD = Duration.ofSeconds(2);

    private final Desk desk;
    private final BatchesDue due;
    private final BatchCase cases;

    public ReadBatches(Desk desk, BatchesDue due) {
        this.desk = desk;
        this.due = due;
        this.cases = new BatchCase(desk);
    }

    /** Names nobody, so that it leaves no audit row. */
    public BatchDue due(Principal who) {
        OfficeCode office = desk.access().letterDesk(who);
        return desk.read(tx -> {
            Batch latest = tx.batches()
                    .latest(office)
                    .map(batch -> standing(who, batch, tx.batches().items(batch.id())))
                    .orElse(null);
            boolean running = latest != null && latest.state() == BatchState.RUNNING;
            BatchesDue.Due now = due.due(tx, who, office, running);
            return new BatchDue(
                    office,
                    desk.policy().letters().printing(),
                    now.toGenerate(),
                    now.toPrint(),
                    now.leftOut(),
                    BatchesDue.MOST,
                    latest);
        });
    }

    /** Names nobody, so that it leaves no audit row. */
    public Batch read(Principal who, String batchId) {
        StoredBatch _ = cases.find(who, AuditAct.BATCH_READ, batchId);
        return desk.read(tx -> standing(
                who, tx.batches().find(batchId).orElseThrow(), tx.batches().items(batchId)));
    }

    /** Somebody who is left out; the letter's reference is null where there is none. */
    public record Row(Pensioner pensioner, @Nullable String reference, LeftOutReason reason) {}

    public List<Row> leftOut(Principal who, String batchId) {
        StoredBatch batch = cases.find(who, AuditAct.BATCH_READ, batchId);
        return desk.look(who, AuditAct.BATCH_READ, null, null, tx -> {
            List<BatchItem> items = tx.batches().items(batchId).stream()
                    .filter(item -> item.state() == BatchItem.State.LEFT_OUT)
                    .toList();
            Map<String, Pensioner> people =
                    tx
                            .pensioners()
                            .find(items.stream()
                                    .map(BatchItem::pensionerId)
                                    .distinct()
                                    .toList())
                            .stream()
                            .collect(Collectors.toMap(Pensioner::id, Function.identity()));
            List<Row> rows = items.stream()
                    .map(item -> new Row(
                            Objects.requireNonNull(people.get(item.pensionerId()), "a letter is for somebody on file"),
                            item.reference(),
                            Objects.requireNonNullElse(item.reason(), LeftOutReason.CLOSED)))
                    .toList();
            return new Done<>(rows, BatchCase.reason(batch) + ", " + rows.size() + " rows");
        });
    }

    /** A letter of a batch that was printed, with whom it is for. */
    public record Printed(StoredLetter letter, Pensioner pensioner) {}

    /** What a batch has printed, for the list that goes with it to the post. */
    public record Printout(OfficeCode office, LocalDate day, List<Printed> letters) {
        public Printout {
            letters = List.copyOf(letters);
        }
    }

    /** In posting order. */
    public Printout printed(Principal who, String batchId) {
        StoredBatch batch = cases.find(who, AuditAct.POSTING_LIST_READ, batchId);
        return desk.look(who, AuditAct.POSTING_LIST_READ, null, null, tx -> {
            List<Printed> letters = tx.batches().items(batchId).stream()
                    .filter(item -> item.state() == BatchItem.State.PRINTED)
                    .map(item -> tx.letters().find(Objects.requireNonNull(item.letterId())))
                    .flatMap(Optional::stream)
                    .map(letter -> new Printed(
                            letter, tx.pensioners().find(letter.pensionerId()).orElseThrow()))
                    .toList();
            Printout printout = new Printout(
                    batch.office(),
                    batch.startedAt().atZone(desk.policy().zone()).toLocalDate(),
                    letters);
            return new Done<>(printout, BatchCase.reason(batch) + ", " + letters.size() + " letters");
        });
    }

    private Batch standing(Principal who, StoredBatch batch, List<BatchItem> items) {
        Map<BatchItem.State, Integer> counts = new EnumMap<>(BatchItem.State.class);
        Map<LeftOutReason, Integer> reasons = new EnumMap<>(LeftOutReason.class);
        for (BatchItem item : items) {
            counts.merge(item.state(), 1, Integer::sum);
            LeftOutReason why = item.reason();
            if (why != null) {
                reasons.merge(why, 1, Integer::sum);
            }
        }
        BatchState state = BatchCase.state(batch, items);
        return new Batch(
                batch.id(),
                batch.office(),
                batch.printing(),
                state,
                batch.by().name(),
                batch.startedAt(),
                items.size(),
                counts.getOrDefault(BatchItem.State.TO_DO, 0),
                counts.getOrDefault(BatchItem.State.READY, 0),
                counts.getOrDefault(BatchItem.State.UNDER_WAY, 0),
                counts.getOrDefault(BatchItem.State.PRINTED, 0),
                counts.getOrDefault(BatchItem.State.LEFT_OUT, 0),
                counts.getOrDefault(BatchItem.State.CANCELLED, 0),
                state == BatchState.RUNNING ? secondsLeft(batch, items) : null,
                BatchesDue.counted(reasons),
                papers(who, items),
                items.stream()
                        .filter(BatchItem::earlierSheet)
                        .map(BatchItem::reference)
                        .flatMap(Stream::ofNullable)
                        .toList());
    }

    private @Nullable Integer secondsLeft(StoredBatch batch, List<BatchItem> items) {
        int done = BatchCase.done(items);
        int since = done - batch.pace().done();
        Duration took = Duration.between(batch.pace().since(), desk.now());
        if (since <= 0 || took.compareTo(FIRST_WORD) < 0) {
            return null;
        }
        long left = took.toMillis() * (BatchCase.steps(items) - done) / since;
        return Math.toIntExact(Math.ceilDiv(left, 1_000L));
    }

    /** In posting order, each part once. */
    private static List<BatchPaper> papers(Principal who, List<BatchItem> items) {
        Map<String, BatchPaper> papers = new LinkedHashMap<>();
        for (BatchItem item : items) {
            BatchItem.Paper paper = item.paper();
            String reference = item.reference();
            if (item.state() != BatchItem.State.UNDER_WAY || paper == null || reference == null) {
                continue;
            }
            papers.merge(
                    paper.claim(),
                    new BatchPaper(
                            paper.claim(),
                            1,
                            reference,
                            reference,
                            paper.by().name(),
                            paper.by().id().equals(who.id()),
                            paper.at()),
                    (before, more) -> new BatchPaper(
                            before.claim(),
                            before.letters() + 1,
                            before.first(),
                            more.last(),
                            before.by(),
                            before.yours(),
                            before.at()));
        }
        return List.copyOf(papers.values());
    }
}
