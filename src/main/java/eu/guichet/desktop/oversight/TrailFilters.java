package eu.guichet.desktop.oversight;

import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.OfficeCode;
import eu.guichet.desktop.flow.DayField;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** By what the trail is narrowed: a period, an office, an act; and a row's person, agent or contact while they are chosen. */
final class TrailFilters extends FlowPane {
    private final TrailModel model;
    private final ViewContext context;
    private final Texts texts;
    private boolean drawing;

    TrailFilters(TrailModel model, ViewContext context) {
        super(8, 8);
        this.model = model;
        this.context = context;
        texts = context.texts();
        setId("trail-filters");
        setAlignment(Pos.CENTER_LEFT);
        model.query().subscribe(this::draw);
        texts.language().subscribe(this::draw);
        draw();
    }

    /** What can be chosen; null is everything. */
    private record Choice<T>(@Nullable T value, String label) {}

    private void draw() {
        if (drawing) {
            return;
        }
        drawing = true;
        AuditQuery query = model.query().get();
        List<Node> parts = new ArrayList<>();
        parts.add(day("trail-from", "filter.from", query.from(), day -> model.between(day, query.until())));
        parts.add(day("trail-until", "filter.until", query.until(), day -> model.between(query.from(), day)));
        parts.add(box(
                "trail-office",
                "filter.office",
                List.of(OfficeCode.values()),
                office -> texts.get("office." + Keys.kebab(office)),
                query.office(),
                model::in));
        parts.add(box("trail-act", "filter.act", acts(), this::word, act(query.act()), model::doing));
        if (query.from() != null || query.until() != null) {
            parts.add(remove("filter-day-off", "filter.any-day", () -> model.between(null, null)));
        }
        if (query.pensionerId() != null) {
            parts.add(remove("filter-person-off", "filter.person", () -> model.about(null)));
        }
        if (query.agentId() != null) {
            parts.add(remove("filter-agent-off", "filter.agent", () -> model.by(null)));
        }
        if (query.contactId() != null) {
            parts.add(remove("filter-contact-off", "filter.contact", () -> model.within(null)));
        }
        KeptFocus.redrawing(this, () -> getChildren().setAll(parts));
        drawing = false;
    }

    /** By their words, as one looks for them. */
    private List<AuditAct> acts() {
        return Arrays.stream(AuditAct.values())
                .sorted(Comparator.comparing(this::word, Collator.getInstance(texts.locale())))
                .toList();
    }

    private String word(AuditAct act) {
        return texts.get("act." + act.key());
    }

    private static @Nullable AuditAct act(@Nullable String key) {
        return Optional.ofNullable(key).flatMap(AuditAct::of).orElse(null);
    }

    private Node day(String id, String key, @Nullable LocalDate now, Consumer<@Nullable LocalDate> chosen) {
        DayField day = new DayField(
                id,
                texts.get(key),
                now,
                () -> LocalDate.ofInstant(context.clock().instant(), context.zone()));
        day.setOnAction(event -> chosen.accept(day.getValue()));
        HBox named = new HBox(8, new Label(texts.get(key)), day);
        named.setAlignment(Pos.CENTER_LEFT);
        return named;
    }

    /** A filter that is on, with the way to take it off. */
    private Button remove(String id, String key, Runnable off) {
        Button button = FlowCard.button(id, texts.get(key), off);
        button.setGraphic(Icons.of(Feather.X));
        return button;
    }

    private <T> ComboBox<Choice<T>> box(
            String id,
            String key,
            List<T> values,
            Function<T, String> label,
            @Nullable T chosen,
            Consumer<@Nullable T> narrow) {
        ComboBox<Choice<T>> box = new ComboBox<>();
        box.setId(id);
        Choice<T> all = new Choice<>(null, texts.get(key + ".all"));
        box.getItems().add(all);
        values.forEach(value -> box.getItems().add(new Choice<>(value, label.apply(value))));
        box.setConverter(new Labels<>());
        box.setValue(box.getItems().stream()
                .filter(choice -> Objects.equals(choice.value(), chosen))
                .findFirst()
                .orElse(all));
        box.setAccessibleText(texts.get(key));
        box.setOnAction(event -> {
            if (!drawing && box.getValue() != null) {
                narrow.accept(box.getValue().value());
            }
        });
        return box;
    }

    private static final class Labels<T> extends StringConverter<Choice<T>> {
        @Override
        public String toString(@Nullable Choice<T> choice) {
            return choice == null ? "" : choice.label();
        }

        @Override
        public Choice<T> fromString(String label) {
            return new Choice<>(null, label);
        }
    }
}
