package eu.guichet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchPaperReport;
import eu.guichet.contract.BatchRequest;
import eu.guichet.contract.BatchState;
import eu.guichet.contract.LetterDeskPage;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.Worklist;
import eu.guichet.process.Event;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the letter officer does with letters: batches, posting, what comes back; and what the pensioners do with theirs. */
final class LetterDesk {
    private static final int PART = 50;

    private final Colleague officer;
    private final Outside outside;
    private final Cast cast;
    private final Journal journal;

    LetterDesk(Colleague officer, Outside outside, Cast cast, Journal journal) {
        this.officer = officer;
        this.outside = outside;
        this.cast = cast;
        this.journal = journal;
    }

    /**
     * Generates and prints all that is due.
     *
     * @param due who has asked for access, and will have a letter
     * @return how many letters came out
     */
    int batch(Set<String> due) {
        List<String> toPrint = new ArrayList<>(due);
        rows(LetterDeskStage.TO_PRINT).forEach(row -> toPrint.add(row.pensionerId()));
        assertThat(officer.client().batchDue().toGenerate()).isEqualTo(due.size());
        IdempotencyKey key = IdempotencyKey.create();
        Batch begun = officer.client().startBatch(BatchRequest.ALL, key);
        officer.keep(AuditAct.BATCH_STARTED, null);
        assertThat(officer.client().startBatch(BatchRequest.ALL, key).id()).isEqualTo(begun.id());
        officer.keep(AuditAct.BATCH_STARTED, null, Journal.REPEATED, "");
        int out = printed(begun.id());
        Batch ended = officer.client().batch(begun.id());
        assertThat(ended.state()).isEqualTo(BatchState.ENDED);
        assertThat(ended.printed()).isEqualTo(toPrint.size()).isEqualTo(out);
        assertThat(ended.leftOut()).as("%s", ended.reasons()).isZero();
        due.forEach(id -> {
            officer.keep(AuditAct.LETTER_GENERATED, id);
            journal.event(id, Event.LetterGenerated.class);
        });
        toPrint.forEach(id -> {
            officer.keep(AuditAct.LETTER_CLAIMED, id);
            officer.keep(AuditAct.LETTER_PRINTED, id);
            journal.event(id, Event.LetterPrinted.class);
        });
        return out;
    }

    private int printed(String batchId) {
        int out = 0;
        while (true) {
            Batch now = officer.client().batch(batchId);
            if (now.toGenerate() == 0 && now.toPrint() == 0) {
                return out;
            }
            Optional<ClaimedDocument> part = officer.client().batchDocument(batchId, PART);
            if (part.isPresent()) {
                out += outside.comesOut(part.get().pdf());
                Batch _ = officer.client()
                        .reportBatch(batchId, new BatchPaperReport(part.get().claim(), true));
            } else {
                Await.until(
                        "the next letters of the batch",
                        () -> officer.client().batch(batchId).toPrint() > 0);
            }
        }
    }

    List<LetterDeskRow> rows(LetterDeskStage stage) {
        List<LetterDeskRow> rows = new ArrayList<>();
        LetterDeskPage page = page(stage, null);
        rows.addAll(page.rows());
        while (page.next() != null) {
            page = page(stage, page.next());
            rows.addAll(page.rows());
        }
        return rows;
    }

    private LetterDeskPage page(LetterDeskStage stage, @Nullable String after) {
        LetterDeskPage page = officer.client().letterDeskPage(stage, after);
        officer.keep(AuditAct.LETTER_DESK_READ, null);
        return page;
    }

    /** Scans what lies there, sticks a label on it and posts it. */
    List<LetterDeskRow> posts(LocalDate today) {
        List<LetterDeskRow> posted = rows(LetterDeskStage.TO_POST);
        for (LetterDeskRow row : posted) {
            LetterDeskRow scanned = officer.client().scan(row.reference());
            officer.keep(AuditAct.LETTER_SCANNED, row.pensionerId());
            LetterPatch patch = new LetterPatch.Posted(cast.item(), today);
            assertThat(officer.client().record(scanned.id(), patch).state()).isEqualTo(LetterState.POSTED);
            officer.keep(AuditAct.LETTER_RECORDED, row.pensionerId(), Journal.DONE, "posted");
            journal.event(row.pensionerId(), Event.LetterPosted.class);
        }
        return posted;
    }

    /** The receipt of one in three comes back by the post's report, of one in three by hand, and some letters come back. */
    void comesBack(List<LetterDeskRow> posted, LocalDate today) {
        for (int i = 0; i < posted.size(); i++) {
            LetterDeskRow letter = posted.get(i);
            switch (i % 10) {
                case 0, 1, 2 -> {
                    String number = cast.person(letter.pensionerId()).pensionNumber();
                    outside.reports(
                            new ProcessEvent.LetterReceived(
                                    Flows.key(), number, Flows.now(), letter.reference(), today),
                            letter.pensionerId(),
                            Event.LetterReceived.class,
                            ProcessAnswer.RECORDED);
                    redeems(letter, number);
                }
                case 3, 4, 5 -> {
                    recorded(letter, new LetterPatch.Received(today), "received", Event.LetterReceived.class);
                    if (i % 2 == 0) {
                        redeems(letter, cast.person(letter.pensionerId()).pensionNumber());
                    }
                }
                case 6 -> {
                    recorded(
                            letter,
                            new LetterPatch.Returned(today, ReturnReason.REFUSED),
                            "returned",
                            Event.LetterReturned.class);
                    if (letter.kind() == LetterKind.CODE) {
                        journal.leaves(
                                Worklist.RETURNED, letter.pensionerId(), "came back today; she is called tomorrow");
                    }
                }
                default -> {}
            }
        }
    }

    private void recorded(LetterDeskRow letter, LetterPatch patch, String said, Class<? extends Event> event) {
        var _ = officer.client().record(letter.id(), patch);
        officer.keep(AuditAct.LETTER_RECORDED, letter.pensionerId(), Journal.DONE, said);
        journal.event(letter.pensionerId(), event);
    }

    void redeems(LetterDeskRow letter, String pensionNumber) {
        if (letter.kind() != LetterKind.CODE) {
            return;
        }
        String code = outside.code(letter.reference()).orElseThrow();
        outside.reports(
                new ProcessEvent.ConfirmationCodeEntered(Flows.key(), pensionNumber, Flows.now(), code),
                letter.pensionerId(),
                Event.Confirmed.class,
                ProcessAnswer.CODE_ACCEPTED);
    }
}
