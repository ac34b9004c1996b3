package eu.guichet.desktop.file;

import eu.guichet.contract.Alert;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.KeyHint;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.WrapRow;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The open file: who and where above everything; then what to say and to do, the ladder, the letters, the history, in this
 * order. By width in three columns, in two or in one, each with at most one scroll bar. Where the window is low, the head gives
 * way: its facts are scrolled with the ladder.
 */
final class FilePane extends VBox {
    private static final PseudoClass ROOMY = PseudoClass.getPseudoClass("roomy");
    private static final double WIDE = 1180;
    private static final double NARROW = 760;
    private static final double ROOMY_FROM = 820;
    private static final double LOW = 560;

    /** Of the width, while there are two columns. */
    private static final double DOING_SHARE = 0.47;

    private static final double DOING_LEAST_EM = 25;
    private static final double DOING_MOST_EM = 31;

    private enum Form {
        WIDE,
        USUAL,
        NARROW
    }

    private final FileModel model;
    private final DateTimes moments;
    private static final int PROMISES = 8;

    private final AlertBar alerts;
    private final ApprovalBar approvals;
    private final CallbackBar callbacks;
    private final OfficeNoteBar officeNotes;
    private final RightOfficeCard rightOffice;
    private final Button promise;
    private final StatusBanner banner;
    private final FileHeader header;
    private final SayCard say;
    private final IdentityLine identity;
    private final ActionsView actions;
    private final LadderView ladder;
    private final ListCard<Letter, String, LetterRow> letters;
    private final ListCard<TimelineEntry, String, TimelineRow> timeline;
    private final ActSlot slot;
    private final HBox actsHead;
    private final VBox doing;
    private final HBox columns = new HBox();
    private final InvalidationListener messageChanged = change -> showMessage();
    private @Nullable Form form;
    private boolean low;
    private @Nullable ScrollPane doingScroll;
    private @Nullable LocalDate drawnOn;

    FilePane(FileModel model, Texts texts, ZoneId zone, FileDoors doors, BooleanProperty sayInOwn) {
        this.model = model;
        moments = new DateTimes(texts.locale(), zone);
        Countdown countdown = new Countdown(texts);
        Supplier<Instant> now = model.nowProperty()::get;
        getStyleClass().add("file-pane");
        alerts = new AlertBar(texts, moments, doors.lift());
        approvals = new ApprovalBar(texts, moments, doors.decide());
        callbacks = new CallbackBar(texts, moments, doors.settle());
        officeNotes = new OfficeNoteBar(texts, moments, doors.seeToNote());
        promise = FlowCard.button("callback-promise", texts.get("callback.promise"), doors.promise());
        banner = new StatusBanner(texts, moments);
        header = new FileHeader(texts, banner);
        say = new SayCard(texts, sayInOwn);
        identity = new IdentityLine(texts, moments, countdown, doors.identify());
        actions = new ActionsView(texts, countdown, now, doors.start());
        ladder = new LadderView(texts, moments);
        Label title = new Label(texts.get("actions.title"));
        title.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        actsHead = new HBox(title, gap);
        actsHead.getStyleClass().add("acts-head");
        actsHead.setAlignment(Pos.CENTER_LEFT);
        promise.setGraphic(Icons.of(Feather.PHONE_OUTGOING));
        promise.getStyleClass().add("quiet");
        promise.managedProperty().bind(promise.visibleProperty());
        WrapRow promising = new WrapRow(8, 0, promise, new KeyHint(texts.get("key.alt", "key", PROMISES)));
        promising.visibleProperty().bind(promise.visibleProperty());
        promising.managedProperty().bind(promise.visibleProperty());
        VBox acts = new VBox(actsHead, actions, promising);
        acts.getStyleClass().add("acts");
        slot = new ActSlot(acts, actions::focusFold, this::readOut);
        LetterRow.Doors letterDoors = new LetterRow.Doors(doors.print(), doors.discard(), doors.track(), slot.busy());
        letters = new ListCard<>(
                texts.get("letters.title"),
                texts.get("letters.none"),
                model.letters(),
                Letter::id,
                () -> new LetterRow(texts, moments, now, letterDoors));
        letters.setId("letters");
        letters.getStyleClass().add("letters");
        timeline = new ListCard<>(
                texts.get("timeline.title"),
                texts.get("timeline.none"),
                model.timeline(),
                TimelineEntry::id,
                () -> new TimelineRow(texts, moments, now, doors.correct(), slot.busy()));
        timeline.setId("history");
        timeline.getStyleClass().add("timeline");
        model.timeline().addListener(messageChanged);
        rightOffice = new RightOfficeCard(texts, sayInOwn, slot.busy(), doors.leaveNote(), doors.transfer());
        doing = new VBox(say, slot, rightOffice);
        doing.getStyleClass().add("doing");
        slot.busy().subscribe(this::makeRoom);

        columns.getStyleClass().add("file-columns");
        columns.setMinHeight(0);
        VBox.setVgrow(columns, Priority.ALWAYS);
        getChildren().setAll(alerts, approvals, callbacks, officeNotes, header, columns);
        widthProperty().subscribe(width -> arrange());
        heightProperty().subscribe(height -> arrange());
        heightProperty().subscribe(height -> pseudoClassStateChanged(ROOMY, height.doubleValue() >= ROOMY_FROM));
    }

    ActSlot slot() {
        return slot;
    }

    /** The card that waits, or else where she stands. */
    void focus() {
        if (!slot.focus()) {
            header.readOut();
        }
    }

    /** Has where she stands heard. */
    final void readOut() {
        banner.readOut();
    }

