package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Action;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.contract.PrintPlace;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Draws the states of a {@link LetterFlow}. Of the document itself nothing is ever drawn. */
final class LetterStep {
    private final LetterFlow flow;
    private final OpenFile open;
    private final Identify identify;
    private final Texts texts;
    private final FlowTexts words;
    private final FailureWords failures;
    private final ZoneId zone;
    private final Countdown countdown;
    private final InstantSource clock;

    LetterStep(
            LetterFlow flow,
            OpenFile open,
            Identify identify,
            Texts texts,
            FailureWords failures,
            ZoneId zone,
            InstantSource clock) {
        this.flow = flow;
        this.open = open;
        this.identify = identify;
        this.texts = texts;
        this.words = new FlowTexts(texts);
        this.failures = failures;
        this.zone = zone;
        this.countdown = new Countdown(texts);
        this.clock = clock;
    }

    void start() {
        flow.stateProperty().subscribe(this::draw);
    }

    private void draw(LetterFlow.State state) {
        switch (state) {
            case LetterFlow.State.NeedsIdentity needs -> identify.identify(open, flow::identified);
            case LetterFlow.State.Previewing previewing -> preview(previewing.preview());
            case LetterFlow.State.Closed closed -> closed(closed.action());
            case LetterFlow.State.Generating generating -> busy("generating", texts.get("generating"));
            case LetterFlow.State.Unsure unsure -> unsure(unsure.askAt());
            case LetterFlow.State.NotDone notDone -> notDone(notDone.why(), notDone.tryAgain());
            case LetterFlow.State.Fetching fetching -> busy("fetching", texts.get("fetching"));
            case LetterFlow.State.NotFetched notFetched -> notFetched(notFetched.letter(), notFetched.why());
            case LetterFlow.State.Lost lost ->
                voided(
                        "letter-lost",
                        texts.get("lost", "reference", lost.letter().reference()));
            case LetterFlow.State.Printing printing -> busy("printing", texts.get("printing"));
            case LetterFlow.State.Saving saving -> busy("saving", texts.get("saving"));
            case LetterFlow.State.Ready ready -> ready(ready.letter(), ready.waiting());
            case LetterFlow.State.GivingUp asked -> givingUp(asked.letter());
            case LetterFlow.State.Printed printed ->
                done(
                        "letter-printed",
                        texts.get("printed", "reference", printed.letter().reference()));
            case LetterFlow.State.Ordered ordered -> ordered(ordered.letter());
            case LetterFlow.State.Saved saved ->
                done(
                        "letter-saved",
                        texts.get("saved", "reference", saved.letter().reference()),
                        texts.get(
                                "saved.where",
                                "folder",
                                Objects.toString(saved.where().toAbsolutePath().getParent(), "")));
            case LetterFlow.State.GivenUp givenUp ->
                voided(
                        "letter-given-up",
                        texts.get("given-up", "reference", givenUp.letter().reference()));
        }
    }

    private void preview(Preview preview) {
        FlowCard card = card().with(
                        FlowCard.fact(texts.get("preview.to"), open.file().get().name() + "\n" + preview.destination()),
                        FlowCard.fact(texts.get("preview.language"), words.languageName(preview.language())),
                        FlowCard.list(preview.consequences(), Feather.CHEVRON_RIGHT));
        Instant next = preview.nextPossibleAt();
        if (next != null) {
            card.with(FlowCard.sentence(
                    texts.get("preview.next", "when", new DateTimes(texts.locale(), zone).at(next, clock.instant()))));
        }
        Label noPrinter = FlowCard.sentence(texts.get("no-printer"));
        noPrinter.setId("letter-no-printer");
        noPrinter.getStyleClass().add("flow-fault");
        noPrinter.visibleProperty().bind(flow.noPrinter());
        noPrinter.managedProperty().bind(flow.noPrinter());
        Optional<Letter> replaced = flow.replaced();
        if (replaced.isPresent()) {
            replace(card, replaced.get(), noPrinter);
            return;
        }
        Button generate =
                FlowCard.mainButton("letter-confirm", texts.get("confirm"), () -> flow.confirm(null, PrintPlace.DESK));
        Button order =
                FlowCard.button("letter-order", texts.get("order"), () -> flow.confirm(null, PrintPlace.LETTER_DESK));
        card.with(noPrinter);
        show(card.buttons(generate, order, leave(words.get("cancel"))), generate);
    }

