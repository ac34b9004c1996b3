package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Action;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.Preview;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.ActionIcons;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.flow.StatusChip;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Draws the states of a {@link ResendFlow}. */
final class ResendStep {
    private final ResendFlow flow;
    private final OpenFile open;
    private final Identify identify;
    private final Texts texts;
    private final FlowTexts words;
    private final FailureWords failures;
    private final ZoneId zone;
    private final Countdown countdown;
    private final InstantSource clock;
    private final String title;

    ResendStep(
            ResendFlow flow,
            OpenFile open,
            Identify identify,
            ViewContext context,
            FailureWords failures,
            String title) {
        this.flow = flow;
        this.open = open;
        this.identify = identify;
        this.texts = context.texts();
        this.words = new FlowTexts(texts);
        this.failures = failures;
        this.zone = context.zone();
        this.countdown = new Countdown(texts);
        this.clock = context.clock();
        this.title = title;
    }

    void start() {
        flow.stateProperty().subscribe(this::draw);
    }

    private void draw(ResendFlow.State state) {
        switch (state) {
            case ResendFlow.State.NeedsIdentity needs -> identify.identify(open, this::act, flow::identified);
            case ResendFlow.State.Previewing previewing -> preview(previewing.preview());
            case ResendFlow.State.Sending sending -> {
                Label busy = FlowCard.busy("resend-sending", texts.get("resend.sending"));
                open.slot().show(CardStep.busy(card("resend").with(busy).buttons(), busy, this::redraw));
            }
            case ResendFlow.State.Unsure unsure -> unsure(unsure.askAt());
            case ResendFlow.State.Done done -> done(done.message());
            case ResendFlow.State.NotDone notDone -> notDone(notDone.why(), notDone.tryAgain());
        }
    }

    private void preview(Preview preview) {
        Button send = FlowCard.mainButton("resend-confirm", texts.get("resend.confirm"), flow::confirm);
        FlowCard card = card("resend-preview")
                .with(
                        FlowCard.fact(texts.get("preview.to"), open.file().get().name() + "\n" + preview.destination()),
                        FlowCard.fact(texts.get("preview.language"), words.languageName(preview.language())),
                        FlowCard.list(preview.consequences(), Feather.CHEVRON_RIGHT));
        Instant next = preview.nextPossibleAt();
        if (next != null) {
            card.with(FlowCard.sentence(
                    texts.get("preview.next", "when", new DateTimes(texts.locale(), zone).at(next, clock.instant()))));
        }
        card.buttons(send, cancel("resend-cancel", words.get("cancel")));
        open.slot().show(CardStep.still(card, send, this::redraw));
    }

    private void unsure(Instant askAt) {
        Label spoken = FlowCard.spoken("resend-unsure", texts.get("resend.unsure"), Feather.HELP_CIRCLE);
        Label again = FlowCard.sentence("");
        Button ask = FlowCard.button("resend-ask", words.get("ask-now"), flow::askNow);
        FlowCard card =
                card("resend").tone(FlowCard.Tone.WARNING).with(spoken, again).buttons(ask);
        Runnable count = () -> again.setText(words.get("asks-again", "when", countdown.in(askAt, clock.instant())));
        count.run();
        Runnable everySecond = () -> {
            count.run();
            flow.tick();
        };
        open.slot().show(new CardStep(card, spoken, everySecond, () -> false, true, this::redraw));
    }

    private void done(Message message) {
        Label spoken = FlowCard.spoken(
                "resend-done", texts.get("resend.done", "destination", message.destination()), Feather.CHECK_CIRCLE);
        StatusChip status = new StatusChip();
        status.setId("resend-status");
        FlowCard card = card("resend")
                .tone(FlowCard.Tone.GOOD)
                .with(spoken, new HBox(status))
                .buttons(cancel("resend-close", words.get("close")));
        Runnable watch = () -> status.show(statusOf(message), texts);
        watch.run();
        open.slot().show(new CardStep(card, spoken, watch, () -> true, false, this::redraw));
    }

    /** As the file was last read; the answer's own until it has been. */
    private MessageStatus statusOf(Message message) {
        return open.file().get().timeline().stream()
                .filter(entry -> message.id().equals(entry.messageId()))
                .map(TimelineEntry::status)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(message.status());
    }

    private void notDone(ClientException why, boolean tryAgain) {
        Label spoken = FlowCard.spoken("resend-not-done", texts.get("resend.not-done"), Feather.X_CIRCLE);
        VBox sentence = failures.lines(why);
        Label waits = FlowCard.sentence("");
        FlowCard card = card("resend").tone(FlowCard.Tone.BAD).with(spoken, sentence);
        Instant opensAt = opensAt(why);
        if (opensAt != null) {
            card.with(waits);
        }
        Button close = cancel("resend-close", words.get("close"));
        if (tryAgain) {
            card.buttons(FlowCard.mainButton("resend-again", words.get("try-again"), flow::confirm), close);
        } else {
            card.buttons(close);
        }
        Runnable count = () -> {
            if (opensAt != null) {
                waits.setText(texts.get("resend.possible", "when", countdown.in(opensAt, clock.instant())));
            }
        };
        count.run();
        open.slot().show(new CardStep(card, spoken, count, () -> true, false, this::redraw));
    }

    private @Nullable Instant opensAt(ClientException why) {
        if (!(why instanceof ClientException.Refused refused) || refused.problem() == null) {
            return null;
        }
        Instant opensAt = refused.problem().opensAt();
        return opensAt == null && refused.retryAfter() != null ? clock.instant().plus(refused.retryAfter()) : opensAt;
    }

    private FlowCard card(String id) {
        String inThisLanguage =
                open.file().get().action(flow.action()).map(Action::label).orElse(title);
        return new FlowCard(ActionIcons.of(flow.action()), inThisLanguage, id)
                .about(words.person(open.file().get()));
    }

    private Button cancel(String id, String text) {
        return FlowCard.button(id, text, open.slot()::close);
    }

    /** As the file names it now. */
    private String act() {
        return open.file().get().action(flow.kind()).map(Action::label).orElse(title);
    }

    private void redraw() {
        draw(flow.stateProperty().get());
    }
}
