package eu.guichet.desktop.file;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Action;
import eu.guichet.contract.Letter;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.flow.Acts;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

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
    private final StaleLine stale;
    /** By pensioner; of those whose file is not shown, only such as are under way or have not been seen to end. */
    private final Map<String, Act> acts = new LinkedHashMap<>();

    private final ObservableList<AwayRow.Away> away = FXCollections.observableArrayList();
    private final StackPane middle = new StackPane();
    private final VBox foot = new VBox();
    private final Rows<AwayRow.Away, String> awayRows;
    /** Whether what appears must take the focus to be heard. */
    private final BooleanProperty heard = new SimpleBooleanProperty();

    private Subscription subscriptions = Subscription.EMPTY;
    private @Nullable FilePane pane;
    private @Nullable String shownId;

    public FileView(FileModel model, ViewContext context, Acts actions) {
        this.model = model;
        this.context = context.speaking(BUNDLE);
        this.texts = this.context.texts();
        this.actions = actions;
        stale = new StaleLine(model::refresh);
        heard.bind(Platform.accessibilityActiveProperty());
        awayRows = new Rows<>(
                away, AwayRow.Away::pensionerId, () -> new AwayRow(this.texts, this::openAgain, this::dismiss));
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
                model.colleagueProperty().subscribe(name -> {
                    if (pane != null) {
                        pane.showColleague(name);
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
                .map(act -> texts.get("away", "name", act.file().name(), "sentence", act.sentence()));
    }

    BooleanProperty heard() {
        return heard;
    }

    /** Everything is drawn anew; an act keeps its step. */
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
        model.refresh();
    }

    private void draw() {
        switch (model.screenProperty().get()) {
            case EMPTY -> {
                drop();
                middle.getChildren()
                        .setAll(notice("file-empty", Feather.SEARCH, "empty.title", texts.get("empty.more")));
                stale(null);
            }
            case LOADING -> {
                drop();
                middle.getChildren().setAll(loading());
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
        }
        FilePane at = pane;
        boolean fresh = at == null;
        if (at == null) {
            at = new FilePane(model, texts, context.zone(), this::identify, this::start, this::print);
            at.showColleague(model.colleagueProperty().get());
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
        ListDiff.update(
                away,
                acts.entrySet().stream()
                        .filter(entry -> entry.getValue().isAway())
                        .map(entry -> new AwayRow.Away(
                                entry.getKey(),
                                subject(entry.getValue().file()),
                                entry.getValue().sentence(),
                                entry.getValue().underWay()))
                        .toList(),
                AwayRow.Away::pensionerId);
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
            model.show(pensionerId, act.reason());
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
        return new OpenFile(act::file, model.reason(), () -> model.refresh(id), act);
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

    /** Begins an open action of the file that is shown. */
    public void start(Action action) {
        start((at, file) -> actions.start(begin(at, file), action));
    }

    private FailureWords failures() {
        return new FailureWords(texts, context.clock(), context.zone());
    }

    private Node loading() {
        ProgressIndicator spinner = new ProgressIndicator();
        spinner.setMaxSize(40, 40);
        spinner.setAccessibleText(texts.get("loading"));
        Label words = new Label(texts.get("loading"));
        words.getStyleClass().add("soft");
        VBox box = new VBox(spinner, words);
        box.getStyleClass().add("file-notice");
        box.setId("file-loading");
        box.visibleProperty().bind(model.busy().spinning());
        return box;
    }

    private void failed() {
        ClientException failure = model.failureProperty().get();
        String sentence = failure == null ? "" : failures().wholeOfLook(failure);
        VBox box = notice("file-failed", Feather.CLOUD_OFF, "failed.title", sentence);
        Button again = FlowCard.mainButton("file-again", new FlowTexts(texts).get("try-again"), model::refresh);
        box.getChildren().add(again);
        Node before = middle.lookup("#file-again");
        boolean focused = before != null && before.isFocused();
        middle.getChildren().setAll(box);
        if (focused) {
            again.requestFocus();
        }
    }

    private VBox notice(String id, Feather icon, String titleKey, String more) {
        Label title = new Label(texts.get(titleKey));
        title.getStyleClass().addAll("standing");
        title.setWrapText(true);
        Label sentence = FlowCard.sentence(more);
        sentence.getStyleClass().add("soft");
        VBox box = new VBox(Icons.of(icon, "large", "quiet"), title, sentence);
        box.getStyleClass().add("file-notice");
        box.setId(id);
        return box;
    }
}
