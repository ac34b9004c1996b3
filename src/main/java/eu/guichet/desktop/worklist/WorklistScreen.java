package eu.guichet.desktop.worklist;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCounts;
import eu.guichet.contract.WorklistRow;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.KeyTable;
import eu.guichet.desktop.ui.ScreenPart;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The screen of the worklists: the lists with their counts, and the one that is chosen. */
public final class WorklistScreen implements ScreenPart {
    /** Widths of the lists' side. */
    private static final double LEAST = 192;

    private static final double MOST = 264;
    private static final String BUNDLE = "eu.guichet.desktop.worklist.worklist";

    private final ViewContext context;
    private final Texts texts;
    private final WorklistModel model;
    private final WorklistRun run;
    private final WorklistTable table;
    private final ListRail rail;
    private final RequestsModel requests;
    private final Button own;
    private final Node lists;
    private final Region side;
    private final Node mine;
    private final Label title = new Label();
    private final Label about = FlowCard.sentence("");
    private final Button open;
    private final Button more;
    private final FlowPane foot = new FlowPane(8, 8);
    private final BorderPane frame = new BorderPane();
    private final ReadOnlyObjectWrapper<Badge> badge = new ReadOnlyObjectWrapper<>(Badge.NONE);
    private final Subscription subscriptions;
    private boolean visible;

    /**
     * @param now as time passes, for reading the lists again
     * @param run through the list from which a file is taken
     */
    public WorklistScreen(
            ViewContext anyContext, ObservableValue<Instant> now, WorklistRun run, Runnable toLetterDesk) {
        context = anyContext.speaking(BUNDLE);
        texts = context.texts();
        this.run = run;
        model = new WorklistModel(context);
        table = new WorklistTable(
                model, context, this::sentence, this::take, this::toLists, toLetterDesk, about.fontProperty());
        rail = new ListRail(model, texts, table::focus);
        open = FlowCard.button("worklist-open", "", table::openSelected);
        open.getStyleClass().add("primary");
        more = FlowCard.button("worklist-more", "", model::readMore);
        title.setId("worklist-title");
        title.getStyleClass().addAll("heading", "wrap");
        about.setId("worklist-about");
        about.getStyleClass().add("soft");
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox right = new VBox(12, title, about, new FilterBar(model, texts), table, foot);
        right.setPadding(new Insets(16));
        frame.setId("worklist-screen");
        frame.getStyleClass().addAll("canvas", "worklist-screen");
        lists = right;
        requests = new RequestsModel(context);
        own = FlowCard.button("own-requests", "", this::showRequests);
        mine = new RequestsView(requests, context, this::sentence, own::requestFocus);
        own.setMinSize(0, Region.USE_PREF_SIZE);
        own.setMaxWidth(Double.MAX_VALUE);
        own.setWrapText(true);
        VBox.setVgrow(rail, Priority.ALWAYS);
        VBox left = new VBox(rail, own);
        VBox.setMargin(own, new Insets(8));
        left.getStyleClass().add("list-side");
        side = left;
        about.fontProperty().subscribe(this::widen);
        model.lists().addListener((ListChangeListener<Object>) _ -> widen());
        frame.widthProperty().subscribe(this::widen);
        frame.setLeft(left);
        frame.setCenter(lists);
        frame.getStylesheets()
                .add(Objects.requireNonNull(WorklistScreen.class.getResource("worklist.css"))
                        .toExternalForm());
        requests.seen().rows().addListener((ListChangeListener<Object>) _ -> named());
        named();
        subscriptions = Subscription.combine(
                model.list().subscribe(this::showList),
                rail.focusedProperty().subscribe(() -> {
                    if (rail.isFocused()) {
                        frame.setCenter(lists);
                    }
                }),
                model.counts().subscribe(this::counted),
                model.state().subscribe(this::drawFoot),
                model.answers().subscribe((_, _) -> drawFoot()),
                model.failure().subscribe(this::drawFoot),
                table.table().getSelectionModel().selectedItemProperty().subscribe(this::drawFoot),
                texts.language().subscribe(() -> {
                    widen();
                    head();
                    drawFoot();
                    named();
                }),
                now.subscribe(instant -> model.tick(instant, visible)));
    }

