package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.flow.FlowSlot;
import eu.guichet.desktop.flow.FlowStep;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.SameThreadTasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResendFlowTest {
    private final ScriptedClient client = new ScriptedClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private Instant now = SampleFile.NOW;
    private int refreshed;

    private ResendFlow flow(boolean identified) {
        Texts texts = new Texts(new SimpleObjectProperty<>(Language.FRENCH), "eu.guichet.desktop.act.act");
        ViewContext context = new ViewContext(client, tasks, texts, () -> now, ZoneOffset.UTC);
        PensionerFile file = SampleFile.at(8).file();
        OpenFile open = new OpenFile(() -> file, () -> AccessReason.CALL, () -> refreshed++, new NoSlot());
        return new ResendFlow(
                context,
                open,
                new ActionKind.Resend(MessageKind.CHALLENGE_SMS),
                SampleFile.smsPreview(false),
                identified);
    }

    private static final class NoSlot implements FlowSlot {
        @Override
        public void show(FlowStep step) {}

        @Override
        public void close() {}
    }

    @Test
    void nothing_is_sent_before_the_person_is_identified_and_the_preview_confirmed() {
        ResendFlow flow = flow(false);
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.NeedsIdentity.class);
        flow.identified();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Previewing.class);
        assertThat(client.resendKeys).isEmpty();
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Done.class);
        assertThat(client.resendKeys).hasSize(1);
        assertThat(refreshed).isEqualTo(1);
    }

    @Test
    void a_double_click_sends_one_message() {
        ResendFlow flow = flow(true);
        tasks.hold();
        flow.confirm();
        flow.confirm();
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.answerNext();
        flow.confirm();
        assertThat(client.resendKeys).hasSize(1);
    }

    @Test
    void a_lost_answer_is_asked_for_again_with_the_same_key_until_it_is_known() {
        client.resendFailures.add(ScriptedClient.unknown());
        client.resendFailures.add(ScriptedClient.unknown());
        ResendFlow flow = flow(true);
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Unsure.class);
        now = now.plusSeconds(4);
        flow.tick();
        assertThat(client.resendKeys).hasSize(1);
        now = now.plusSeconds(1);
        flow.tick();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Unsure.class);
        flow.askNow();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Done.class);
        assertThat(client.resendKeys).hasSize(3);
        assertThat(new HashSet<>(client.resendKeys)).hasSize(1);
    }

    @Test
    void while_it_is_not_known_whether_it_was_sent_no_other_failure_is_told_as_not_sent() {
        client.resendFailures.add(ScriptedClient.unknown());
        client.resendFailures.add(ScriptedClient.unreachable());
        client.resendFailures.add(ScriptedClient.refused(ProblemType.NOT_SIGNED_IN, "…", null));
        client.resendFailures.add(ScriptedClient.refused(ProblemType.INTERNAL_ERROR, "…", null));
        ResendFlow flow = flow(true);
        flow.confirm();
        for (int asked = 1; asked <= 3; asked++) {
            flow.askNow();
            assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Unsure.class);
            assertThat(client.resendKeys).hasSize(asked + 1);
        }
        flow.askNow();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Done.class);
        assertThat(new HashSet<>(client.resendKeys)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemType.class,
            names = {"UNAVAILABLE", "INTERNAL_ERROR"})
    void a_server_that_failed_may_have_sent_it_and_is_asked_with_the_same_key(ProblemType type) {
        client.resendFailures.add(ScriptedClient.refused(type, "…", null));
        ResendFlow flow = flow(true);
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Unsure.class);
        flow.askNow();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Done.class);
        assertThat(new HashSet<>(client.resendKeys)).hasSize(1);
    }

    @Test
    void a_refusal_of_the_act_itself_says_that_the_lost_one_was_not_done() {
        client.resendFailures.add(ScriptedClient.unknown());
        client.resendFailures.add(ScriptedClient.refused(ProblemType.ACTION_CLOSED, "Pas maintenant.", null));
        ResendFlow flow = flow(true);
        flow.confirm();
        flow.askNow();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.NotDone.class);
    }

    @Test
    void no_answer_at_all_is_told_as_not_sent_and_may_be_tried_again_with_the_same_key() {
        client.resendFailures.add(ScriptedClient.unreachable());
        ResendFlow flow = flow(true);
        flow.confirm();
        assertThat(flow.stateProperty().get())
                .isInstanceOfSatisfying(
                        ResendFlow.State.NotDone.class,
                        s -> assertThat(s.tryAgain()).isTrue());
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Done.class);
        assertThat(new HashSet<>(client.resendKeys)).hasSize(1);
    }

    @Test
    void a_verification_that_has_run_out_meanwhile_is_asked_for_again() {
        client.resendFailures.add(ScriptedClient.refused(ProblemType.VERIFICATION_REQUIRED, "…", null));
        ResendFlow flow = flow(true);
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.NeedsIdentity.class);
        flow.identified();
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.Done.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = ProblemType.class,
            names = {"ACTION_CLOSED", "TOO_MANY_REQUESTS", "NOT_ALLOWED", "NOT_FOUND", "IDEMPOTENCY_KEY_REUSED"})
    void a_refusal_is_told_and_not_tried_again_by_a_click(ProblemType type) {
        client.resendFailures.add(ScriptedClient.refused(type, "Pas maintenant.", now.plusSeconds(60)));
        ResendFlow flow = flow(true);
        flow.confirm();
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(ResendFlow.State.NotDone.class);
        assertThat(client.resendKeys).hasSize(1);
    }
}
