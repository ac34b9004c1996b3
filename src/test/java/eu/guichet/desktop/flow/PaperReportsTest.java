package eu.guichet.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.flow.PaperReports.Report;
import eu.guichet.desktop.flow.PaperReports.State;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class PaperReportsTest {
    private static final LetterPatch PRINTED = new LetterPatch.Printed("claim-1");

    private final ScriptedClient client = new ScriptedClient();
    private Instant now = SampleFile.NOW;
    private final PaperReports reports = new PaperReports(client, new SameThreadTasks(), () -> now);
    private final ReportWords words =
            new ReportWords(new Texts(new SimpleObjectProperty<>(Language.ENGLISH), "eu.guichet.desktop.flow.flow"));
    private int settled;

    private Report tell(LetterPatch patch) {
        return reports.tell("l-9", "PMO-9Q4T-77", patch, () -> settled++);
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
        reports.tick();
    }

    @Test
    void what_is_recorded_at_once_leaves_nothing_to_say() {
        Report report = tell(PRINTED);
        assertThat(report.stateProperty().get()).isEqualTo(new State.Recorded());
        assertThat(words.of(report)).isEmpty();
        assertThat(reports.unrecorded()).isEmpty();
        assertThat(settled).isEqualTo(1);
    }

    @Test
    void a_report_that_is_not_recorded_is_told_again_every_five_seconds() {
        client.recordFailures.add(ScriptedClient.unreachable());
        client.recordFailures.add(ScriptedClient.refused(ProblemType.UNAVAILABLE, "…", null));
        client.recordFailures.add(ScriptedClient.refused(ProblemType.NOT_SIGNED_IN, "…", null));
        Report report = tell(PRINTED);
        assertThat(words.of(report)).contains("PMO-9Q4T-77").contains("do not post it yet");
        pass(4);
        assertThat(client.recordFailures).hasSize(2);
        pass(1);
        pass(5);
        assertThat(client.recordFailures).isEmpty();
        assertThat(reports.unrecorded()).containsExactly(report);
        pass(5);
        assertThat(report.stateProperty().get()).isEqualTo(new State.Recorded());
        assertThat(client.told).containsExactly(PRINTED);
        assertThat(settled).isEqualTo(1);
    }

    @Test
    void a_paper_that_another_claim_has_replaced_is_called_not_valid_until_that_was_read() {
        client.recordFailures.add(
                ScriptedClient.refused(ProblemType.ACTION_CLOSED, "The letter was claimed again.", null));
        Report report = tell(PRINTED);
        assertThat(words.of(report)).contains("destroy it").contains("The letter was claimed again.");
        pass(60);
        assertThat(client.told).isEmpty();
        assertThat(reports.unrecorded()).containsExactly(report);
        reports.dismiss(report);
        assertThat(reports.unrecorded()).isEmpty();
    }

    @Test
    void what_is_still_being_told_cannot_be_dismissed() {
        client.recordFailures.add(ScriptedClient.unreachable());
        Report report = tell(PRINTED);
        reports.dismiss(report);
        assertThat(reports.unrecorded()).containsExactly(report);
    }
}
