package eu.guichet.desktop.file;

import eu.guichet.client.ClientException;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Action;
import eu.guichet.contract.Approval;
import eu.guichet.contract.Contact;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.Letter;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.Worklist;
import eu.guichet.desktop.flow.Acts;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.DigitKeys;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Everything about the open file, in one of four conditions: none open, being opened, shown, could not be opened. Below
 * it, the acts on files that are not shown now: an act outlives the sight of its file, and its end is told here.
 */
public final class FileView extends BorderPane {
    private static final String BUNDLE = "eu.guichet.desktop.file.file";

    private final FileModel model;
    private final ViewContext context;
    private final Texts texts;
    private final Acts actions;
    private final FileNotices notices;
    private final StaleLine stale;
    /** By pensioner; of those whose file is not shown, only such as are under way or have not been seen to end. */
    private final Map<String, Act> acts = new LinkedHashMap<>();

    private final StackPane middle = new StackPane();
    private final VBox foot = new VBox();
    private final Rows<AwayRow.Away, String, AwayRow> awayRows;
    private final BooleanProperty sayInOwn = new SimpleBooleanProperty();
    /** Whether what appears must take the focus to be heard. */
    private final BooleanProperty heard = new SimpleBooleanProperty();

    private Subscription subscriptions = Subscription.EMPTY;
    private BiConsumer<String, AccessReason> opener;
    private @Nullable FilePane pane;
    private @Nullable String shownId;
    /** Whose card of a decision was opened last without being asked for; it is left by closing it. */
    private @Nullable String askedToDecide;

    private Runnable busyTold = () -> {};
    /** Whether the file that is read next is the first in another language. */
    private boolean spoken;

    public FileView(FileModel model, ViewContext context, Acts actions) {
        this.model = model;
        this.context = context.speaking(BUNDLE);
        this.texts = this.context.texts();
        this.actions = actions;
        this.opener = model::show;
        notices = new FileNotices(texts);
        stale = new StaleLine(model::refresh);
        heard.bind(Platform.accessibilityActiveProperty());
        awayRows = new Rows<>(AwayRow.Away::pensionerId, () -> new AwayRow(this.texts, this::openAgain, this::dismiss));
        foot.getChildren().setAll(awayRows);
        middle.setMinHeight(0);
        setCenter(middle);
        setBottom(foot);
        setId("pensioner");
        getStyleClass().add("pensioner");
        for (String sheet : new String[] {"/eu/guichet/desktop/flow/flow.css", "/eu/guichet/desktop/file/file.css"}) {
            getStylesheets()
                    .add(Objects.requireNonNull(FileView.class.getResource(sheet), sheet)
                            .toExternalForm());
        }
        subscriptions = Subscription.combine(
                texts.language().subscribe((before, after) -> speak()),
                model.screenProperty().subscribe(this::draw),
                model.fileProperty().subscribe(this::draw),
                model.failureProperty().subscribe(this::draw),
                model.contactProperty().subscribe(this::because),
                model.colleagueProperty().subscribe(also -> {
                    if (pane != null) {
                        pane.showColleague(also, model.nowProperty().get());
                    }
                }),
                model.nowProperty().subscribe(now -> {
                    if (pane != null) {
                        pane.tick(now);
                    }
                    List.copyOf(acts.values()).forEach(Act::tick);
                }));
        draw();
    }

    /** Releases what the view listens to. */
    public void release() {
        subscriptions.unsubscribe();
        heard.unbind();
        drop();
    }

    /** What must not be lost by closing the window, in one sentence; empty when nothing is under way. */
    public Optional<String> underWay() {
        return acts.values().stream()
                .filter(Act::underWay)
                .findFirst()
                .map(act -> texts.get("away", "name", subject(act.file()), "sentence", act.sentence()));
    }

    /** Whether an act of the very file that is shown is under way. */
    public boolean isUnderWay() {
        Act act = shownId == null ? null : acts.get(shownId);
        return act != null && act.underWay();
    }

    /** @param other opens a file that has an act here which goes on, in place of the one that is shown */
    public void opening(BiConsumer<String, AccessReason> other) {
        opener = other;
    }

    BooleanProperty heard() {
        return heard;
    }

    private void because(@Nullable Contact contact) {
        Act act = contact == null ? null : acts.get(contact.pensionerId());
        if (act != null && contact != null) {
            act.because(contact.reason());
        }
    }

    /** Everything is drawn anew; an act keeps its step, and is drawn once more when the backend's words have come. */
    private void speak() {
        if (pane != null) {
            Act act = acts.get(shownId);
            if (act != null) {
                act.lift();
            }
            release(pane);
        }
        List.copyOf(acts.values()).forEach(Act::redraw);
        draw();
        spoken = true;
        model.refresh();
    }

