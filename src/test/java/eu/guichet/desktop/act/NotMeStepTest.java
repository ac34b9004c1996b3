package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Alert;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowSlot;
import eu.guichet.desktop.flow.FlowStep;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.UiTest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

class NotMeStepTest extends UiTest {
    private final ScriptedClient client = new ScriptedClient();
    private final List<FlowStep> steps = new ArrayList<>();
    private int closed;
    private int informed;
    private final ViewContext context = new ViewContext(
            client,
            new SameThreadTasks(),
            new Texts(new SimpleObjectProperty<>(Language.FRENCH), "eu.guichet.desktop.act.act"),
            () -> SampleFile.NOW,
            ZoneOffset.UTC);
    private final FailureWords failures = new FailureWords(context.texts(), context.clock(), context.zone());

    private OpenFile open() {
        PensionerFile file = SampleFile.at(8).file();
        return new OpenFile(() -> file, () -> AccessReason.CALL, () -> {}, new FlowSlot() {
            @Override
            public void show(FlowStep step) {
                steps.add(step);
            }

            @Override
            public void close() {
                closed++;
            }
        });
    }

    private void press(String id) {
        ((Button) steps.getLast().node().lookup("#" + id)).fire();
    }

    @Test
    void a_file_is_frozen_only_on_a_deliberate_yes_and_DIGIT_is_informed_next() {
        Action action = SampleFile.open(ActionKind.REPORT_NOT_ME, "Geler", false, SampleFile.letterPreview());
        fxRun(() -> {
            new NotMeStep(open(), context, failures, action, () -> informed++).start();
            assertThat(steps.getLast().firstFocus().getId()).isEqualTo("not-me-close");
            press("not-me-close");
            assertThat(client.freezeKeys).isEmpty();
            assertThat(closed).isEqualTo(1);
            press("not-me-freeze");
            assertThat(client.freezeKeys).hasSize(1);
            press("not-me-digit");
            assertThat(informed).isEqualTo(1);
        });
    }

    @Test
    void an_alert_is_lifted_only_with_a_reason() {
        FileAlert alert = new FileAlert(Alert.FROZEN, SampleFile.NOW, "Dossier gelé.", true);
        fxRun(() -> {
            new LiftStep(open(), context, failures, alert).start();
            Button lift = (Button) steps.getLast().node().lookup("#lift-now");
            assertThat(lift.isDisabled()).isTrue();
            ((TextField) steps.getLast().node().lookup("#lift-reason")).setText("elle a rappelé, tout va bien");
            assertThat(lift.isDisabled()).isFalse();
            lift.fire();
            assertThat(client.lifted).containsExactly("FROZEN elle a rappelé, tout va bien");
            assertThat(closed).isEqualTo(1);
        });
    }
}
