package eu.guichet.desktop.post;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.BatchPaper;
import eu.guichet.contract.BatchState;
import eu.guichet.desktop.paper.OnePrinter;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class BatchRunTest {
    private static final Printing.Printer PRINTER = new Printing.Printer("HP-Guichet-2", true);

    private final DeskClient client = new DeskClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final List<String> jobs = new ArrayList<>();
    private Printing.Outcome outcome = Printing.Outcome.SENT;

    private BatchRun run() {
        return new BatchRun(
                new ViewContext(
                        client,
                        tasks,
                        new Texts(new SimpleObjectProperty<>(Language.FRENCH), "eu.guichet.desktop.post.post"),
                        () -> SampleFiles.NOW,
                        ZoneId.of("Europe/Brussels")),
                new OnePrinter((document, job) -> {
                    jobs.add(job);
                    return outcome;
                }),
                why -> "refused",
                failed -> "printer " + failed,
                () -> {});
    }

    @Test
    void a_batch_is_printed_part_by_part_and_each_part_is_told_of() {
        BatchRun run = run();
        run.start(PRINTER);
        assertThat(jobs).hasSize(3).containsOnly("batch-3f2a91c4");
        assertThat(client.told).containsExactly("part-1 printed", "part-2 printed", "part-3 printed");
        assertThat(run.state().get()).isInstanceOf(BatchRun.State.Over.class);
    }

    @Test
    void a_printer_that_fails_stops_this_desk_and_the_batch_goes_on_from_there_when_it_is_asked_to() {
        outcome = Printing.Outcome.FAILED;
        BatchRun run = run();
        run.start(PRINTER);
        assertThat(client.told).containsExactly("part-1 not printed");
        assertThat(run.state().get())
                .isInstanceOfSatisfying(
                        BatchRun.State.Stopped.class,
                        stopped -> assertThat(stopped.why()).isEqualTo("printer FAILED"));
        outcome = Printing.Outcome.SENT;
        run.resume(PRINTER);
        assertThat(client.told).hasSize(4).endsWith("part-4 printed");
        assertThat(run.state().get()).isInstanceOf(BatchRun.State.Over.class);
    }

    @Test
    void after_a_crash_of_the_desk_nothing_is_printed_before_somebody_has_said_whether_the_last_part_came_out() {
        client.batch = DeskClient.batch(
                BatchState.RUNNING,
                0,
                3,
                0,
                new BatchPaper("lost", 50, "G-7KQ4-93VX", "G-2M8Z-K4TT", "J. V.", true, SampleFiles.NOW));
        BatchRun run = run();
        run.read();
        assertThat(run.state().get()).isInstanceOf(BatchRun.State.Doubt.class);
        run.start(PRINTER);
        assertThat(jobs).isEmpty();
        run.doubtSettled(true);
        assertThat(client.told).containsExactly("lost printed");
        assertThat(run.state().get())
                .isInstanceOfSatisfying(
                        BatchRun.State.Running.class,
                        running -> assertThat(running.here()).isFalse());
        run.resume(PRINTER);
        assertThat(run.state().get()).isInstanceOf(BatchRun.State.Over.class);
    }

    @Test
    void a_batch_that_is_ended_prints_no_further_part() {
        BatchRun run = run();
        tasks.hold();
        run.start(PRINTER);
        tasks.answerNext();
        run.cancel();
        tasks.answerLast();
        client.untaken = 0;
        while (tasks.waiting() > 0) {
            tasks.answerNext();
        }
        tasks.pass(Duration.ofSeconds(1));
        while (tasks.waiting() > 0) {
            tasks.answerNext();
        }
        assertThat(jobs).isEmpty();
        assertThat(run.state().get()).isInstanceOf(BatchRun.State.Over.class);
    }
}