    /** Something is lost: it is named, the reason is asked for, and nothing of it is the default. */
    private void replace(FlowCard card, Letter replaced, Label noPrinter) {
        ToggleGroup causes = new ToggleGroup();
        Button replace = FlowCard.button(
                "letter-confirm", texts.get("replace"), () -> flow.confirm(chosen(causes), PrintPlace.DESK));
        Button order = FlowCard.button(
                "letter-order", texts.get("replace.order"), () -> flow.confirm(chosen(causes), PrintPlace.LETTER_DESK));
        replace.getStyleClass().add("danger");
        replace.setDisable(true);
        order.setDisable(true);
        Label why = FlowCard.sentence(texts.get("cause"));
        why.getStyleClass().add("strong");
        VBox choices = new VBox(8, why);
        for (LetterCause cause : LetterFlow.causes(replaced.state())) {
            RadioButton choice = new RadioButton(texts.get("cause." + Keys.kebab(cause)));
            choice.setId("cause-" + Keys.kebab(cause));
            choice.setUserData(cause);
            choice.setToggleGroup(causes);
            choice.setOnAction(event -> {
                replace.setDisable(false);
                order.setDisable(false);
            });
            choices.getChildren().add(choice);
        }
        Label lost = FlowCard.sentence(
                texts.get("lost-by-this", "reference", replaced.reference()) + " " + texts.get("irrevocable"));
        lost.setId("letter-warning");
        lost.getStyleClass().add("warning-block");
        Button cancel = leave(words.get("cancel"));
        card.with(choices, lost, noPrinter).tone(FlowCard.Tone.BAD);
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isAltDown() && event.getCode() == KeyCode.R && !replace.isDisabled()) {
                event.consume();
                replace.fire();
            }
        });
        show(card.buttons(cancel, replace, order), cancel);
    }

    private static @Nullable LetterCause chosen(ToggleGroup causes) {
        return causes.getSelectedToggle() != null
                        && causes.getSelectedToggle().getUserData() instanceof LetterCause cause
                ? cause
                : null;
    }

    private void ordered(Letter letter) {
        Label spoken = FlowCard.spoken(
                "letter-ordered", texts.get("ordered", "reference", letter.reference()), Feather.CHECK_CIRCLE);
        show(
                card().tone(FlowCard.Tone.GOOD)
                        .with(spoken, FlowCard.sentence(texts.get("ordered.more")))
                        .buttons(leave(words.get("close"))),
                spoken);
    }

    private void closed(Action action) {
        Label spoken = FlowCard.spoken(
                "letter-closed", Objects.requireNonNullElse(action.reason(), action.label()), Feather.LOCK);
        show(card().tone(FlowCard.Tone.WARNING).with(spoken).buttons(leave(words.get("close"))), spoken);
    }

    private void unsure(Instant askAt) {
        Label spoken = FlowCard.spoken("letter-unsure", texts.get("unsure"), Feather.HELP_CIRCLE);
        Label again = FlowCard.sentence("");
        FlowCard card = card().tone(FlowCard.Tone.WARNING)
                .with(spoken, again)
                .buttons(FlowCard.button("letter-ask", words.get("ask-now"), flow::askNow));
        Runnable count = () -> again.setText(words.get("asks-again", "when", countdown.in(askAt, clock.instant())));
        count.run();
        show(card, spoken, true, () -> {
            count.run();
            flow.tick();
        });
    }

    private void notDone(ClientException why, boolean tryAgain) {
        Label spoken = FlowCard.spoken("letter-not-done", texts.get("not-done"), Feather.X_CIRCLE);
        FlowCard card = card().tone(FlowCard.Tone.BAD).with(spoken, failures.lines(why));
        Button again = tryAgain
                ? FlowCard.mainButton("letter-again", words.get("try-again"), flow::confirm)
                : FlowCard.mainButton("letter-reread", texts.get("reread"), flow::startOver);
        show(card.buttons(again, leave(words.get("close"))), spoken);
    }

    private void notFetched(Letter letter, @Nullable ClientException why) {
        Label spoken = FlowCard.spoken(
                "letter-not-fetched",
                texts.get("not-fetched", "reference", letter.reference()),
                Feather.ALERT_TRIANGLE);
        FlowCard card = card().tone(FlowCard.Tone.WARNING).with(spoken);
        if (why != null) {
            card.with(failures.lines(why));
        }
        show(
                card.with(FlowCard.sentence(texts.get("not-fetched.more")))
                        .buttons(
                                FlowCard.mainButton("letter-fetch", texts.get("fetch"), flow::fetchAgain),
                                leave(words.get("close"))),
                spoken);
    }

    private void ready(Letter letter, LetterFlow.Waiting waiting) {
        String key = Keys.kebab(waiting);
        Label spoken = FlowCard.spoken(
                "letter-ready", texts.get("ready." + key, "reference", letter.reference()), Feather.ALERT_TRIANGLE);
        Label warning = FlowCard.sentence(texts.get("ready.warning"));
        Button save = FlowCard.button("letter-save", texts.get("save"), flow::save);
        Button print = FlowCard.button("letter-print", texts.get("print"), flow::printAgain);
        boolean printFirst =
                waiting == LetterFlow.Waiting.PRINT_CANCELLED || waiting == LetterFlow.Waiting.PRINT_FAILED;
        Button main = printFirst ? print : save;
        main.getStyleClass().add("primary");
        // where there is a printer the sealed document goes nowhere else
        FlowCard card = card().tone(FlowCard.Tone.WARNING).with(spoken, warning);
        card = waiting == LetterFlow.Waiting.PRINT_CANCELLED
                ? card.buttons(print, giveUp())
                : card.buttons(main, printFirst ? save : print, giveUp());
        show(card, spoken, true, () -> {});
    }

    private void givingUp(Letter letter) {
        Label spoken = FlowCard.spoken(
                "letter-giving-up", texts.get("giving-up", "reference", letter.reference()), Feather.ALERT_TRIANGLE);
        FlowCard card = card().tone(FlowCard.Tone.WARNING)
                .with(spoken)
                .buttons(
                        FlowCard.mainButton("letter-keep", texts.get("keep"), flow::keep),
                        FlowCard.button("letter-give-up", texts.get("give-up"), flow::giveUp));
        show(card, spoken, true, () -> {});
    }

    private void voided(String id, String sentence) {
        Label spoken = FlowCard.spoken(id, sentence, Feather.X_CIRCLE);
        show(
                card().tone(FlowCard.Tone.BAD)
                        .with(spoken, FlowCard.sentence(texts.get("void.more")))
                        .buttons(
                                FlowCard.mainButton("letter-new", texts.get("new"), flow::startOver),
                                leave(words.get("close"))),
                spoken);
    }

    private void done(String id, String sentence, String... more) {
        Label spoken = FlowCard.spoken(id, sentence, Feather.CHECK_CIRCLE);
        Button close = leave(words.get("close"));
        show(
                card().tone(FlowCard.Tone.GOOD)
                        .with(spoken)
                        .with(Stream.of(more).map(FlowCard::sentence).toArray(Node[]::new))
                        .with(FlowCard.sentence(texts.get("done.more")))
                        .buttons(close),
                spoken);
    }

    private void busy(String id, String text) {
        Label busy = FlowCard.busy("letter-" + id, text);
        show(card().with(busy).buttons(), busy, true, () -> {});
    }

    private FlowCard card() {
        PensionerFile file = open.file().get();
        return new FlowCard(
                Feather.FILE_TEXT,
                texts.get("title.for", "name", file.name(), "year", String.valueOf(file.birthYear())),
                "letter");
    }

    private Button giveUp() {
        return leave(texts.get("give-up"));
    }

    private Button leave(String text) {
        return FlowCard.button("letter-close", text, () -> {
            if (flow.leave()) {
                open.slot().close();
            }
        });
    }

    private void show(FlowCard card, Node focus) {
        show(card, focus, false, () -> {});
    }

    private void show(FlowCard card, Node focus, boolean underWay, Runnable everySecond) {
        open.slot().show(new CardStep(card, focus, everySecond, flow::leave, underWay, this::redraw));
    }

    private void redraw() {
        draw(flow.stateProperty().get());
    }
}