    private void draw() {
        switch (model.screenProperty().get()) {
            case EMPTY -> {
                askedToDecide = null;
                drop();
                middle.getChildren().setAll(notices.empty());
                stale(null);
            }
            case LOADING -> {
                drop();
                middle.getChildren().setAll(notices.loading(model.busy()));
                stale(null);
            }
            case FAILED -> {
                drop();
                failed();
                stale(null);
            }
            case SHOWN -> shown();
        }
    }

    private void shown() {
        PensionerFile file = model.fileProperty().get();
        if (file == null) {
            return;
        }
        if (pane != null && !file.id().equals(shownId)) {
            drop();
        }
        Act act = acts.get(file.id());
        if (act != null) {
            act.learn(file);
            if (spoken) {
                act.redraw();
            }
        }
        spoken = false;
        FilePane at = pane;
        boolean fresh = at == null;
        if (at == null) {
            at = new FilePane(model, texts, context.zone(), doors(), sayInOwn);
            at.showColleague(
                    model.colleagueProperty().get(), model.nowProperty().get());
            pane = at;
            shownId = file.id();
        }
        at.show(file, model.nowProperty().get());
        if (!middle.getChildren().equals(List.of(at))) {
            middle.getChildren().setAll(at);
        }
        stale(model.failureProperty().get());
        if (fresh && act != null) {
            act.takeUp(at.slot());
        } else if (fresh && heard.get()) {
            at.readOut();
        }
        if (act == null) {
            decideFromList(file);
        }
        drawAway();
    }

    /** @param failure why what is shown may be out of date */
    private void stale(@Nullable ClientException failure) {
        if (failure == null) {
            ListDiff.update(foot.getChildren(), List.of(awayRows), Function.identity());
            return;
        }
        stale.say(texts.get("stale", "reason", failures().wholeOfLook(failure)), new FlowTexts(texts).get("try-again"));
        ListDiff.update(foot.getChildren(), List.of(stale, awayRows), Function.identity());
    }

    private void drop() {
        FilePane leaving = pane;
        if (leaving != null) {
            Act act = acts.get(shownId);
            if (act != null) {
                act.away();
            }
            release(leaving);
        }
        drawAway();
    }

    private void release(FilePane leaving) {
        leaving.release();
        pane = null;
        shownId = null;
    }

    private void drawAway() {
        acts.values().removeIf(Act::over);
        awayRows.show(acts.entrySet().stream()
                .filter(entry -> entry.getValue().isAway())
                .map(entry -> new AwayRow.Away(
                        entry.getKey(),
                        subject(entry.getValue().file()),
                        entry.getValue().sentence(),
                        entry.getValue().underWay()))
                .toList());
    }

    /** Names the letter, not the person: whoever stands at the desk by now is somebody else. */
    private String subject(PensionerFile file) {
        return file.letters().stream()
                .filter(Letter::printable)
                .findFirst()
                .map(letter -> texts.get("away.letter", "reference", letter.reference()))
                .orElseGet(() -> texts.get("away.file"));
    }

    private void openAgain(String pensionerId) {
        Act act = acts.get(pensionerId);
        if (act != null) {
            opener.accept(pensionerId, act.reason());
        }
    }

    private void dismiss(String pensionerId) {
        acts.remove(pensionerId);
        drawAway();
    }

    /** Begins an act on the file that is shown. */
    private OpenFile begin(FilePane at, PensionerFile file) {
        Act act = new Act(file, model.reason(), at.slot(), this::drawAway);
        acts.put(file.id(), act);
        String id = file.id();
        return new OpenFile(act::file, act::reason, () -> model.refresh(id), act);
    }

    private void identify() {
        start((at, file) -> {
            OpenFile open = begin(at, file);
            actions.identify(open, open.slot()::close);
        });
    }

    private void print(Letter letter) {
        start((at, file) -> actions.print(begin(at, file), letter));
    }

    private void lift(FileAlert alert) {
        start((at, file) -> actions.lift(begin(at, file), alert));
    }

    private void correct(TimelineEntry entry) {
        start((at, file) -> actions.correct(begin(at, file), entry));
    }

    private void decide(Approval approval) {
        start((at, file) -> actions.decide(begin(at, file), approval));
    }

    /** Whoever opens a file from the list of what waits for a supervisor wants to decide. */
    private void decideFromList(PensionerFile file) {
        boolean fromList = model.reason().worklist().equals(Optional.of(Worklist.APPROVALS));
        if (fromList && !file.id().equals(askedToDecide)) {
            askedToDecide = file.id();
            file.waiting().stream().filter(Approval::decidable).findFirst().ifPresent(this::decide);
        }
    }

