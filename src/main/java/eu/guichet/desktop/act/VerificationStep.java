package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Scrolling;
import eu.guichet.desktop.ui.Texts;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The ways to identify a person, one shown at a time; Esc leaves and wipes what was typed. */
final class VerificationStep {
    private final VerificationModel model;
    private final OpenFile open;
    private final Supplier<String> act;
    private final Texts texts;
    private final ZoneId zone;
    private final FlowTexts words;
    private final FailureWords failures;
    private final Countdown countdown;
    private final FlowCard card;
    private final ToggleGroup ways = new ToggleGroup();
    private final HBox wayRow = new HBox();
    private final VBox matter = new VBox();
    private final VBox outcome = new VBox();
    private final Label lockLeft = FlowCard.sentence("");
    private final DataPointsForm form;
    private BirthForm birth;
    private final Button confirm;
    private final Button cancel;
    private Node focus;
    private DataPointsForm.@Nullable Caret caret;
    private Subscription subscription = Subscription.EMPTY;

    VerificationStep(VerificationModel model, OpenFile open, Supplier<String> act, Texts texts, ZoneId zone) {
        this.model = model;
        this.open = open;
        this.act = act;
        this.texts = texts;
        this.zone = zone;
        this.words = new FlowTexts(texts);
        this.failures = new FailureWords(texts, model.clock(), zone);
        this.countdown = new Countdown(texts);
        this.form = new DataPointsForm(model, texts, zone);
        this.birth = new BirthForm(VerificationModel.Field.BIRTH_DAY, texts);
        String person = words.person(open.file().get());
        this.card = new FlowCard(Feather.SHIELD, texts.get("title"), "verification")
                .about(act.get().isEmpty() ? person : texts.get("for-act", "person", person, "act", act.get()));
        this.confirm = FlowCard.mainButton("verification-confirm", "", this::confirm);
        this.cancel = FlowCard.button("verification-cancel", words.get("cancel"), this::leave);
        this.focus = confirm;
        wayRow.getStyleClass().add("ways");
        matter.getStyleClass().add("flow-matter");
        outcome.getStyleClass().add("flow-matter");
        outcome.managedProperty().bind(Bindings.isNotEmpty(outcome.getChildren()));
        for (VerificationMethod method : model.ways()) {
            wayRow.getChildren().add(way(method));
        }
        ways.selectedToggleProperty().subscribe(this::choose);
        wayRow.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        card.with(wayRow, outcome, matter).buttons(confirm, cancel);
    }

    void start() {
        subscription = model.stateProperty().subscribe(this::draw);
        open.slot().show(new CardStep(card, focus, this::tick, this::wipe, false, this::redraw));
    }

    private void wipeTyped() {
        form.wipe();
        birth.wipe();
    }

    private boolean wipe() {
        wipeTyped();
        return true;
    }

    private void redraw() {
        subscription.unsubscribe();
        VerificationStep same = new VerificationStep(model, open, act, texts, zone);
        same.take(this);
        wipe();
        same.start();
        DataPointsForm.Caret at = same.caret;
        if (at != null && same.chosen() == VerificationMethod.DATA_POINTS) {
            // after the card has taken the focus, which marks what stands in the field
            Platform.runLater(() -> same.form.focus(at));
        }
    }

    /** What was chosen and typed stays when only the language has changed. */
    private void take(VerificationStep before) {
        ways.getToggles().stream()
                .filter(way -> before.chosen().equals(way.getUserData()))
                .forEach(way -> way.setSelected(true));
        form.take(before.form);
        birth.input().setText(before.birth.input().getText());
        caret = before.form.focused().orElse(null);
    }

    private ToggleButton way(VerificationMethod method) {
        ToggleButton way = new ToggleButton(texts.get("way." + method.name()), Icons.of(icon(method)));
        way.setId("way-" + method.name());
        way.setUserData(method);
        way.setToggleGroup(ways);
        way.getStyleClass().add("way");
        way.setWrapText(true);
        way.setAlignment(Pos.CENTER);
        way.setMaxWidth(Double.MAX_VALUE);
        way.setMaxHeight(Double.MAX_VALUE);
        way.setMinWidth(0);
        way.setPrefWidth(100);
        HBox.setHgrow(way, Priority.ALWAYS);
        way.setSelected(method == model.suggested());
        return way;
    }

    /** A group of which one is always chosen: pressing the chosen one again does not clear it. */
    private void choose(Toggle before, Toggle after) {
        if (after == null) {
            if (before != null) {
                before.setSelected(true);
            }
            return;
        }
        wipeTyped();
        drawWay();
    }

    private void walk(KeyEvent event) {
        List<Toggle> all = ways.getToggles();
        int at = all.indexOf(ways.getSelectedToggle());
        int to = event.getCode() == KeyCode.RIGHT ? at + 1 : event.getCode() == KeyCode.LEFT ? at - 1 : -1;
        if (to >= 0 && to < all.size()) {
            all.get(to).setSelected(true);
            wayRow.getChildren().get(to).requestFocus();
            event.consume();
        }
    }

    private VerificationMethod chosen() {
        Toggle toggle = ways.getSelectedToggle();
        return toggle != null && toggle.getUserData() instanceof VerificationMethod method ? method : model.suggested();
    }

