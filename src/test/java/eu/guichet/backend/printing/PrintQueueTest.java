package eu.guichet.backend.printing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk;
import eu.guichet.backend.desk.OfficePaper;
import eu.guichet.backend.desk.OrderPrint;
import eu.guichet.backend.desk.VoidLetter;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.ipp.IppPeer;
import eu.guichet.backend.ipp.PrintingSettings;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.PrintLease;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.Role;
import eu.guichet.contract.VoidReason;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class PrintQueueTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int LOOKS = 600;
    private static final String HER = "p1";
    private static final Policy POLICY = Policy.standard().withPrinting(PrintingBy.OFFICE);

    @TempDir
    Path folder;

    private final AtomicLong seconds = new AtomicLong();
    /** Two seconds further at each look, so that nothing has to be waited for. */
    private final InstantSource clock = () -> NOW.plusSeconds(seconds.addAndGet(2));

    private final LiveHub live = new LiveHub(clock);
    private final BlockingQueue<LiveEvent> changes = new LinkedBlockingQueue<>();
    private final List<PrintQueue> nodes = new ArrayList<>();
    private final IppPeer printer = new IppPeer();
    private Database database;
    private Desk desk;
    private Principal agent;
    private OfficeCode office;

    @BeforeEach
    void open() {
        database = Database.open(Stores.url(folder));
        database.execute(tx -> tx.pensioners().add(Stores.somebody(HER)));
        office = database.read(tx -> tx.pensioners().find(HER)).orElseThrow().office();
        agent = new Principal("a1", "M. D.", Role.AGENT, office);
        desk = new Desk(
                database,
                POLICY,
                clock,
                live,
                new EnrolmentJournal(POLICY, clock, live),
                () -> nodes.forEach(PrintQueue::nudge));
        live.subscribe(agent, changes::add);
        live.opened(agent, HER, "\"0\"");
    }

    @AfterEach
    void close() {
        nodes.forEach(PrintQueue::close);
        database.close();
        printer.close();
    }

    private OfficePaper paper() {
        return new OfficePaper(
                desk,
                (_, letter, _, code) ->
                        (letter.reference() + " " + (code == null ? "no code" : code.printed())).getBytes(UTF_8),
                new SecureRandom());
    }

    private void node(String... lines) {
        Map<String, String> all =
                new HashMap<>(Map.of("printer." + office, printer.address().toString()));
        for (String line : lines) {
            String[] parts = line.split(" = ", 2);
            all.put(parts[0], parts[1]);
        }
        PrintingSettings settings = PrintingSettings.read(new SettingLines(all));
        PrintQueue queue =
                new PrintQueue(database, paper(), settings::printer, settings.timeout(), settings.patience(), clock);
        nodes.add(queue);
        queue.start();
    }

    /** A letter of hers, ordered to be printed. */
    private StoredLetter ordered(LetterKind kind) {
        String id = UUID.randomUUID().toString();
        String reference = "G-" + id.substring(0, 8);
        Instant at = clock.instant();
        StoredLetter letter = StoredLetter.ordered(
                id,
                HER,
                kind,
                reference,
                office,
                PrintPlace.LETTER_DESK,
                new StoredLetter.Person(agent.id(), agent.name()),
                at,
                null);
        database.execute(tx -> {
            tx.letters().add(letter);
            tx.events()
                    .add(
                            HER,
                            kind == LetterKind.CODE
                                    ? new Event.LetterGenerated(at, id, reference, agent.name())
                                    : new Event.NoticeOrdered(at, id, reference, agent.name()));
            tx.printJobs().add(StoredPrintJob.ordered(UUID.randomUUID().toString(), letter, letter.generatedBy(), at));
        });
        return letter;
    }

    private StoredPrintJob job(StoredLetter letter) {
        return database.read(tx -> tx.printJobs().latest(letter.id())).orElseThrow();
    }

    private StoredLetter stored(StoredLetter letter) {
        return database.read(tx -> tx.letters().find(letter.id())).orElseThrow();
    }

    /** Until its job stands like that. */
    private void await(StoredLetter letter, PrintState state, @Nullable PrintTrouble trouble)
            throws InterruptedException {
        for (int looks = 0; looks < LOOKS; looks++) {
            if (job(letter).state() == state && job(letter).trouble() == trouble) {
                return;
            }
            nodes.forEach(PrintQueue::nudge);
            var _ = changes.poll(100, TimeUnit.MILLISECONDS);
        }
        throw new AssertionError(job(letter) + " instead of " + state + " " + trouble);
    }

    private List<Event> told() {
        return database.read(tx -> tx.events().history(HER)).events();
    }

    private static ConfirmationCode code(byte[] document) {
        String text = new String(document, UTF_8);
        return ConfirmationCode.read(text.substring(text.indexOf(' ') + 1)).orElseThrow();
    }

    private boolean accepted(StoredLetter letter, ConfirmationCode code) {
        CodeHash hash = stored(letter).code();
        return hash != null && hash.isOf(code.characters());
    }

    @Test
    void what_is_ordered_comes_out_once_and_its_code_is_on_that_paper_alone() throws InterruptedException {
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.PRINTED, null);

        assertThat(printer.documents).hasSize(1);
        assertThat(accepted(letter, code(printer.documents.element()))).isTrue();
        assertThat(told().getLast()).isInstanceOf(Event.LetterPrinted.class);
        assertThat(stored(letter).standing().state()).isEqualTo(LetterState.PRINTED);
        assertThat(Objects.requireNonNull(stored(letter).printed()).by().name()).isEqualTo("M. D.");
        assertThat(printer.jobs().getFirst().name()).startsWith(letter.reference() + "/");
    }

    @Test
    void two_nodes_with_one_queue_print_every_letter_once() throws InterruptedException {
        List<StoredLetter> letters = IntStream.range(0, 12)
                .mapToObj(_ -> ordered(LetterKind.FREEZE_NOTICE))
                .toList();
        node();
        node();
        for (StoredLetter letter : letters) {
            await(letter, PrintState.PRINTED, null);
        }
        assertThat(printer.documents)
                .extracting(document -> new String(document, UTF_8))
                .containsExactlyInAnyOrderElementsOf(letters.stream()
                        .map(letter -> letter.reference() + " no code")
                        .toList());
    }

    @Test
    void nothing_is_made_for_a_printer_that_is_away_takes_no_jobs_or_has_no_paper() throws InterruptedException {
        printer.refuse(Operation.getPrinterAttributes, Status.serverErrorBusy);
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.QUEUED, PrintTrouble.PRINTER_BUSY);
        printer.refuse(Operation.getPrinterAttributes, null);
        printer.printer = PrinterState.stopped;
        printer.printerReasons = List.of("media-empty-error");
        await(letter, PrintState.QUEUED, PrintTrouble.PAPER_OUT);
        printer.printer = PrinterState.idle;
        printer.printerReasons = List.of("none");
        printer.refuse(Operation.validateJob, Status.serverErrorNotAcceptingJobs);
        await(letter, PrintState.QUEUED, PrintTrouble.PRINTER_BUSY);
        assertThat(stored(letter).claim()).isNull();
        assertThat(printer.documents).isEmpty();

        printer.refuse(Operation.validateJob, null);
        await(letter, PrintState.PRINTED, null);
        assertThat(printer.documents).hasSize(1);
    }

    @Test
    void a_letter_waits_while_its_office_has_no_printer_or_none_that_answers() throws InterruptedException {
        StoredLetter letter = ordered(LetterKind.CODE);
        node("printer." + office + " = ");
        await(letter, PrintState.QUEUED, PrintTrouble.NO_PRINTER);
        nodes.removeLast().close();
        node("printer." + office + " = ipp://127.0.0.1:1/ipp/print", "printing.wait = 1h");
        await(letter, PrintState.QUEUED, PrintTrouble.PRINTER_AWAY);
        seconds.addAndGet(3600);
        await(letter, PrintState.FAILED, PrintTrouble.WAITED_TOO_LONG);
        assertThat(stored(letter).code()).isNull();
    }

    @Test
    void a_printer_without_paper_is_told_until_somebody_has_put_some_in() throws InterruptedException {
        printer.begins = JobState.processingStopped;
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.STOPPED, PrintTrouble.ATTENTION);
        printer.printerReasons = List.of("media-empty-error");
        await(letter, PrintState.STOPPED, PrintTrouble.PAPER_OUT);
        printer.printerReasons = List.of("media-jam-error");
        await(letter, PrintState.STOPPED, PrintTrouble.PAPER_JAM);
        assertThat(stored(letter).standing().state()).isEqualTo(LetterState.GENERATED);

        printer.jobs().getFirst().state = JobState.completed;
        await(letter, PrintState.PRINTED, null);
        assertThat(printer.documents).hasSize(1);
    }

    @Test
    void a_letter_that_is_held_waits_for_whoever_stands_at_the_printer() throws InterruptedException {
        printer.begins = JobState.pendingHeld;
        StoredLetter letter = ordered(LetterKind.CODE);
        node("printer." + office + ".hold = yes");
        await(letter, PrintState.HELD, null);
        printer.jobs().getFirst().state = JobState.completed;
        await(letter, PrintState.PRINTED, null);
    }

    @Test
    void a_job_whose_answer_was_lost_is_found_by_its_name_and_not_sent_again() throws InterruptedException {
        printer.losesAnswers = true;
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.PRINTED, null);

        assertThat(printer.documents).hasSize(1);
        assertThat(printer.asked).contains(Operation.getJobs);
        assertThat(accepted(letter, code(printer.documents.element()))).isTrue();
    }

    /** A node sends the document, and ends before it has recorded that. */
    private void sentByNodeThatEnded(StoredLetter letter, boolean arrives) throws Exception {
        PrintLease lease = database.writeBeside(tx -> tx.printJobs().lease(clock.instant(), Duration.ofSeconds(30), 1))
                .getFirst();
        try (OfficePaper.Sheet sheet = paper().make(lease).orElseThrow()) {
            if (arrives) {
                PrintingSettings settings = PrintingSettings.read(new SettingLines(
                        Map.of("printer." + office, printer.address().toString())));
                int _ = settings.printer(office).orElseThrow().print(paper().name(lease.job()), false, sheet.pdf());
            }
        }
        assertThat(job(letter).state()).isEqualTo(PrintState.SENDING);
    }

    @Test
    void after_a_crash_between_sent_and_recorded_another_node_finds_the_job_at_the_printer() throws Exception {
        StoredLetter letter = ordered(LetterKind.CODE);
        sentByNodeThatEnded(letter, true);
        node();
        await(letter, PrintState.PRINTED, null);

        assertThat(printer.documents).hasSize(1);
        assertThat(accepted(letter, code(printer.documents.element()))).isTrue();
    }

    @Test
    void what_may_have_been_sent_and_is_not_at_the_printer_is_never_sent_again_by_itself() throws Exception {
        StoredLetter letter = ordered(LetterKind.CODE);
        sentByNodeThatEnded(letter, false);
        node();
        await(letter, PrintState.FAILED, PrintTrouble.UNKNOWN);

        assertThat(printer.documents).isEmpty();
        assertThat(stored(letter).code()).isNull();
        assertThat(told().getLast())
                .isEqualTo(new Event.LetterPrintFailed(told().getLast().at(), letter.id(), "", PrintTrouble.UNKNOWN));

        OrderPrint orders = new OrderPrint(desk);
        var _ = orders.again(agent, letter.id(), "once");
        var _ = orders.again(agent, letter.id(), "once");
        await(letter, PrintState.PRINTED, null);
        var _ = orders.again(agent, letter.id(), "once");
        assertThat(printer.documents)
                .as("printed again once, however often it was asked")
                .hasSize(1);
    }

    @Test
    void a_letter_that_is_printed_again_has_another_code_and_the_old_sheet_is_void() throws InterruptedException {
        printer.begins = JobState.aborted;
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.FAILED, PrintTrouble.ABORTED);
        ConfirmationCode first = code(printer.documents.element());
        assertThat(accepted(letter, first)).isFalse();

        printer.begins = JobState.completed;
        var _ = new OrderPrint(desk).again(agent, letter.id(), "again");
        await(letter, PrintState.PRINTED, null);
        assertThat(printer.documents).hasSize(2);
        ConfirmationCode second = code(List.copyOf(printer.documents).getLast());
        assertThat(second.characters()).isNotEqualTo(first.characters());
        assertThat(accepted(letter, first)).isFalse();
        assertThat(accepted(letter, second)).isTrue();
    }

    @Test
    void a_printer_that_takes_no_such_job_fails_it_before_there_is_a_document() throws InterruptedException {
        printer.refuse(Operation.validateJob, Status.clientErrorDocumentFormatNotSupported);
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.FAILED, PrintTrouble.REFUSED);
        assertThat(stored(letter).claim()).isNull();
    }

    @Test
    void a_printer_that_refuses_the_document_itself_for_now_gets_another_one_later() throws InterruptedException {
        printer.refuse(Operation.printJob, Status.serverErrorBusy);
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.QUEUED, PrintTrouble.PRINTER_BUSY);
        assertThat(stored(letter).code()).isNull();
        printer.refuse(Operation.printJob, null);
        await(letter, PrintState.PRINTED, null);
        assertThat(accepted(letter, code(printer.documents.element()))).isTrue();
    }

    @Test
    void a_letter_that_was_given_up_while_it_waits_at_the_printer_does_not_come_out() throws InterruptedException {
        printer.begins = JobState.pendingHeld;
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.HELD, null);
        var _ = new VoidLetter(desk).giveUp(agent, letter.id(), VoidReason.NOT_WANTED);
        await(letter, PrintState.CANCELLED, null);
        assertThat(printer.jobs().getFirst().state).isEqualTo(JobState.canceled);
    }

    @Test
    void an_order_can_be_taken_back_in_the_queue_and_at_the_printer() throws InterruptedException {
        OrderPrint orders = new OrderPrint(desk);
        StoredLetter queued = ordered(LetterKind.FREEZE_NOTICE);
        var _ = orders.cancel(agent, queued.id());
        printer.begins = JobState.pending;
        StoredLetter there = ordered(LetterKind.CODE);
        node();
        await(queued, PrintState.CANCELLED, null);
        await(there, PrintState.PRINTING, null);
        var _ = orders.cancel(agent, there.id());
        await(there, PrintState.CANCELLED, null);

        assertThat(printer.jobs()).singleElement().matches(job -> job.state.equals(JobState.canceled));
        assertThat(stored(there).code()).isNull();
        assertThat(stored(there).standing().state()).isEqualTo(LetterState.GENERATED);
    }

    @Test
    void somebody_who_cancels_at_the_printer_is_told_of_at_the_desk() throws InterruptedException {
        printer.begins = JobState.canceled;
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.FAILED, PrintTrouble.CANCELLED_THERE);
        assertThat(stored(letter).code()).isNull();
    }

    @Test
    void a_job_that_the_printer_has_forgotten_is_not_taken_for_printed() throws InterruptedException {
        printer.begins = JobState.pending;
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.PRINTING, null);
        printer.forget();
        await(letter, PrintState.FAILED, PrintTrouble.UNKNOWN);
    }

    @Test
    void nothing_is_printed_to_an_address_that_does_not_hold() throws InterruptedException {
        Instant at = clock.instant();
        database.execute(tx -> {
            tx.events().add(HER, new Event.LetterGenerated(at, "old", "G-OLD", "M. D."));
            tx.events().add(HER, new Event.LetterPosted(at, "old", "RR473124829BE", LocalDate.of(2026, 3, 2)));
            tx.events()
                    .add(
                            HER,
                            new Event.LetterReturned(
                                    at, "old", LocalDate.of(2026, 3, 2), ReturnReason.UNKNOWN_AT_ADDRESS));
        });
        StoredLetter letter = ordered(LetterKind.CODE);
        node();
        await(letter, PrintState.FAILED, PrintTrouble.NOT_POSTABLE);
        assertThat(printer.documents).isEmpty();
        assertThat(told().getLast()).isInstanceOf(Event.LetterPrintFailed.class);
    }
}
