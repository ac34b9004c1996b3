package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.OpenHandover;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.DayField;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.NumberedChoices;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.flow.StatusChip;
import eu.guichet.desktop.ui.CopiedText;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.desktop.ui.WrapRow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
    private static final int FARTHEST_FOLLOW_UP_MONTHS = 6;

    private final HandoverFlow flow;
    private final OpenFile open;
    private final Tasks tasks;
    private final Identify identify;
    private final MailProgram mail;
    private final Texts texts;
    private final FlowTexts words;
    private final FailureWords failures;
    private final TextField ticket = new TextField();
    private final HandoverFollowing following;
    private final Supplier<LocalDate> farthest;
    private final ZoneId zone;
    private @Nullable DayField followUp;
    private boolean byHand;

    HandoverStep(
            HandoverFlow flow,
            OpenFile open,
            ViewContext context,
            Identify identify,
            MailProgram mail,
            FailureWords failures) {
        this.flow = flow;
        this.open = open;
        this.tasks = context.tasks();
        this.identify = identify;
        this.mail = mail;
        this.texts = context.texts();
        this.failures = failures;
        this.words = new FlowTexts(texts);
        this.zone = context.zone();
        this.farthest = () ->
                LocalDate.ofInstant(context.clock().instant(), context.zone()).plusMonths(FARTHEST_FOLLOW_UP_MONTHS);
        this.following = new HandoverFollowing(flow, texts, failures, farthest);
        ticket.setId("handover-ticket");
        ticket.setOnAction(event -> flow.keep(ticket.getText(), day()));
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
            case HandoverFlow.State.NeedsIdentity needs ->
                identify.identify(open, () -> texts.get("handover.title"), flow::again);
            case HandoverFlow.State.Keeping keeping -> {
                Label busy = FlowCard.busy("handover-keeping", texts.get("handover.keeping"));
                open.slot().show(CardStep.busy(card().with(busy).buttons(), busy, this::redraw));
            }
            case HandoverFlow.State.Kept kept -> kept(kept);
            case HandoverFlow.State.NotKept notKept ->
                draft(notKept.draft(), texts.get("handover.not-kept", "reason", failures.whole(notKept.why())));
            case HandoverFlow.State.Unsure unsure -> draft(unsure.draft(), texts.get("handover.unsure"));
            case HandoverFlow.State.Following at ->
                show(
                        following
                                .fill(card(), at)
                                .buttons(
                                        FlowCard.button("handover-back", texts.get("handover.back"), flow::load),
                                        close(words.get("close"))),
                        following.firstFocus());
            case HandoverFlow.State.Changed changed -> {
                Label spoken = FlowCard.spoken("handover-changed", texts.get("handover.changed"), Feather.CHECK_CIRCLE);
                show(card().tone(FlowCard.Tone.GOOD).with(spoken).buttons(close(words.get("close"))), spoken);
            }
        }
    }

    private String sentence(@Nullable ClientException why) {
        return why == null ? texts.get("handover.fault") : failures.whole(why);
    }

    private void kept(HandoverFlow.State.Kept kept) {
        String number = kept.ticket();
        LocalDate askAgain = kept.askAgain();
        String text;
        if (number == null) {
            text = texts.get(kept.sent() ? "handover.sent" : "handover.awaited");
        } else if (askAgain == null) {
            text = texts.get("handover.kept", "ticket", number);
        } else {
            String day = new DateTimes(texts.locale(), zone).fullDay(askAgain);
            text = texts.get("handover.kept.ask-again", "ticket", number, "day", day);
        }
        Label spoken = FlowCard.spoken(kept.sent() ? "handover-sent" : "handover-kept", text, Feather.CHECK_CIRCLE);
        show(card().tone(FlowCard.Tone.GOOD).with(spoken).buttons(close(words.get("close"))), spoken);
    }

    private void draft(HandoverDraft whole, String fault) {
        HandoverDraft draft = flow.forMailProgram(whole);
        boolean there = flow.choice().filter(HandoverDraft.Choice::handedOver).isPresent();
        Label wrong = fault(fault);
        FlowCard card = card();
        List<Node> parts = new ArrayList<>();
        @Nullable Node chosen = null;
        for (OpenHandover one : whole.open()) {
            parts.add(openCase(one));
        }
        if (whole.choices().size() > 1) {
            NumberedChoices<HandoverMatter> choices = choices(whole);
            choices.hear(card);
            parts.add(choices.node());
            chosen =
                    flow.choice().map(choice -> choices.choose(choice.matter())).orElse(null);
            choices.chosen().subscribe((_, matter) -> {
                if (matter != null) {
                    byHand = true;
                    flow.choose(matter);
                    byHand = false;
                }
            });
        }
        VBox to = FlowCard.fact(texts.get("handover.to"), draft.to());
        to.getStyleClass().add("compact");
        parts.add(to);
        parts.add(FlowCard.sentence(hours(draft)));
        parts.add(FlowCard.fact(texts.get("handover.subject"), draft.subject()));
        parts.add(body(draft));
        Label noMail = hidden("handover-no-mail", texts.get("handover.no-mail"));
        noMail.getStyleClass().add("flow-fault");
        Label copied = hidden("handover-copied", texts.get("handover.copied"));
        Button mailProgram = mailProgram(draft, noMail, !whole.sends());
        Button copy = copy(
                "handover-copy", "handover.copy", draft.to() + "\n" + draft.subject() + "\n\n" + draft.body(), copied);
        Button copySubject = copy("handover-copy-subject", "handover.copy.subject", draft.subject(), copied);
        Button first;
        if (whole.sends() && !there) {
            first = FlowCard.mainButton("handover-send", texts.get("handover.send"), () -> flow.send(day()));
            parts.add(new WrapRow(8, 8, first, mailProgram, copy, copySubject));
        } else {
            first = mailProgram;
            parts.add(new WrapRow(8, 8, mailProgram, copy, copySubject));
        }
        parts.add(noMail);
        parts.add(copied);
        parts.add(followUp(whole));
        parts.add(ticketField(wrong));
        card.with(parts.toArray(Node[]::new));
        Button keep =
                FlowCard.button("handover-keep", texts.get("handover.keep"), () -> flow.keep(ticket.getText(), day()));
        if (whole.choices().isEmpty() || there) {
            card.buttons(keep, close(words.get("close")));
        } else {
            Button awaited = FlowCard.button("handover-await", texts.get("handover.await"), () -> flow.await(day()));
            card.buttons(keep, awaited, close(words.get("close")));
        }
        Node focus = fault.isEmpty() ? first : ticket;
        // whoever goes through the choices by key stays at them
        show(card, byHand && chosen != null ? chosen : focus);
    }

    private VBox openCase(OpenHandover one) {
        StatusChip status = new StatusChip();
        status.show(one.status(), texts);
        Button follow =
                FlowCard.button("handover-follow-" + one.id(), texts.get("handover.follow"), () -> flow.follow(one));
        follow.setAccessibleText(texts.get("handover.follow") + ": " + one.sentence());
        Label sentence = FlowCard.sentence(one.sentence());
        if (one.due()) {
            sentence.getStyleClass().add("strong");
        }
        VBox box = new VBox(4, sentence, new WrapRow(8, 8, status, follow));
        box.getStyleClass().add("flow-field");
        return box;
    }

    private NumberedChoices<HandoverMatter> choices(HandoverDraft whole) {
        return new NumberedChoices<>(
                texts.get("handover.matter"),
                whole.choices().stream().map(HandoverDraft.Choice::matter).toList(),
                matter -> whole.choices().stream()
                        .filter(choice -> choice.matter() == matter)
                        .findFirst()
                        .map(HandoverDraft.Choice::label)
                        .orElse(""),
                matter -> "handover-matter-" + matter.key());
    }

    private TextArea body(HandoverDraft draft) {
        TextArea body = new TextArea(draft.body());
        body.setId("handover-body");
        body.setEditable(false);
        body.setWrapText(true);
        body.setPrefRowCount(7);
        body.setAccessibleText(texts.get("handover.body") + ": " + draft.body());
        return body;
    }

    private Button mailProgram(HandoverDraft draft, Label noMail, boolean main) {
        Runnable opening = () -> tasks.call(() -> mail.open(draft))
                .onDone(taken -> opened(taken, noMail))
                .onFault(() -> opened(false, noMail))
                .start();
        return main
                ? FlowCard.mainButton("handover-open", texts.get("handover.open"), opening)
                : FlowCard.button("handover-open", texts.get("handover.open"), opening);
    }

    private void opened(boolean taken, Label noMail) {
        noMail.setVisible(!taken);
        noMail.setManaged(!taken);
        if (taken) {
            ticket.requestFocus();
        }
    }

    private Button copy(String id, String key, String text, Label copied) {
        return FlowCard.button(id, texts.get(key), () -> {
            CopiedText.copy(text);
            copied.setVisible(true);
            copied.setManaged(true);
            ticket.requestFocus();
        });
    }

    private VBox followUp(HandoverDraft whole) {
        DayField day = followUp;
        if (day == null) {
            day = new DayField("handover-follow-up", texts.get("handover.follow-up"), whole.followUp(), farthest);
            followUp = day;
        }
        VBox field = new VBox(name("handover.follow-up", day), day);
        field.getStyleClass().add("flow-field");
        field.setVisible(!whole.choices().isEmpty());
        field.setManaged(!whole.choices().isEmpty());
        return field;
    }

    private @Nullable LocalDate day() {
        return followUp == null ? null : followUp.getValue();
    }

    private VBox ticketField(Label wrong) {
        ticket.setPromptText(texts.get("handover.ticket.prompt"));
        ticket.setAccessibleText(texts.get("handover.ticket"));
        VBox field = new VBox(name("handover.ticket", ticket), ticket, wrong);
        field.getStyleClass().add("flow-field");
        return field;
    }

    private Label name(String key, Node field) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("fact-name");
        name.setLabelFor(field);
        return name;
    }

    private static Label fault(String text) {
        Label wrong = FlowCard.sentence(text);
        wrong.setId("handover-fault");
        wrong.getStyleClass().add("flow-fault");
        wrong.setVisible(!text.isEmpty());
        wrong.setManaged(!text.isEmpty());
        return wrong;
    }

    private static Label hidden(String id, String text) {
        Label label = FlowCard.sentence(text);
        label.setId(id);
        label.setVisible(false);
        label.setManaged(false);
        return label;
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
