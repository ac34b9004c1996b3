package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.flow.AfterFailure;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.DeliberateKey;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.kordamp.ikonli.feather.Feather;

/**
 * A supervisor reads who asks for what, why it wants a second person and what it changes, and approves or refuses. Approved, it
 * is done in the same moment, so that neither is a default. What was typed stays until it is decided.
 */
final class DecideStep {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 300;

    private final OpenFile open;
    private final ViewContext context;
    private final Texts texts;
    private final FailureWords failures;
    private final FlowTexts words;
    private final Approval approval;
    private final DateTimes times;
    private final TextField reason = new TextField();

    DecideStep(OpenFile open, ViewContext context, FailureWords failures, Approval approval) {
        this.open = open;
        this.context = context;
        this.texts = context.texts();
        this.failures = failures;
        this.words = new FlowTexts(texts);
        this.approval = approval;
        this.times = new DateTimes(texts.locale(), context.zone());
        reason.setId("decide-reason");
    }

    void start() {
        ask("");
    }

    private void ask(String fault) {
        Instant now = context.clock().instant();
        Label who = FlowCard.spoken(
                "decide-who",
                texts.get(
                        "decide.who",
                        "name",
                        approval.askedBy(),
                        "when",
                        times.at(approval.askedAt(), now),
                        "what",
                        approval.what()),
                Feather.USERS);
        Button approve = FlowCard.button("decide-approve", texts.get("decide.approve"), () -> decide(true));
        Button refuse = FlowCard.button("decide-refuse", texts.get("decide.refuse"), () -> decide(false));
        refuse.getStyleClass().add("danger");
        refuse.disableProperty().bind(reason.textProperty().map(DecideStep::isNoReason));
        approve.disableProperty().bind(reason.textProperty().map(DecideStep::isBadReason));
        Label wrong = FlowCard.sentence(fault);
        wrong.setId("decide-fault");
        wrong.getStyleClass().add("flow-fault");
        wrong.setVisible(!fault.isEmpty());
        wrong.setManaged(!fault.isEmpty());
        FlowCard card = card().tone(FlowCard.Tone.WARNING)
                .with(
                        who,
                        part("decide.why"),
                        FlowCard.list(approval.why(), Feather.CHEVRON_RIGHT),
                        part("decide.changes"),
                        FlowCard.list(approval.changes(), Feather.CHEVRON_RIGHT),
                        FlowCard.sentence(texts.get("decide.until", "when", times.at(approval.lapsesAt(), now))),
                        FlowCard.field(texts.get("decide.reason"), reason),
                        wrong)
                .buttons(close(words.get("cancel")), approve, refuse);
        DeliberateKey.fires(card, approve, KeyCode.A);
        DeliberateKey.fires(card, refuse);
        open.slot().show(CardStep.still(card, who, () -> ask(fault)));
    }

    private Label part(String key) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("fact-name");
        return title;
    }

    private static boolean isNoReason(String text) {
        int length = text.strip().length();
        return length < SHORTEST_REASON || length > LONGEST_REASON;
    }

    /** Nothing need be said to approve; half a word is none. */
    private static boolean isBadReason(String text) {
        return !text.isBlank() && isNoReason(text);
    }

    private void decide(boolean approved) {
        String etag = open.file().get().etag();
        String said = reason.getText().strip();
        ApprovalDecision decision = approved
                ? new ApprovalDecision(ApprovalDecision.Verdict.APPROVE, said.isEmpty() ? null : said)
                : ApprovalDecision.refuse(said);
        Label busy = FlowCard.busy("decide-busy", texts.get("decide.busy"));
        open.slot().show(CardStep.busy(card().with(busy).buttons(), busy, () -> {}));
        context.tasks()
                .call(() -> context.client().decide(approval.id(), etag, decision))
                .onDone(this::decided)
                .onFailure(this::failed)
                .onFault(() -> ask(texts.get("decide.fault")))
                .start();
    }

    private void decided(Approval now) {
        open.refresh().run();
        ApprovalWait end = new ApprovalWait(now, texts, times);
        Label spoken = end.spoken("decide-done", context.clock().instant());
        FlowCard card = card().tone(end.tone()).with(spoken).buttons(close(words.get("close")));
        open.slot().show(CardStep.still(card, spoken, () -> decided(now)));
    }

    /** The same decision can be sent again: it answers the same. */
    private void failed(ClientException failure) {
        open.refresh().run();
        boolean unsure = AfterFailure.of(failure, false) == AfterFailure.ASK_AGAIN;
        ask(unsure ? texts.get("decide.fault") : failures.whole(failure));
    }

    private FlowCard card() {
        PensionerFile file = open.file().get();
        return new FlowCard(
                Feather.USER_CHECK,
                texts.get("decide.title", "name", file.name(), "year", String.valueOf(file.birthYear())),
                "decide");
    }

    private Button close(String text) {
        return FlowCard.button("decide-close", text, open.slot()::close);
    }
}
