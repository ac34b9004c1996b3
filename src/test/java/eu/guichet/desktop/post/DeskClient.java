package eu.guichet.desktop.post;

import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchDue;
import eu.guichet.contract.BatchLeftOut;
import eu.guichet.contract.BatchPaper;
import eu.guichet.contract.BatchPaperReport;
import eu.guichet.contract.BatchRequest;
import eu.guichet.contract.BatchState;
import eu.guichet.contract.LeftOutCount;
import eu.guichet.contract.LeftOutReason;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskPage;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.Me;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintJob;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.Problem;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ReturnReason;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A letter desk with a few letters on each list; what is recorded takes them from one list to the next. */
final class DeskClient extends SampleClient {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    final Map<LetterDeskStage, List<LetterDeskRow>> lists = new EnumMap<>(LetterDeskStage.class);
    final List<String> recorded = new ArrayList<>();

    @Nullable
    ClientException refusal;

    /** What the office's printer was asked for. */
    final List<String> ordered = new ArrayList<>();

    PrintingBy printing = PrintingBy.DESK;

    /** Id of a letter that may not be printed now; empty for none. */
    String closed = "";

    private int claims;

    DeskClient() {
        for (LetterDeskStage stage : LetterDeskStage.values()) {
            lists.put(stage, new ArrayList<>());
        }
        add(row("G-V8AD-EF6P", "MULLER Nico", "L-•••• Luxembourg", LetterState.GENERATED));
        add(row("G-3E85-4V67", "LAMBERT Monique", "19•• Kraainem", LetterState.GENERATED));
        add(row("G-7KQ2-M0TX", "ROSSI Paola", "I-•••• Varese", LetterState.PRINTED));
        add(row("G-CT9H-KKJA", "DUBOIS Jean", "10•• Bruxelles", LetterState.PRINTED));
        add(row("G-1A2B-3C4D", "SCHÄFER Ingrid", "54••• Trier", LetterState.POSTED));
    }

    void add(LetterDeskRow row) {
        LetterDeskStage stage = row.stage();
        if (stage != null) {
            lists.getOrDefault(stage, List.of()).add(row);
        }
    }

    static LetterDeskRow row(String reference, String name, String place, LetterState state) {
        Instant generated = SampleFiles.NOW.minus(2, ChronoUnit.HOURS);
        boolean printed = state.compareTo(LetterState.GENERATED) > 0;
        boolean posted = state == LetterState.POSTED || state == LetterState.RETURNED;
        LetterDeskStage stage = switch (state) {
            case GENERATED -> LetterDeskStage.TO_PRINT;
            case PRINTED -> LetterDeskStage.TO_POST;
            case POSTED -> LetterDeskStage.ON_THE_WAY;
            case RETURNED -> LetterDeskStage.RETURNED;
            case RECEIVED, REDEEMED, VOIDED, SUPERSEDED, EXPIRED, LOCKED -> null;
        };
        return new LetterDeskRow(
                reference.toLowerCase(java.util.Locale.ROOT),
                reference,
                "p-" + reference,
                name,
                place,
                LetterKind.CODE,
                state,
                generated,
                "M. D.",
                null,
                null,
                printed ? generated : null,
                printed ? "J. V." : null,
                posted ? "RR138375875BE" : null,
                posted ? TODAY.minusDays(12) : null,
                posted ? TODAY.plusDays(4) : null,
                null,
                state == LetterState.RETURNED ? TODAY : null,
                state == LetterState.RETURNED ? ReturnReason.UNCLAIMED : null,
                stage,
                null);
    }

    /** The same letter, with how it stands at the office's printer. */
    static LetterDeskRow at(LetterDeskRow row, PrintState state, @Nullable PrintTrouble trouble, String note) {
        return new LetterDeskRow(
                row.id(),
                row.reference(),
                row.pensionerId(),
                row.name(),
                row.place(),
                row.kind(),
                row.state(),
                row.generatedAt(),
                row.generatedBy(),
                null,
                null,
                null,
                null,
                row.itemNumber(),
                null,
                null,
                null,
                null,
                null,
                row.stage(),
                new PrintJob(
                        state,
                        trouble,
                        row.generatedAt(),
                        row.generatedBy(),
                        row.generatedAt(),
                        note,
                        state.over(),
                        !state.over()));
    }

    @Override
    protected Me.Desk desk() {
        return new Me.Desk(2, 180, 600, false, printing, null);
    }

    @Override
    public Letter print(String letterId, IdempotencyKey key) {
        ordered.add("print " + letterId);
        return super.print(letterId, key);
    }

    @Override
    public Letter cancelPrint(String letterId) {
        ordered.add("cancel " + letterId);
        return super.cancelPrint(letterId);
    }

    @Override
    public LetterDeskCounts letterDesk() {
        return new LetterDeskCounts(
                OfficeCode.BRU,
                count(LetterDeskStage.TO_PRINT),
                count(LetterDeskStage.TO_POST),
                count(LetterDeskStage.ON_THE_WAY),
                count(LetterDeskStage.OVERDUE),
                count(LetterDeskStage.RETURNED),
                TODAY,
                12,
                5);
    }

    private int count(LetterDeskStage stage) {
        return lists.getOrDefault(stage, List.of()).size();
    }

