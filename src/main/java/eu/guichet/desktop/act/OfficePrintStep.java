package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Letter;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.PrintJob;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Has a letter printed on the office's printer again, once the agent has read what that means. No document comes to this desk. */
final class OfficePrintStep implements KeyedAct.Listener<Letter> {
    private final OpenFile open;
    private final ViewContext context;
    private final FailureWords failures;
    private final FlowTexts words;
    private final Letter letter;
    private final KeyedAct<Letter> wish;

    OfficePrintStep(OpenFile open, ViewContext context, FailureWords failures, Letter letter) {
        this.open = open;
        this.context = context;
        this.failures = failures;
        this.words = new FlowTexts(context.texts());
        this.letter = letter;
        this.wish = new KeyedAct<>(context.tasks(), context.clock(), this);
    }

    void start() {
        Label spoken = FlowCard.spoken(
                "office-print-ask", text("again.ask", "reference", letter.reference()), Feather.PRINTER);
        Button print = FlowCard.mainButton("office-print-now", text("again.now"), this::ask);
        show(
                FlowCard.Tone.WARNING,
                spoken,
                new Label[] {FlowCard.sentence(note(open, letter))},
                close("cancel"),
                print);
    }

    private void ask() {
        wish.ask(key -> context.client().print(letter.id(), key));
    }

    @Override
    public void asking() {
        Label busy = FlowCard.busy("office-print-busy", text("again.busy"));
        open.slot().show(CardStep.busy(card().with(busy).buttons(), busy, () -> {}));
    }

    @Override
    public void done(Letter answer) {
        open.refresh().run();
        Label spoken = FlowCard.spoken(
                "office-print-done", text("again.done", "reference", letter.reference()), Feather.CHECK_CIRCLE);
        show(FlowCard.Tone.GOOD, spoken, new Label[0], close("close"));
    }

    @Override
    public void unsure(Instant askAt) {
        Label spoken = FlowCard.spoken("office-print-unsure", text("again.unsure"), Feather.HELP_CIRCLE);
        Label when = FlowCard.sentence("");
        Countdown countdown = new Countdown(context.texts());
        FlowCard card = card().tone(FlowCard.Tone.WARNING)
                .with(spoken, when)
                .buttons(FlowCard.button("office-print-ask-now", words.get("ask-now"), this::ask));
        Runnable everySecond = () -> {
            Instant now = context.clock().instant();
            when.setText(words.get("asks-again", "when", countdown.in(askAt, now)));
            if (!now.isBefore(askAt)) {
                ask();
            }
        };
        open.slot().show(new CardStep(card, spoken, everySecond, () -> false, true, () -> unsure(askAt)));
    }

    /** Identity is not asked for this: the letter was generated for somebody who was verified. */
    @Override
    public void identify() {
        start();
    }

    @Override
    public void notDone(ClientException why, boolean tryAgain, boolean reread) {
        open.refresh().run();
        Label spoken = FlowCard.spoken("office-print-not-done", failures.whole(why), Feather.X_CIRCLE);
        if (tryAgain) {
            Button again = FlowCard.mainButton("office-print-again", words.get("try-again"), this::ask);
            show(FlowCard.Tone.BAD, spoken, new Label[0], again, close("close"));
        } else {
            show(FlowCard.Tone.BAD, spoken, new Label[0], close("close"));
        }
    }

    /** How the letter stands at the office's printer as last read; empty while nothing is known. */
    static String note(OpenFile open, Letter letter) {
        return open.file().get().letters().stream()
                .filter(one -> one.id().equals(letter.id()))
                .findFirst()
                .map(Letter::print)
                .map(PrintJob::note)
                .orElse("");
    }

    private void show(FlowCard.Tone tone, Label spoken, Label[] more, Button... buttons) {
        FlowCard card = card().tone(tone).with(spoken).with(more).buttons(buttons);
        open.slot().show(CardStep.still(card, spoken, () -> show(tone, spoken, more, buttons)));
    }

    private FlowCard card() {
        PensionerFile file = open.file().get();
        return new FlowCard(
                Feather.PRINTER,
                text("title.for", "name", file.name(), "year", String.valueOf(file.birthYear())),
                "letter");
    }

    private Button close(String word) {
        return FlowCard.button("letter-close", words.get(word), open.slot()::close);
    }

    private String text(String key, Object... namesAndValues) {
        return context.texts().get(key, namesAndValues);
    }
}
