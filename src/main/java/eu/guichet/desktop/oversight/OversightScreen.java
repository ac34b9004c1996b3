package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Alarm;
import eu.guichet.contract.Notice;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.ui.KeyTable;
import eu.guichet.desktop.ui.ScreenPart;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** The screen of supervisors and auditors. */
public final class OversightScreen implements ScreenPart {
    private static final String BUNDLE = "eu.guichet.desktop.oversight.oversight";

    private final ViewContext context;
    private final TrailModel trail;
    private final LocksModel locks;
    private final SeenList<ReachedLimit> limits;
    private final SeenList<Alarm> alarms;
    private final SubjectFileModel subject;
    private final NoticesModel notices;
    private final OfficesModel offices;
    private final ReviewsModel reviews;
    private final SeenList<Notice> past;
    private final TrailView trailView;
    private final boolean unlocks;
    private final HBox frame;
    private final Subscription ticking;
    private boolean inView;

    /**
     * @param now the time, told every second
     * @param unlocks whether whoever sits here may unlock verifications, write notices and edit offices; otherwise none
     *     of it is shown
     * @param saving where documents are saved
     */
    public OversightScreen(ViewContext anyContext, ObservableValue<Instant> now, Saving saving, boolean unlocks) {
        context = anyContext.speaking(BUNDLE);
        this.unlocks = unlocks;
        trail = new TrailModel(context);
        locks = new LocksModel(context);
        limits = new SeenList<>(context, GuichetClient::reachedLimits);
        alarms = new SeenList<>(context, GuichetClient::alarms);
        subject = new SubjectFileModel(context, saving);
        notices = new NoticesModel(context);
        offices = new OfficesModel(context);
        reviews = new ReviewsModel(context);
        past = PastNoticesView.list(context);
        // one that holds no longer is over from then on
        notices.holding().addListener((ListChangeListener<Object>) _ -> past.read());
        trailView = new TrailView(trail, context, this::sentence, subject::begin);
        HBox.setHgrow(trailView, Priority.ALWAYS);
        frame = new HBox(16, trailView);
        frame.setPadding(new Insets(16));
        frame.setId("oversight");
        frame.getStyleClass().addAll("canvas", "oversight");
        frame.getStylesheets()
                .add(Objects.requireNonNull(OversightScreen.class.getResource("oversight.css"))
                        .toExternalForm());
        frame.getChildren().add(beside());
        ticking = now.subscribe(notices::tick);
    }

    private ScrollPane beside() {
        VBox cards = new VBox(
                16,
                new AlarmsView(alarms, context, this::sentence),
                new SubjectFileView(subject, context.texts(), this::sentence));
        if (unlocks) {
            cards.getChildren().add(new ReviewsView(reviews, context, this::sentence, trail::within));
            cards.getChildren().add(new LocksView(locks, context, this::sentence));
            cards.getChildren().add(new NoticesView(notices, context, this::sentence));
            cards.getChildren().add(new OfficesView(offices, context, this::sentence));
        }
        cards.getChildren().add(new LimitsView(limits, context, this::sentence, trail::by));
        cards.getChildren().add(new PastNoticesView(past, context, this::sentence));
        ScrollPane beside = new Beside(cards);
        beside.setFitToWidth(true);
        beside.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        beside.setPrefWidth(340);
        beside.setMaxWidth(400);
        return beside;
    }

    /** As wide at least as its cards need, which is more the larger the text is: it does not scroll sideways. */
    private static final class Beside extends ScrollPane {
        private static final double LEAST = 280;
        private static final double BAR = 20;

        private final Region cards;

        Beside(Region cards) {
            super(cards);
            this.cards = cards;
        }

        @Override
        protected double computeMinWidth(double height) {
            return Math.max(LEAST, cards.minWidth(-1) + BAR);
        }
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        inView = true;
        read();
        trailView.focus();
    }

    private void read() {
        trail.read();
        if (unlocks) {
            locks.read();
            reviews.read();
            notices.read();
            offices.read();
        }
        limits.read();
        past.read();
        alarms.read();
    }

    @Override
    public void hidden() {
        inView = false;
        subject.leave();
        locks.leave();
        reviews.leave();
        notices.leave();
        offices.writing().leave();
    }

    @Override
    public void noticesChanged() {
        if (inView && unlocks) {
            notices.read();
        } else if (inView) {
            past.read();
        }
    }

    @Override
    public void officesChanged() {
        if (inView && unlocks) {
            offices.read();
        }
    }

    @Override
    public KeyTable keys() {
        return new KeyTable().key("refresh", event -> event.getCode() == KeyCode.F5, this::read);
    }

    @Override
    public void close() {
        ticking.unsubscribe();
        trail.close();
        locks.close();
        reviews.close();
        notices.close();
        offices.close();
        limits.close();
        past.close();
        alarms.close();
        subject.close();
    }

    private String sentence(ClientException why) {
        return new FailureWords(context.texts(), context.clock(), context.zone()).wholeOfLook(why);
    }
}
