package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.Action;
import eu.guichet.contract.Contact;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.DeliberateKey;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** "That was not me": says what freezing the file does, freezes it on a deliberate yes, and leads on to DIGIT. */
final class NotMeStep implements KeyedAct.Listener<Boolean> {
    private final OpenFile open;
    private final ViewContext context;
    private final FlowTexts words;
    private final FailureWords failures;
    private final Preview preview;
    private final Runnable inform;
    private final KeyedAct<Boolean> wish;
    private Runnable last = () -> {};

    /** @param inform begins the hand-over to DIGIT, once the file is frozen */
    NotMeStep(OpenFile open, ViewContext context, FailureWords failures, Action action, Runnable inform) {
        this.open = open;
        this.context = context;
        this.words = new FlowTexts(context.texts());
        this.failures = failures;
        Preview seen = action.preview();
        this.preview = seen == null ? new Preview("", "", List.of(), null) : seen;
        this.inform = inform;
        this.wish = new KeyedAct<>(context.tasks(), context.clock(), this);
    }

    void start() {
        draw(this::ask);
    }

    private void ask() {
        Button cancel = close(words.get("cancel"));
        Button freeze = FlowCard.button("not-me-freeze", context.texts().get("not-me.freeze"), this::freeze);
        freeze.getStyleClass().add("danger");
        FlowCard card = card().tone(FlowCard.Tone.BAD)
                .with(FlowCard.list(preview.consequences(), Feather.CHEVRON_RIGHT))
                .buttons(cancel, freeze);
        DeliberateKey.fires(card, freeze);
        open.slot().show(CardStep.still(card, cancel, this::redraw));
    }

    private void freeze() {
        Contact contact = open.file().get().openContact();
        wish.ask(key -> frozen(contact, key));
    }

    private Boolean frozen(Contact contact, IdempotencyKey key) {
        context.client().freeze(contact, key);
        return true;
    }

    @Override
    public void asking() {
        draw(() -> {
            Label busy = FlowCard.busy("not-me-busy", context.texts().get("not-me.busy"));
            open.slot().show(CardStep.busy(card().with(busy).buttons(), busy, this::redraw));
        });
    }

    @Override
    public void done(Boolean frozen) {
        open.refresh().run();
        draw(() -> {
            Label spoken = FlowCard.spoken("not-me-done", context.texts().get("not-me.done"), Feather.CHECK_CIRCLE);
            Button digit = FlowCard.mainButton("not-me-digit", context.texts().get("not-me.digit"), inform);
            open.slot()
                    .show(CardStep.still(
                            card().tone(FlowCard.Tone.GOOD).with(spoken).buttons(digit, close(words.get("close"))),
                            spoken,
                            this::redraw));
        });
    }

    @Override
    public void unsure(Instant askAt) {
        draw(() -> {
            Label spoken = FlowCard.spoken("not-me-unsure", context.texts().get("not-me.unsure"), Feather.HELP_CIRCLE);
            Button again = FlowCard.button("not-me-ask", words.get("ask-now"), this::freeze);
            open.slot()
                    .show(CardStep.still(
                            card().tone(FlowCard.Tone.WARNING).with(spoken).buttons(again), spoken, this::redraw));
        });
    }

    @Override
    public void identify() {
        // freezing needs no verification: it protects
        open.slot().close();
    }

    @Override
    public void notDone(ClientException why, boolean tryAgain, boolean reread) {
        if (reread) {
            open.refresh().run();
        }
        draw(() -> {
            Label spoken = FlowCard.spoken("not-me-failed", context.texts().get("not-me.failed"), Feather.X_CIRCLE);
            FlowCard card = card().tone(FlowCard.Tone.BAD).with(spoken, failures.lines(why));
            Button close = close(words.get("close"));
            card = tryAgain
                    ? card.buttons(FlowCard.button("not-me-again", words.get("try-again"), this::freeze), close)
                    : card.buttons(close);
            open.slot().show(CardStep.still(card, spoken, this::redraw));
        });
    }

    private FlowCard card() {
        PensionerFile file = open.file().get();
        return new FlowCard(
                Feather.SLASH,
                context.texts().get("not-me.title", "name", file.name(), "year", String.valueOf(file.birthYear())),
                "not-me");
    }

    private Button close(String text) {
        return FlowCard.button("not-me-close", text, open.slot()::close);
    }

    private void draw(Runnable step) {
        last = step;
        step.run();
    }

    private void redraw() {
        last.run();
    }
}
