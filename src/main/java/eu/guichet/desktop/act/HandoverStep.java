package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.CopiedText;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.desktop.ui.WrapRow;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Draws the states of a {@link HandoverFlow}. What was typed of the ticket stays while its states change. */
final class HandoverStep {
    private final HandoverFlow flow;
    private final OpenFile open;
    private final Tasks tasks;
    private final MailProgram mail;
    private final Texts texts;
    private final FlowTexts words;
    private final FailureWords failures;
    private final TextField ticket = new TextField();

    HandoverStep(HandoverFlow flow, OpenFile open, ViewContext context, MailProgram mail, FailureWords failures) {
        this.flow = flow;
        this.open = open;
        this.tasks = context.tasks();
        this.mail = mail;
        this.texts = context.texts();
        this.failures = failures;
        this.words = new FlowTexts(texts);
        ticket.setId("handover-ticket");
        ticket.setOnAction(event -> flow.keep(ticket.getText()));
    }

    void start() {
        flow.stateProperty().subscribe(this::draw);
        flow.load();
    }

    private void draw(HandoverFlow.State state) {
        switch (state) {
            case HandoverFlow.State.Loading loading -> {
                Label busy = FlowCard.busy("handover-loading", texts.get("handover.loading"));
                show(card().with(busy).buttons(close(words.get("cancel"))), busy);
            }
            case HandoverFlow.State.NoDraft none -> {
                Label spoken = FlowCard.spoken("handover-failed", sentence(none.why()), Feather.X_CIRCLE);
                show(
                        card().tone(FlowCard.Tone.BAD)
                                .with(spoken)
                                .buttons(
                                        FlowCard.mainButton("handover-again", words.get("try-again"), flow::load),
                                        close(words.get("close"))),
                        spoken);
            }
            case HandoverFlow.State.Drafted drafted ->
                draft(drafted.draft(), drafted.ticketMissing() ? texts.get("handover.ticket.missing") : "");
            case HandoverFlow.State.Keeping keeping -> {
                Label busy = FlowCard.busy("handover-keeping", texts.get("handover.keeping"));
                open.slot().show(CardStep.busy(card().with(busy).buttons(), busy, this::redraw));
            }
            case HandoverFlow.State.Kept kept -> {
                Label spoken = FlowCard.spoken(
                        "handover-kept", texts.get("handover.kept", "ticket", kept.ticket()), Feather.CHECK_CIRCLE);
                Button close = close(words.get("close"));
                show(card().tone(FlowCard.Tone.GOOD).with(spoken).buttons(close), spoken);
            }
            case HandoverFlow.State.NotKept notKept -> notKept(notKept.draft(), notKept.why());
            case HandoverFlow.State.Unsure unsure -> draft(unsure.draft(), texts.get("handover.unsure"));
        }
    }

    private String sentence(@Nullable ClientException why) {
        return why == null ? texts.get("handover.fault") : failures.whole(why);
    }

    private void notKept(HandoverDraft draft, ClientException why) {
        draft(draft, texts.get("handover.not-kept", "reason", failures.whole(why)));
    }

    private void draft(HandoverDraft draft, String fault) {
        TextArea body = new TextArea(draft.body());
        body.setId("handover-body");
        body.setEditable(false);
        body.setWrapText(true);
        body.setPrefRowCount(7);
        body.setAccessibleText(texts.get("handover.body") + ": " + draft.body());
        Label noMail = FlowCard.sentence(texts.get("handover.no-mail"));
        noMail.getStyleClass().add("flow-fault");
        noMail.setVisible(false);
        noMail.setManaged(false);
        Label copied = FlowCard.sentence(texts.get("handover.copied"));
        copied.setId("handover-copied");
        copied.setVisible(false);
        copied.setManaged(false);
        Consumer<Boolean> opened = taken -> {
            noMail.setVisible(!taken);
            noMail.setManaged(!taken);
            if (taken) {
                ticket.requestFocus();
            }
        };
        Button send = FlowCard.mainButton(
                "handover-open",
                texts.get("handover.open"),
                () -> tasks.call(() -> mail.open(draft))
                        .onDone(opened)
                        .onFault(() -> opened.accept(false))
                        .start());
        ticket.setPromptText(texts.get("handover.ticket.prompt"));
        ticket.setAccessibleText(texts.get("handover.ticket"));
        Label name = new Label(texts.get("handover.ticket"));
        name.getStyleClass().add("fact-name");
        name.setLabelFor(ticket);
        Label wrong = FlowCard.sentence(fault);
        wrong.setId("handover-fault");
        wrong.getStyleClass().add("flow-fault");
        wrong.setVisible(!fault.isEmpty());
        wrong.setManaged(!fault.isEmpty());
        Button keep = FlowCard.button("handover-keep", texts.get("handover.keep"), () -> flow.keep(ticket.getText()));
        VBox field = new VBox(name, ticket, wrong);
        field.getStyleClass().add("flow-field");
        VBox to = FlowCard.fact(texts.get("handover.to"), draft.to());
        to.getStyleClass().add("compact");
        Button copy = FlowCard.button("handover-copy", texts.get("handover.copy"), () -> {
            CopiedText.copy(draft.to() + "\n" + draft.subject() + "\n\n" + draft.body());
            copied.setVisible(true);
            copied.setManaged(true);
            ticket.requestFocus();
        });
        FlowCard card = card().with(
                        to,
                        FlowCard.sentence(hours(draft)),
                        FlowCard.fact(texts.get("handover.subject"), draft.subject()),
                        body,
                        new WrapRow(8, 8, send, copy),
                        noMail,
                        copied,
                        field)
                .buttons(keep, close(words.get("close")));
        show(card, fault.isEmpty() ? send : ticket);
    }

    private String hours(HandoverDraft draft) {
        return texts.get(
                draft.helpdesk().open() ? "handover.open-now" : "handover.closed-now",
                "hours",
                draft.helpdesk().hours());
    }

    private FlowCard card() {
        return new FlowCard(Feather.LIFE_BUOY, texts.get("handover.title"), "handover")
                .about(words.person(open.file().get()));
    }

    private Button close(String text) {
        return FlowCard.button("handover-close", text, () -> {
            flow.leave();
            open.slot().close();
        });
    }

    private void show(FlowCard card, Node focus) {
        open.slot()
                .show(new CardStep(
                        card,
                        focus,
                        () -> {},
                        () -> {
                            flow.leave();
                            return true;
                        },
                        false,
                        this::redraw));
    }

    private void redraw() {
        draw(flow.stateProperty().get());
    }
}