    /** Promises the person a call; nothing where she has died, or another act is under way. */
    public void promiseCallback() {
        start((at, file) -> {
            if (FilePane.promises(file)) {
                actions.promiseCallback(begin(at, file));
            }
        });
    }

    /** Leaves a note for another office; nothing where another act is under way. */
    public void leaveOfficeNote() {
        start((at, file) -> actions.leaveOfficeNote(begin(at, file)));
    }

    private void transfer() {
        start((at, file) -> actions.transfer(begin(at, file)));
    }

    private FileDoors doors() {
        return new FileDoors(
                this::identify,
                this::start,
                this::print,
                letter -> start((at, file) -> actions.discard(begin(at, file), letter)),
                this::lift,
                this::promiseCallback,
                owed -> start((at, file) -> actions.settleCallback(begin(at, file), owed)),
                this::leaveOfficeNote,
                note -> start((at, file) -> actions.seeToNote(begin(at, file), note)),
                this::transfer,
                this::correct,
                this::decide,
                actions::browse);
    }

    /** Unless another act is under way on the file, or none is shown. */
    private void start(BiConsumer<FilePane, PensionerFile> act) {
        FilePane at = pane;
        PensionerFile file = model.fileProperty().get();
        if (at != null && file != null && !at.slot().busy().get()) {
            act.accept(at, file);
        }
    }

    /** What came of the wish for the next action. */
    public enum Next {
        STARTED,
        /** No file is shown. */
        NO_FILE,
        /** Another act is under way on it. */
        BUSY,
        /** The file proposes nothing now. */
        NOTHING
    }

    /** Starts the one sensible next action, where there is one; what comes first is its preview. */
    public Next startNext() {
        PensionerFile file = model.fileProperty().get();
        if (file == null || pane == null) {
            return Next.NO_FILE;
        }
        if (isBusy()) {
            return Next.BUSY;
        }
        Optional<Action> next = file.actions().stream().filter(Action::primary).findFirst();
        next.ifPresent(this::start);
        return next.isPresent() ? Next.STARTED : Next.NOTHING;
    }

    /** Whether a card waits on the file that is shown. */
    public boolean isBusy() {
        return pane != null && pane.slot().busy().get();
    }

    /** Puts the focus into the file: to where it was, or else to where she stands. */
    public void focus() {
        FilePane at = pane;
        if (at != null) {
            at.focus();
        }
    }

    /**
     * A key that nothing in front of the file has used: Alt with a digit begins an action or unfolds the closed ones, L says in
     * the agent's own language what to say.
     */
    public boolean pressed(KeyEvent event) {
        FilePane at = pane;
        if (at == null || event.isShortcutDown() || event.isMetaDown()) {
            return false;
        }
        if (event.isAltDown()) {
            OptionalInt digit = DigitKeys.digit(event);
            if (digit.isPresent() && isBusy()) {
                // as Ctrl+Enter does: the card comes first, and what is typed next falls into no other field
                focusAct();
                busyTold.run();
            } else {
                digit.ifPresent(at::press);
            }
            return digit.isPresent();
        }
        boolean inFile = event.getTarget() instanceof Node node
                && !(node instanceof TextInputControl)
                && at.equals(paneOf(node));
        return inFile && event.getCode() == KeyCode.L && at.toggleOwnLanguage();
    }

    /** Moves the focus into the card that waits for a decision. */
    public void focusAct() {
        Act act = shownId == null ? null : acts.get(shownId);
        if (act != null) {
            act.focus();
        }
    }

    /** @param told says that the card comes first */
    public void whenBusy(Runnable told) {
        busyTold = told;
    }

    private static @Nullable FilePane paneOf(Node node) {
        for (@Nullable Node up = node; up != null; up = up.getParent()) {
            if (up instanceof FilePane found) {
                return found;
            }
        }
        return null;
    }

    /** Begins an open action of the file that is shown. */
    public void start(Action action) {
        start((at, file) -> actions.start(begin(at, file), action));
    }

    private FailureWords failures() {
        return new FailureWords(texts, context.clock(), context.zone());
    }

    private void failed() {
        ClientException failure = model.failureProperty().get();
        String sentence = failure == null ? "" : failures().wholeOfLook(failure);
        Node before = middle.lookup("#file-again");
        boolean focused = before != null && before.isFocused();
        Node box = notices.failed(sentence, model::refresh);
        middle.getChildren().setAll(box);
        Node again = box.lookup("#file-again");
        if (focused && again != null) {
            again.requestFocus();
        }
    }
}
