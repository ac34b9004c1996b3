package eu.guichet.desktop.pensioner;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Action;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.contract.Verification;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.Moments;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Everything about the open file, in one of four conditions: none open, being opened, shown, could not be opened. */
public final class PensionerView extends StackPane {
    private static final String BUNDLE = "eu.guichet.desktop.pensioner.pensioner";

    private final PensionerModel model;
    private final GuichetClient client;
    private final Tasks tasks;
    private final Texts texts;
    private final InstantSource clock;
    private final ZoneId zone;
    private final PensionerActions actions;
    private final StaleLine stale;
    private Subscription subscriptions = Subscription.EMPTY;
    private @Nullable FilePane pane;
    private @Nullable String shownId;

    /**
     * @param texts of any bundle: the language is what counts
     * @param zone in which dates are shown
     */
    public PensionerView(
            PensionerModel model,
            GuichetClient client,
            Tasks tasks,
            Texts texts,
            InstantSource clock,
            ZoneId zone,
            PensionerActions actions) {
        this.model = model;
        this.client = client;
        this.tasks = tasks;
        this.texts = texts.sibling(BUNDLE);
        this.clock = clock;
        this.zone = zone;
        this.actions = actions;
        stale = new StaleLine(model::refresh);
        StackPane.setAlignment(stale, Pos.BOTTOM_CENTER);
        setId("pensioner");
        getStyleClass().add("pensioner");
        for (String sheet :
                new String[] {"/eu/guichet/desktop/flow/flow.css", "/eu/guichet/desktop/pensioner/pensioner.css"}) {
            getStylesheets()
                    .add(Objects.requireNonNull(PensionerView.class.getResource(sheet), sheet)
                            .toExternalForm());
        }
        subscriptions = Subscription.combine(
                texts.language().subscribe((before, after) -> {
                    drop();
                    draw();
                    model.refresh();
                }),
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
                }));
        draw();
    }

    /** Releases what the view listens to. */
    public void release() {
        subscriptions.unsubscribe();
        drop();
    }

    private void draw() {
        switch (model.screenProperty().get()) {
            case EMPTY -> {
                drop();
                getChildren().setAll(notice("file-empty", Feather.SEARCH, "empty.title", texts.get("empty.more")));
            }
            case LOADING -> {
                drop();
                getChildren().setAll(loading());
            }
            case FAILED -> {
                drop();
                getChildren().setAll(failed());
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
        if (pane == null) {
            pane = new FilePane(model, texts, zone, this::identify, this::start);
            pane.showColleague(model.colleagueProperty().get());
            shownId = file.id();
        }
        pane.show(file, model.nowProperty().get());
        ClientException failure = model.failureProperty().get();
        if (failure == null) {
            keep(List.of(pane));
        } else {
            stale.say(texts.get("stale", failures().wholeOfLook(failure)), new FlowTexts(texts).get("try-again"));
            keep(List.of(pane, stale));
        }
    }

    /** Without taking out what stays: that would lose the focus and the place one has scrolled to. */
    private void keep(List<Node> wanted) {
        InPlace.update(getChildren(), wanted, Function.identity());
    }

    private void drop() {
        if (pane != null) {
            pane.slot().abandon();
            pane.release();
            pane = null;
            shownId = null;
        }
    }

    private OpenFile open(FilePane at) {
        return new OpenFile(
                () -> Objects.requireNonNull(model.fileProperty().get()), model.reason(), model::refresh, at.slot());
    }

    private void identify() {
        if (pane != null) {
            FilePane at = pane;
            actions.identify().identify(open(at), at.slot()::close);
        }
    }

    /** Starts the one sensible next action, where there is one; what comes first is its preview. */
    public void startNext() {
        PensionerFile file = model.fileProperty().get();
        if (file != null) {
            file.actions().stream().filter(Action::primary).findFirst().ifPresent(this::start);
        }
    }

    private void start(Action action) {
        FilePane at = pane;
        PensionerFile file = model.fileProperty().get();
        if (at == null || file == null || at.slot().busy().get()) {
            return;
        }
        switch (action.kind()) {
            case RESEND_ACTIVATION_EMAIL, RESEND_CHALLENGE_SMS, RESEND_PHONE_CONFIRMATION_EMAIL, RESEND_SIGN_IN_SMS ->
                resend(at, file, action);
            case GENERATE_LETTER -> actions.letter().start(open(at));
            case HAND_OVER_TO_DIGIT ->
                new HandoverStep(
                                new HandoverFlow(client, tasks, model::refresh, file.id(), model.reason()),
                                open(at),
                                actions.mail(),
                                texts,
                                failures())
                        .start();
        }
    }

    private void resend(FilePane at, PensionerFile file, Action action) {
        Preview preview = action.preview();
        if (preview == null) {
            return;
        }
        ResendFlow flow = new ResendFlow(
                client,
                tasks,
                clock,
                model::refresh,
                file.id(),
                action.kind(),
                preview,
                !action.needsVerification() || identified(file));
        new ResendStep(
                        flow,
                        open(at),
                        actions.identify(),
                        texts,
                        failures(),
                        new Moments(texts.locale(), zone),
                        clock,
                        action.label())
                .start();
    }

    private boolean identified(PensionerFile file) {
        Verification verification = file.verification();
        Instant instant = clock.instant();
        return verification != null && verification.validUntil().isAfter(instant);
    }

    private FailureWords failures() {
        return new FailureWords(texts, clock, zone);
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

    private Node failed() {
        ClientException failure = model.failureProperty().get();
        String sentence = failure == null ? "" : failures().wholeOfLook(failure);
        VBox box = notice("file-failed", Feather.CLOUD_OFF, "failed.title", sentence);
        Button again = FlowCard.mainButton("file-again", new FlowTexts(texts).get("try-again"), model::refresh);
        box.getChildren().add(again);
        return box;
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