    @Override
    public LetterDeskPage letterDeskPage(LetterDeskStage stage, @Nullable String after) {
        return new LetterDeskPage(lists.getOrDefault(stage, List.of()), null);
    }

    @Override
    public LetterDeskRow scan(String scanned) {
        return lists.values().stream()
                .flatMap(List::stream)
                .filter(row -> row.reference().equals(scanned) || scanned.equals(row.itemNumber()))
                .findFirst()
                .orElseThrow(() -> new ClientException.Unreachable("c-1", null));
    }

    @Override
    public Letter record(String letterId, LetterPatch patch) {
        if (refusal != null) {
            throw refusal;
        }
        recorded.add(letterId + " " + patch);
        LetterDeskRow row = lists.values().stream()
                .flatMap(List::stream)
                .filter(one -> one.id().equals(letterId))
                .findFirst()
                .orElseThrow();
        lists.values().forEach(list -> list.remove(row));
        LetterState next = switch (patch) {
            case LetterPatch.Printed _ -> LetterState.PRINTED;
            case LetterPatch.PrintFailed _ -> LetterState.GENERATED;
            case LetterPatch.Voided _ -> LetterState.VOIDED;
            case LetterPatch.Posted _ -> LetterState.POSTED;
            case LetterPatch.Received _ -> LetterState.RECEIVED;
            case LetterPatch.Returned _ -> LetterState.RETURNED;
        };
        add(row(row.reference(), row.name(), row.place(), next));
        return super.record(letterId, patch);
    }

    @Override
    public Letter correct(String letterId, String reason, IdempotencyKey key) {
        recorded.add(letterId + " taken back: " + reason);
        return super.correct(letterId, reason, key);
    }

    @Override
    public ClaimedDocument claim(String letterId) {
        if (letterId.equals(closed)) {
            ProblemType type = ProblemType.ACTION_CLOSED;
            throw new ClientException.Refused(
                    type, new Problem(type.uri(), "", type.status(), "", type.key(), List.of(), null, "c-1"), null);
        }
        claims++;
        return new ClaimedDocument("claim-" + claims, false, "%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    /** The office's batch; null while there was none. */
    @Nullable
    Batch batch;

    /** What was told of its parts. */
    final List<String> told = new ArrayList<>();

    /** Letters that are still to be taken, and how many of them one part has. */
    int untaken = 3;

    /** What is due beside the batch. */
    int due;

    static Batch batch(BatchState state, int toGenerate, int toPrint, int printed, BatchPaper... papers) {
        int underWay = List.of(papers).stream().mapToInt(BatchPaper::letters).sum();
        boolean cancelled = state == BatchState.CANCELLED;
        return new Batch(
                "3f2a91c4-0d1b-4b7c-8c65-b1f3b0f0a9c4",
                OfficeCode.BRU,
                PrintingBy.DESK,
                state,
                "J. V.",
                SampleFiles.NOW,
                toGenerate + toPrint + underWay + printed + 1,
                cancelled ? 0 : toGenerate,
                cancelled ? 0 : toPrint,
                underWay,
                printed,
                1,
                cancelled ? toGenerate + toPrint : 0,
                state == BatchState.RUNNING ? 38 : null,
                List.of(new LeftOutCount(LeftOutReason.ADDRESS_DOES_NOT_FIT, 1)),
                List.of(papers),
                List.of());
    }

    @Override
    public BatchDue batchDue() {
        List<LeftOutCount> leftOut =
                due == 0 ? List.of() : List.of(new LeftOutCount(LeftOutReason.ADDRESS_DOES_NOT_FIT, 1));
        return new BatchDue(OfficeCode.BRU, PrintingBy.DESK, due, 0, leftOut, 1000, batch);
    }

    @Override
    public Batch startBatch(BatchRequest wanted, IdempotencyKey key) {
        Batch started = batch(BatchState.RUNNING, 0, untaken, 0);
        batch = started;
        return started;
    }

    @Override
    public Batch batch(String batchId) {
        return Objects.requireNonNull(batch);
    }

    @Override
    public Batch cancelBatch(String batchId) {
        Batch ended = batch(
                BatchState.CANCELLED, 0, untaken, Objects.requireNonNull(batch).printed());
        batch = ended;
        return ended;
    }

    @Override
    public Optional<ClaimedDocument> batchDocument(String batchId, int letters) {
        if (untaken == 0) {
            return Optional.empty();
        }
        claims++;
        return Optional.of(new ClaimedDocument("part-" + claims, false, "%PDF".getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public Batch reportBatch(String batchId, BatchPaperReport report) {
        told.add(report.claim() + (report.printed() ? " printed" : " not printed"));
        untaken -= report.printed() ? 1 : 0;
        Batch now = batch(
                untaken == 0 ? BatchState.ENDED : BatchState.RUNNING,
                0,
                untaken,
                Objects.requireNonNull(batch).printed() + (report.printed() ? 1 : 0));
        batch = now;
        return now;
    }

    @Override
    public BatchLeftOut batchLeftOut(String batchId) {
        return new BatchLeftOut(List.of(new BatchLeftOut.Row(
                "p-1", "VAN DEN BERGHE Marie-Antoinette", 1944, null, LeftOutReason.ADDRESS_DOES_NOT_FIT)));
    }
}
