package eu.guichet.desktop.figures;

import eu.guichet.client.ClientException;
import eu.guichet.contract.FigurePeriod;
import eu.guichet.contract.Figures;
import eu.guichet.contract.OfficeCode;
import eu.guichet.desktop.figures.FiguresModel.Wanted;
import eu.guichet.desktop.figures.FiguresModel.Whose;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.KeyTable;
import eu.guichet.desktop.ui.ScreenPart;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The screen of the figures: above what they are of, below a card a figure. */
public final class FiguresScreen implements ScreenPart {
    private static final String BUNDLE = "eu.guichet.desktop.figures.figures";

    private final ViewContext context;
    private final Texts texts;
    private final Saving saving;
    private final List<Whose> offered;
    private final FiguresModel model;
    private final FlowPane head = new FlowPane(8, 8);
    private final VBox cards = new VBox(16);
    private final ScrollPane below = new ScrollPane(cards);
    private final BorderPane frame = new BorderPane(below);

    /**
     * @param oversees whether whoever sits here sees the figures of offices
     * @param works whether whoever sits here has figures of the own
     */
    public FiguresScreen(ViewContext anyContext, Saving saving, boolean oversees, boolean works) {
        context = anyContext.speaking(BUNDLE);
        texts = context.texts();
        this.saving = saving;
        List<Whose> whose = new ArrayList<>();
        if (oversees) {
            whose.add(Whose.OFFICES);
        }
        if (works) {
            whose.add(Whose.OWN);
        }
        offered = List.copyOf(whose);
        model = new FiguresModel(context, offered.getFirst());
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(16, 16, 0, 16));
        cards.setPadding(new Insets(16));
        cards.getStyleClass().add("canvas");
        below.setFitToWidth(true);
        below.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        frame.setTop(head);
        frame.setId("figures");
        frame.getStyleClass().addAll("canvas", "figures");
        frame.getStylesheets()
                .add(Objects.requireNonNull(FiguresScreen.class.getResource("figures.css"))
                        .toExternalForm());
        model.wanted().subscribe(this::drawHead);
        model.figures().subscribe(this::drawCards);
        model.failure().subscribe(this::drawCards);
        texts.language().subscribe(() -> {
            drawHead();
            drawCards();
        });
        drawHead();
    }

    private void drawHead() {
        Wanted wanted = model.wanted().get();
        List<Node> parts = new ArrayList<>();
        if (offered.size() > 1) {
            choices(parts, "whose", offered, wanted.whose(), model::whose);
        }
        choices(parts, "period", List.of(FigurePeriod.values()), wanted.period(), model::over);
        Button before = FlowCard.button("figures-before", texts.get("before"), () -> model.move(-1));
        Button after = FlowCard.button("figures-after", texts.get("after"), () -> model.move(1));
        after.setDisable(
                wanted.period().first(wanted.period().moved(wanted.day(), 1)).isAfter(model.today()));
        Label days = new Label(days(wanted));
        days.setId("figures-days");
        days.getStyleClass().add("strong");
        parts.addAll(List.of(before, days, after));
        if (wanted.whose() == Whose.OFFICES) {
            parts.add(office("all", null, wanted));
            for (OfficeCode office : OfficeCode.values()) {
                parts.add(office(Keys.kebab(office), office, wanted));
            }
        }
        KeptFocus.redrawing(head, () -> head.getChildren().setAll(parts));
    }

    private <E extends Enum<E>> void choices(List<Node> parts, String group, List<E> all, E now, Consumer<E> choose) {
        for (E one : all) {
            parts.add(choice(
                    group + "-" + Keys.kebab(one),
                    texts.get(group + "." + Keys.kebab(one)),
                    one == now,
                    () -> choose.accept(one)));
        }
    }

    private ToggleButton office(String key, @Nullable OfficeCode office, Wanted wanted) {
        return choice("office-" + key, texts.get("office." + key), wanted.office() == office, () -> model.of(office));
    }

    private static ToggleButton choice(String id, String name, boolean chosen, Runnable choose) {
        ToggleButton button = new ToggleButton(name);
        button.setId(id);
        button.setSelected(chosen);
        button.setOnAction(event -> {
            button.setSelected(true);
            choose.run();
        });
        return button;
    }

    private String days(Wanted wanted) {
        DateTimes times = new DateTimes(texts.locale(), context.zone());
        Instant now = context.clock().instant();
        Function<LocalDate, String> day = date -> times.day(date, now);
        return wanted.period() == FigurePeriod.DAY
                ? day.apply(wanted.day())
                : texts.get(
                        "days",
                        "from",
                        day.apply(wanted.period().first(wanted.day())),
                        "until",
                        day.apply(wanted.period().last(wanted.day())));
    }

    private void drawCards() {
        Figures figures = model.figures().get();
        ClientException failed = model.failure().get();
        if (figures != null) {
            Label about = FlowCard.sentence(
                    texts.get("about." + Keys.kebab(model.wanted().get().whose())));
            about.getStyleClass().add("soft");
            cards.getChildren().setAll(about);
            new FigureWords(
                            texts,
                            new DateTimes(texts.locale(), context.zone()),
                            context.clock().instant())
                    .tables(figures, model.wanted().get().period())
                    .forEach(table -> cards.getChildren().add(new FigureCard(table, texts, context.tasks(), saving)));
        } else if (failed != null) {
            Label why = FlowCard.sentence(new FailureWords(texts, context.clock(), context.zone()).wholeOfLook(failed));
            why.setId("figures-failed");
            cards.getChildren().setAll(why, FlowCard.button("figures-again", texts.get("again"), model::read));
        } else {
            cards.getChildren().setAll(FlowCard.sentence(texts.get("loading")));
        }
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.read();
        head.getChildren().getFirst().requestFocus();
    }

    @Override
    public void hidden() {}

    @Override
    public KeyTable keys() {
        return new KeyTable().key("refresh", event -> event.getCode() == KeyCode.F5, model::read);
    }

    @Override
    public void close() {
        model.close();
    }
}
