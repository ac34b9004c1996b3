package eu.guichet.desktop.post;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.paper.OnePrinter;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class PrintRunTest {
    private static final Printing.Printer PRINTER = new Printing.Printer("HP-Guichet-2", true);

    private final DeskClient client = new DeskClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final List<String> jobs = new ArrayList<>();
    private Printing.Outcome outcome = Printing.Outcome.SENT;
    private final Printing printing = new OnePrinter((document, job) -> {
        jobs.add(job);
        return outcome;
    });
    private Instant now = SampleFiles.NOW;
    private final PaperReports reports = new PaperReports(client, tasks, () -> now);
    private final PrintRun run = new PrintRun(
            new ViewContext(
                    client,
                    tasks,
                    new Texts(new SimpleObjectProperty<>(Language.FRENCH), "eu.guichet.desktop.post.post"),
                    () -> SampleFiles.NOW,
                    ZoneId.of("Europe/Brussels")),
            printing,
            reports,
            why -> "refused",
            failed -> "printer " + failed,
            () -> {});

    private List<LetterDeskRow> toPrint() {
        return List.copyOf(client.lists.getOrDefault(LetterDeskStage.TO_PRINT, List.of()));
    }

    @Test
    void each_letter_is_claimed_printed_and_confirmed_under_its_own_claim() {
        run.print(toPrint(), PRINTER);
        assertThat(jobs).containsExactly("G-V8AD-EF6P", "G-3E85-4V67");
        assertThat(client.recorded)
                .containsExactly("g-v8ad-ef6p Printed[claim=claim-1]", "g-3e85-4v67 Printed[claim=claim-2]");
        assertThat(run.state().get()).isEqualTo(new PrintRun.State.Done(2, List.of(), List.of()));
    }

    @Test
    void a_printer_that_fails_stops_the_run_and_the_failure_is_reported() {
        outcome = Printing.Outcome.FAILED;
        run.print(toPrint(), PRINTER);
        assertThat(client.recorded).containsExactly("g-v8ad-ef6p PrintFailed[claim=claim-1]");
        assertThat(run.state().get()).isEqualTo(new PrintRun.State.Stopped(0, "G-V8AD-EF6P", "printer FAILED"));
        assertThat(toPrint()).hasSize(2);
    }

    @Test
    void a_letter_that_may_not_be_printed_now_is_left_out_and_the_others_are_printed() {
        client.closed = "g-v8ad-ef6p";
        run.print(toPrint(), PRINTER);
        assertThat(jobs).containsExactly("G-3E85-4V67");
        assertThat(run.state().get())
                .isEqualTo(new PrintRun.State.Done(1, List.of(), List.of("G-V8AD-EF6P – refused")));
    }

    @Test
    void a_run_that_is_stopped_ends_after_the_letter_that_is_being_printed() {
        tasks.hold();
        run.print(toPrint(), PRINTER);
        run.stop();
        while (tasks.waiting() > 0) {
            tasks.answerNext();
        }
        assertThat(jobs).containsExactly("G-V8AD-EF6P");
        assertThat(run.state().get()).isEqualTo(new PrintRun.State.Done(1, List.of(), List.of()));
    }

    @Test
    void a_second_wish_while_one_is_under_way_prints_nothing_twice() {
        tasks.hold();
        run.print(toPrint(), PRINTER);
        run.print(toPrint(), PRINTER);
        while (tasks.waiting() > 0) {
            tasks.answerNext();
        }
        assertThat(jobs).hasSize(2);
    }
}
