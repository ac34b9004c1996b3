package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Approval;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.ViewContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.kordamp.ikonli.feather.Feather;

/** A supervisor lifts an alert and says why. What was typed stays until it is done. */
final class LiftStep {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 300;

    private final OpenFile open;
    private final ViewContext context;
    private final FailureWords failures;
    private final FlowTexts words;
    private final FileAlert alert;
    private final TextField reason = new TextField();

    LiftStep(OpenFile open, ViewContext context, FailureWords failures, FileAlert alert) {
        this.open = open;
        this.context = context;
        this.failures = failures;
        this.words = new FlowTexts(context.texts());
        this.alert = alert;
        reason.setId("lift-reason");
    }

    void start() {
        ask("");
    }

    private void ask(String fault) {
        reason.setPromptText(context.texts().get("lift.reason"));
        reason.setAccessibleText(context.texts().get("lift.reason"));
        Button lift = FlowCard.button(
                "lift-now",
                another() ? words.get("approval.ask") : context.texts().get("lift.now"),
                this::lift);
        lift.getStyleClass().add("danger");
        lift.disableProperty().bind(reason.textProperty().map(LiftStep::tooShortOrTooLong));
        Label wrong = FlowCard.sentence(fault);
        wrong.getStyleClass().add("flow-fault");
        wrong.setVisible(!fault.isEmpty());
        wrong.setManaged(!fault.isEmpty());
        FlowCard card = card().tone(FlowCard.Tone.WARNING)
                .with(FlowCard.sentence(alert.sentence()), supervisor(), reason, wrong)
                .buttons(close(words.get("cancel")), lift);
        open.slot().show(CardStep.still(card, reason, () -> ask(fault)));
    }

    /** Whether another supervisor has to agree. */
    private boolean another() {
        return !alert.whySupervisor().isEmpty();
    }

    private Label supervisor() {
        Label needed = FlowCard.sentence(String.join(" ", alert.whySupervisor()));
        needed.setId("lift-approval");
        needed.setVisible(another());
        needed.setManaged(another());
        return needed;
    }

    private static boolean tooShortOrTooLong(String text) {
        int length = text.strip().length();
        return length < SHORTEST_REASON || length > LONGEST_REASON;
    }

    private void lift() {
        String id = open.file().get().id();
        String why = reason.getText().strip();
        Label busy = FlowCard.busy("lift-busy", context.texts().get("lift.busy"));
        open.slot().show(CardStep.busy(card().with(busy).buttons(), busy, () -> {}));
        context.tasks()
                .call(() -> context.client().liftAlert(id, alert.kind(), why))
                .onDone(waits -> {
                    open.refresh().run();
                    waits.ifPresentOrElse(this::waits, open.slot()::close);
                })
                .onFailure(this::failed)
                .onFault(() -> ask(context.texts().get("lift.fault")))
                .start();
    }

    private void waits(Approval approval) {
        ApprovalWait wait = new ApprovalWait(
                approval, context.texts(), new DateTimes(context.texts().locale(), context.zone()));
        Label spoken = wait.spoken("lift-waits", context.clock().instant());
        FlowCard card = card().tone(wait.tone()).with(spoken).buttons(close(words.get("close")));
        open.slot().show(CardStep.still(card, spoken, () -> waits(approval)));
    }

    private void failed(ClientException failure) {
        open.refresh().run();
        ask(failures.whole(failure));
    }

    private FlowCard card() {
        PensionerFile file = open.file().get();
        return new FlowCard(
                Feather.UNLOCK,
                context.texts().get("lift.title", "name", file.name(), "year", String.valueOf(file.birthYear())),
                "lift");
    }

    private Button close(String text) {
        return FlowCard.button("lift-close", text, open.slot()::close);
    }
}