    /** The lists have a part of the window, and room for each of their words. */
    private void widen() {
        double whole = rail.whole(about.getFont().getSize());
        double wanted = Math.clamp(frame.getWidth() / 4.5, LEAST, MOST);
        side.setMinWidth(Math.max(LEAST, whole));
        side.setPrefWidth(Math.max(wanted, whole));
        side.setMaxWidth(Math.max(MOST, whole));
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        visible = true;
        frame.setCenter(lists);
        model.read();
        requests.read();
        if (!table.focus()) {
            rail.requestFocus();
        }
    }

    @Override
    public void hidden() {
        visible = false;
        requests.leave();
    }

    @Override
    public KeyTable keys() {
        return new KeyTable().key("refresh", event -> event.getCode() == KeyCode.F5, () -> {
            model.read();
            requests.read();
        });
    }

    @Override
    public ReadOnlyObjectProperty<Badge> badge() {
        return badge.getReadOnlyProperty();
    }

    /** Reads the counts for the side bar, before the screen is first shown. */
    public void count() {
        model.count();
    }

    /** The backend tells that these lists have changed. */
    public void changed(Collection<String> lists) {
        model.changed(lists);
    }

    /** Something that was asked for here is decided. */
    public void requestChanged() {
        if (visible) {
            requests.read();
        }
    }

    private void showRequests() {
        frame.setCenter(mine);
        requests.read();
    }

    private void showList() {
        frame.setCenter(lists);
        head();
    }

    private void named() {
        own.setText(texts.get("requests.own", "count", requests.waiting()));
    }

    /** Changes may have been missed. */
    public void reconnected() {
        model.count();
        requestChanged();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        requests.close();
        model.close();
    }

    private void take(WorklistRow row) {
        run.begin(model.list().get(), model.query().get(), row);
    }

    private void toLists() {
        rail.requestFocus();
    }

    private void head() {
        ListWords words = new ListWords(texts);
        Worklist list = model.list().get();
        title.setText(words.name(list, model.counts().get()));
        about.setText(words.about(list));
    }

    private void counted(@Nullable WorklistCounts counts) {
        head();
        badge.set(counts == null ? Badge.NONE : badge(counts));
    }

    /** Whoever is on the longer list of codes that lapse is there once; letters are the letter desk's. */
    private static Badge badge(WorklistCounts counts) {
        int all = counts.lists().stream()
                .filter(one -> one.known()
                        .filter(list -> !list.atLetterDesk() && list != Worklist.LAPSING_SOON)
                        .isPresent())
                .mapToInt(one -> one.count())
                .sum();
        return new Badge(
                all, counts.of(Worklist.LAPSING_SOON) + counts.of(Worklist.RECEIPT_OVERDUE) + counts.missed() > 0);
    }

    /** A button that stays keeps the focus, and a press that has begun on it. */
    private void drawFoot() {
        List<Node> wanted = new ArrayList<>();
        if (model.state().get() == WorklistModel.State.SHOWN) {
            open.setText(texts.get("open"));
            open.setDisable(table.table().getSelectionModel().isEmpty());
            wanted.add(open);
            if (model.more()) {
                more.setText(texts.get("more"));
                wanted.add(more);
            } else if (model.cut()) {
                wanted.add(quiet(
                        "worklist-cut", texts.get("cut", "count", model.rows().size())));
            }
            ClientException why = model.failure().get();
            if (why != null) {
                wanted.add(quiet("worklist-stale", texts.get("stale", "why", sentence(why))));
            }
        }
        boolean lost = foot.getChildren().stream().anyMatch(node -> node.isFocused() && !wanted.contains(node));
        foot.getChildren().removeIf(node -> !wanted.contains(node));
        for (int i = 0; i < wanted.size(); i++) {
            if (i >= foot.getChildren().size() || !foot.getChildren().get(i).equals(wanted.get(i))) {
                foot.getChildren().add(i, wanted.get(i));
            }
        }
        if (lost && !table.focus()) {
            rail.requestFocus();
        }
    }

    private static Label quiet(String id, String text) {
        Label label = FlowCard.sentence(text);
        label.setId(id);
        label.getStyleClass().add("soft");
        return label;
    }

    private String sentence(ClientException why) {
        return new FailureWords(texts, context.clock(), context.zone()).wholeOfLook(why);
    }
}