    private void explain(VerificationMethod method, String how) {
        matter.getChildren().setAll(FlowCard.sentence(how));
        focus = confirm;
        VerificationModel.Field typed = model.typedFor(method).orElse(null);
        if (typed != null && !confirm.isDisabled()) {
            if (typed != birth.field()) {
                birth = new BirthForm(typed, texts);
            }
            matter.getChildren().add(birth.node());
            focus = birth.input();
        }
    }

    private void drawWay() {
        VerificationMethod method = chosen();
        confirm.setText(texts.get("confirm." + method.name()));
        boolean possible = method != VerificationMethod.CALLED_BACK || model.phoneOnFile();
        confirm.setDisable(!possible);
        // that a document was seen, or somebody called, is said by pressing the button, not by an Enter behind a date
        card.firstIsDefault(method == VerificationMethod.DATA_POINTS);
        switch (method) {
            case DOCUMENT_SEEN -> explain(method, texts.get("how.DOCUMENT_SEEN"));
            case CALLED_BACK ->
                explain(
                        method,
                        possible
                                ? texts.get("how.CALLED_BACK", "directory", model.directory(), "phone", model.phone())
                                : texts.get("how.CALLED_BACK.none"));
            case DATA_POINTS -> {
                matter.getChildren().setAll(FlowCard.sentence(texts.get("how.DATA_POINTS")), form.node());
                focus = form.first();
            }
        }
    }

    private void draw(VerificationModel.State state) {
        drawWay();
        wayRow.setDisable(state instanceof VerificationModel.State.Checking);
        form.node().setDisable(state instanceof VerificationModel.State.Checking);
        birth.node().setDisable(state instanceof VerificationModel.State.Checking);
        card.tone(FlowCard.Tone.PLAIN);
        switch (state) {
            case VerificationModel.State.Asking asking -> {
                outcome.getChildren().clear();
                ready(true);
                form.showFaults(asking.faults());
                birth.show(asking.faults());
            }
            case VerificationModel.State.Checking checking -> {
                Label busy = FlowCard.busy("verification-checking", texts.get("checking"));
                outcome.getChildren().setAll(busy);
                confirm.setDisable(true);
                busy.requestFocus();
            }
            case VerificationModel.State.Missed missed -> missed(missed.triesLeft());
            case VerificationModel.State.Failed failed ->
                tell(
                        FlowCard.Tone.BAD,
                        FlowCard.spoken("verification-failed", sentence(failed.why()), Feather.ALERT_TRIANGLE));
            case VerificationModel.State.Locked locked -> {
                tell(FlowCard.Tone.BAD, FlowCard.spoken("verification-locked", texts.get("locked"), Feather.LOCK));
                outcome.getChildren().add(lockLeft);
                ready(false);
                tick();
            }
            case VerificationModel.State.Verified verified -> wipeTyped();
        }
    }

    /** The sentence stands above the fields, and the first of them has the focus: the caller waits, and is asked again. */
    private void missed(int triesLeft) {
        String sentence = texts.get("missed." + chosen(), "tries", triesLeft);
        tell(FlowCard.Tone.WARNING, FlowCard.spoken("verification-missed", sentence, Feather.ALERT_TRIANGLE));
        boolean typed = chosen() == VerificationMethod.DATA_POINTS;
        if (typed || model.typedFor(chosen()).isPresent()) {
            focus = typed ? form.first() : birth.input();
            focus.setAccessibleHelp(sentence);
            focus.requestFocus();
            Platform.runLater(() -> outcome.getChildren().forEach(Scrolling::reveal));
        }
    }

    private String sentence(@Nullable ClientException why) {
        return why == null ? texts.get("fault") : failures.whole(why);
    }

    private void ready(boolean maySend) {
        wayRow.setVisible(maySend);
        wayRow.setManaged(maySend);
        matter.setVisible(maySend);
        matter.setManaged(maySend);
        confirm.setVisible(maySend);
        confirm.setManaged(maySend);
        if (!maySend) {
            wipeTyped();
        }
    }

    /** The sentence gets the focus so that it is heard. */
    private void tell(FlowCard.Tone tone, Label spoken) {
        card.tone(tone);
        wipeTyped();
        outcome.getChildren().setAll(spoken);
        ready(true);
        focus = spoken;
        spoken.requestFocus();
    }

    private void confirm() {
        switch (chosen()) {
            case DOCUMENT_SEEN, CALLED_BACK -> {
                if (model.seenOrCalled(chosen(), birth.input().getText())) {
                    birth.wipe();
                }
            }
            case DATA_POINTS -> form.send();
        }
    }

    private void leave() {
        wipeTyped();
        open.slot().close();
    }

    private void tick() {
        model.tick();
        if (model.stateProperty().get() instanceof VerificationModel.State.Locked locked) {
            lockLeft.setText(texts.get(
                    "locked.again",
                    "when",
                    countdown.in(locked.until(), model.clock().instant())));
        }
    }

    private static Feather icon(VerificationMethod method) {
        return switch (method) {
            case DOCUMENT_SEEN -> Feather.CREDIT_CARD;
            case CALLED_BACK -> Feather.PHONE_OUTGOING;
            case DATA_POINTS -> Feather.EDIT_3;
        };
    }
}