    void show(PensionerFile file, Instant now) {
        alerts.show(file.alerts(), now);
        approvals.show(file.waiting(), now);
        callbacks.show(file.callbacks(), now);
        officeNotes.show(file.officeNotes(), now);
        rightOffice.show(file.rightOffice());
        promise.setVisible(promises(file));
        header.show(file, identity);
        banner.show(file);
        showMessage();
        ladder.show(file, now);
        say.show(file.advice());
        actions.show(file.actions());
        identity.show(file, now);
        drawLetters(now);
    }

    /** The timeline hears of a delivery before the file is read again. */
    private void showMessage() {
        PensionerFile file = model.fileProperty().get();
        if (file != null) {
            banner.showMessage(file, model.timeline(), model.nowProperty().get());
        }
    }

    private void drawLetters(Instant now) {
        drawnOn = moments.today(now);
        boolean newest = true;
        for (LetterRow row : letters.rows().rows()) {
            row.draw(newest);
            newest = false;
        }
    }

    void showColleague(LiveEvent.@Nullable AlsoOpen also, Instant now) {
        header.showColleague(also, now);
    }

    void tick(Instant now) {
        header.tick(now);
        identity.tick(now);
        actions.tick();
        PensionerFile file = model.fileProperty().get();
        if (file != null) {
            callbacks.show(file.callbacks(), now);
        }
        if (!moments.today(now).equals(drawnOn)) {
            drawLetters(now);
        }
    }

    /** @param place of an open action, from 1; 8 promises a call; 0 opens or folds the closed ones */
    void press(int place) {
        if (slot.busy().get()) {
            return;
        }
        if (place == PROMISES) {
            if (promise.isVisible()) {
                promise.fire();
            }
        } else {
            actions.press(place);
        }
    }

    /** Nobody calls somebody who has died. */
    static boolean promises(PensionerFile file) {
        return file.alerts().stream().noneMatch(alert -> alert.kind() == Alert.DECEASED);
    }

    /** @return whether what to say is there in another language */
    boolean toggleOwnLanguage() {
        return say.toggleOwn();
    }

    /** Leaves the model alone from now on. */
    void release() {
        letters.release();
        timeline.release();
        model.timeline().removeListener(messageChanged);
    }

    /** While an act is under way its card comes first: it must be seen without scrolling. */
    private void makeRoom(boolean busy) {
        if (busy) {
            slot.toBack();
            if (form == Form.NARROW) {
                doing.toBack();
            }
            if (doingScroll != null) {
                doingScroll.setVvalue(0);
            }
        } else {
            say.toBack();
            if (form == Form.NARROW) {
                banner.toBack();
            }
        }
    }

    private void arrange() {
        double width = getWidth();
        double height = getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        // in ems it would be the same: what counts is how many columns of text fit beside each other
        double em = header.fontSize();
        double scale = Math.max(1, em / 14);
        Form wanted = width / scale >= WIDE ? Form.WIDE : width / scale < NARROW ? Form.NARROW : Form.USUAL;
        boolean wantedLow = height / scale < LOW;
        if (wanted != form || wantedLow != low) {
            form = wanted;
            low = wantedLow;
            KeptFocus.during(this, () -> {
                place(wanted);
                // a scroll pane takes its content into the scene with its skin, not before
                columns.applyCss();
            });
            slot.arrived();
        }
        if (doingScroll != null && wanted != Form.NARROW) {
            double doingWidth = wanted == Form.WIDE
                    ? DOING_MOST_EM * em
                    : Math.clamp(DOING_SHARE * width, DOING_LEAST_EM * em, DOING_MOST_EM * em);
            doingScroll.setMinWidth(doingWidth);
            doingScroll.setMaxWidth(doingWidth);
        }
    }

    private void place(Form wanted) {
        columns.getChildren().clear();
        boolean factsAway = low || wanted == Form.NARROW;
        placeIdentity(factsAway);
        header.keep(
                wanted == Form.NARROW
                        ? FileHeader.Fixed.NAME
                        : low ? FileHeader.Fixed.NAME_AND_STANDING : FileHeader.Fixed.ALL);
        switch (wanted) {
            case WIDE -> {
                doingScroll = scroll(doing);
                ScrollPane second = low ? scroll(header.facts(), ladder, letters) : scroll(ladder, letters);
                columns.getChildren().setAll(doingScroll, second, scroll(timeline));
            }
            case USUAL -> {
                doingScroll = scroll(doing);
                ScrollPane second =
                        low ? scroll(header.facts(), ladder, letters, timeline) : scroll(ladder, letters, timeline);
                columns.getChildren().setAll(doingScroll, second);
            }
            case NARROW -> {
                doingScroll = scroll(banner, doing, header.facts(), ladder, letters, timeline);
                columns.getChildren().setAll(doingScroll);
                makeRoom(slot.busy().get());
            }
        }
    }

    /** Whether she is identified must be seen from where one acts, even where the facts are scrolled away. */
    private void placeIdentity(boolean besideActs) {
        header.facts().getChildren().remove(identity);
        actsHead.getChildren().remove(identity);
        if (besideActs) {
            actsHead.getChildren().add(identity);
        } else {
            header.facts().getChildren().add(identity);
        }
    }

    private static ScrollPane scroll(Node... nodes) {
        VBox column = new VBox(nodes);
        column.getStyleClass().add("file-column");
        ScrollPane pane = new ScrollPane(column);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        pane.setMinWidth(0);
        pane.setPrefWidth(480);
        HBox.setHgrow(pane, Priority.ALWAYS);
        return pane;
    }
}
