package eu.guichet.desktop.training;

import eu.guichet.client.ClientException;
import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.TrainingWorld.Item;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.problem.ProblemBanner;
import eu.guichet.desktop.problem.ProblemMessages;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The open pensioner's side of things, for training: her papers, computer, mailbox, phone and letterbox. Serves as a column at the
 * side or, when wide, as a drawer below.
 */
public final class TrainingPanel extends VBox {
    private static final String BUNDLE = "eu.guichet.desktop.training.training";

    private final TrainingModel model;
    private final Texts texts;
    private final Clock clock;
    private final PapersCard papers;
    private final ComputerCard computer;
    private final Map<Spot, PlaceCard> cards = new EnumMap<>(Spot.class);
    private final ProblemBanner banner;
    private final VBox nobody;
    private final Cards world;
    private final VBox somebody;

    /**
     * @param anyTexts of any bundle, for the language
     * @param clock whose zone is the one in which times are shown
     */
    public TrainingPanel(TrainingModel model, Texts anyTexts, Clock clock) {
        this.model = model;
        this.texts = anyTexts.sibling(BUNDLE);
        this.clock = clock;
        this.papers = new PapersCard(texts);
        this.computer = new ComputerCard(model, texts);
        this.banner = new ProblemBanner(new ProblemMessages(texts, clock));
        this.nobody = nobody();
        for (Spot spot : List.of(Spot.MAILBOX, Spot.PHONE, Spot.LETTERBOX)) {
            cards.put(spot, new PlaceCard(spot, model, texts, this::time));
        }
        this.world = new Cards(computer, List.copyOf(cards.values()));
        this.somebody = new VBox(papers, world);

        somebody.getStyleClass().add("training-side");

        setId("training-panel");
        getStyleClass().add("training-panel");
        getStylesheets()
                .add(Objects.requireNonNull(getClass().getResource("training.css"))
                        .toExternalForm());

        ScrollPane scroll = new ScrollPane(new StackPane(somebody, nobody));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(), banner, scroll);

        model.world().subscribe(this::show);
        model.pensionerId().subscribe(() -> show(model.world().get()));
        model.failure().subscribe(this::tell);
        texts.language().subscribe(model::refresh);
    }

    private HBox header() {
        Label title = new Label();
        title.textProperty().bind(texts.bind("title"));
        title.setGraphic(Icons.of(Feather.HOME, "training"));
        title.getStyleClass().addAll("heading", "training");
        Label explanation = new Label();
        explanation.textProperty().bind(texts.bind("explanation"));
        explanation.getStyleClass().addAll("soft", "wrap", "small");
        explanation.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(2, title, explanation);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);

        ProgressIndicator spinner = new ProgressIndicator();
        spinner.getStyleClass().add("training-spinner");
        spinner.visibleProperty().bind(model.waiting());
        spinner.accessibleTextProperty().bind(texts.bind("loading"));

        Button refresh = new Button();
        refresh.setId("training-refresh");
        refresh.setGraphic(Icons.of(Feather.ROTATE_CW));
        refresh.accessibleTextProperty().bind(texts.bind("refresh"));
        refresh.getStyleClass().addAll("quiet", "icon-only");
        refresh.disableProperty().bind(model.pensionerId().isEmpty());
        refresh.setOnAction(event -> model.refresh());

        HBox header = new HBox(8, words, spinner, refresh);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("training-header");
        return header;
    }

    private VBox nobody() {
        Label words = new Label();
        words.textProperty().bind(texts.bind("nobody"));
        words.getStyleClass().addAll("wrap", "soft");
        VBox notice = new VBox(12, Icons.of(Feather.HOME, "large", "quiet"), words);
        notice.setId("training-nobody");
        notice.getStyleClass().add("training-nobody");
        return notice;
    }

    private void show(@Nullable TrainingWorld seen) {
        boolean open = !model.pensionerId().get().isEmpty();
        nobody.setVisible(!open);
        nobody.setManaged(!open);
        somebody.setVisible(open);
        somebody.setManaged(open);
        if (seen == null) {
            papers.forget();
            computer.forget();
            cards.values().forEach(PlaceCard::forget);
            return;
        }
        boolean hadFocus = isMoveButton(getScene() == null ? null : getScene().getFocusOwner());
        papers.show(seen.papers());
        computer.show(moves(seen, Spot.COMPUTER));
        cards.forEach((spot, card) -> card.show(items(seen, spot), moves(seen, spot)));
        world.order(byUse(seen));
        if (hadFocus) {
            Node next = lookup(".training-move");
            if (next != null) {
                next.requestFocus();
            }
        }
    }

    /** Where she can go on comes first, then where something arrived last. */
    private List<Node> byUse(TrainingWorld seen) {
        Comparator<Spot> order = Comparator.comparing((Spot spot) -> !leadsOn(seen, spot))
                .thenComparing(spot -> newest(seen, spot), Comparator.reverseOrder());
        return Arrays.stream(Spot.values())
                .sorted(order)
                .<Node>map(spot -> spot == Spot.COMPUTER ? computer : cards.get(spot))
                .toList();
    }

    private static boolean leadsOn(TrainingWorld seen, Spot spot) {
        return moves(seen, spot).stream().anyMatch(move -> Spot.forward(move.kind()));
    }

    private static Instant newest(TrainingWorld seen, Spot spot) {
        return items(seen, spot).stream()
                .map(Item::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    private static boolean isMoveButton(@Nullable Node focused) {
        return focused != null && focused.getStyleClass().contains("training-move");
    }

    private void tell(@Nullable ClientException failure) {
        if (failure == null) {
            banner.clear();
        } else {
            banner.show(failure, model::refresh);
        }
    }

    private static List<Item> items(TrainingWorld seen, Spot spot) {
        return seen.items().stream()
                .filter(item -> Spot.of(item.place()) == spot)
                .toList();
    }

    private static List<TrainingWorld.Move> moves(TrainingWorld seen, Spot spot) {
        return seen.moves().stream()
                .filter(move -> Spot.of(move.kind()) == spot)
                .toList();
    }

    private String time(Item item) {
        return new DateTimes(texts.locale(), clock.getZone()).moment(item.at(), clock.instant());
    }
}
