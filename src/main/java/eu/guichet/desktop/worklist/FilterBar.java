package eu.guichet.desktop.worklist;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.WorklistColleague;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistSort;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** By what a list is narrowed and ordered. */
final class FilterBar extends FlowPane {
    private static final int STEPS = 16;
    private static final List<Integer> DAYS = List.of(1, 3, 7, 14, 30, 60, 90);

    private final WorklistModel model;
    private final Texts texts;
    private boolean drawing;

    FilterBar(WorklistModel model, Texts texts) {
        super(8, 8);
        this.model = model;
        this.texts = texts;
        setId("worklist-filters");
        setAlignment(Pos.CENTER_LEFT);
        model.query().subscribe(this::draw);
        model.colleagues().subscribe(this::draw);
        model.state().subscribe(this::offer);
        model.offices().subscribe(this::draw);
        texts.language().subscribe(this::draw);
        draw();
    }

    private void offer(WorklistModel.State state) {
        boolean offered = state != WorklistModel.State.ELSEWHERE;
        setVisible(offered);
        setManaged(offered);
    }

    /** What can be chosen; null is everything. */
    private record Choice<T>(@Nullable T value, String label) {}

    private void draw() {
        if (drawing) {
            return;
        }
        drawing = true;
        WorklistQuery now = model.query().get();
        List<Node> boxes = new ArrayList<>();
        if (model.offices().size() > 1) {
            boxes.add(box(
                    "filter-office",
                    "filter.office",
                    List.copyOf(model.offices()),
                    office -> texts.get("office." + Keys.kebab(office)),
                    now.office(),
                    office -> with(office, now.step(), now.days(), now.agent())));
        }
        boxes.add(box(
                "filter-step",
                "filter.step",
                IntStream.rangeClosed(1, STEPS).boxed().toList(),
                step -> texts.get("filter.step.one", "step", step),
                now.step(),
                step -> with(now.office(), step, now.days(), now.agent())));
        boxes.add(box(
                "filter-days",
                "filter.days",
                DAYS,
                days -> texts.get("filter.days.one", "days", days),
                now.days(),
                days -> with(now.office(), now.step(), days, now.agent())));
        boxes.add(box(
                "filter-agent",
                "filter.agent",
                model.colleagues().stream().map(WorklistColleague::id).toList(),
                this::colleague,
                now.agent(),
                agent -> with(now.office(), now.step(), now.days(), agent)));
        boxes.add(order(now));
        if (now.narrows()) {
            Button off = FlowCard.button(
                    "filter-off", texts.get("filter.off"), () -> model.narrow(with(null, null, null, null)));
            off.setGraphic(Icons.of(Feather.X));
            boxes.add(off);
        }
        KeptFocus.redrawing(this, () -> getChildren().setAll(boxes));
        drawing = false;
    }

    private String colleague(String id) {
        return model.colleagues().stream()
                .filter(one -> one.id().equals(id))
                .map(WorklistColleague::name)
                .findFirst()
                .orElse(texts.get("filter.agent.one"));
    }

    private WorklistQuery with(
            @Nullable OfficeCode office, @Nullable Integer step, @Nullable Integer days, @Nullable String agent) {
        return new WorklistQuery(office, step, days, agent, model.query().get().sort(), null);
    }

    private <T> ComboBox<Choice<T>> box(
            String id,
            String key,
            List<T> values,
            Function<T, String> label,
            @Nullable T chosen,
            Function<@Nullable T, WorklistQuery> query) {
        Choice<T> all = new Choice<>(null, texts.get(key + ".all"));
        List<Choice<T>> choices = Stream.concat(
                        Stream.of(all), values.stream().map(value -> new Choice<>(value, label.apply(value))))
                .toList();
        Choice<T> now = choices.stream()
                .filter(choice -> Objects.equals(choice.value(), chosen))
                .findFirst()
                .orElseGet(() -> chosen == null ? all : new Choice<>(chosen, label.apply(chosen)));
        ComboBox<Choice<T>> box = box(id, key, choices, now);
        box.setOnAction(event -> {
            if (!drawing && box.getValue() != null) {
                model.narrow(query.apply(box.getValue().value()));
            }
        });
        return box;
    }

    private ComboBox<Choice<WorklistSort>> order(WorklistQuery now) {
        List<Choice<WorklistSort>> choices = Arrays.stream(WorklistSort.values())
                .map(sort -> new Choice<>(sort, texts.get("sort." + sort.key())))
                .toList();
        Choice<WorklistSort> chosen = choices.stream()
                .filter(choice -> choice.value() == now.sort())
                .findFirst()
                .orElseThrow();
        ComboBox<Choice<WorklistSort>> box = box("worklist-sort", "sort", choices, chosen);
        box.setOnAction(event -> {
            WorklistSort sort = box.getValue() == null ? null : box.getValue().value();
            if (!drawing && sort != null) {
                model.narrow(new WorklistQuery(now.office(), now.step(), now.days(), now.agent(), sort, null));
            }
        });
        return box;
    }

    private <T> ComboBox<Choice<T>> box(String id, String key, List<Choice<T>> choices, Choice<T> chosen) {
        ComboBox<Choice<T>> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(choices);
        box.setConverter(new Labels<>());
        box.setValue(chosen);
        box.setAccessibleText(texts.get(key + ".name"));
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
