package eu.guichet.desktop.search;

import eu.guichet.contract.Condition;
import eu.guichet.contract.SearchRow;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One person: who above, where she stands below, and what must not be overlooked. */
final class ResultCell extends ListCell<SearchRow> {
    private static final double SCROLL_BAR = 12;

    private final Texts texts;
    private final Label name = label("result-name");
    private final Label year = label("result-year", "quiet");
    private final Label place = label("result-place", "small", "quiet");
    private final Label why = label("result-why", "small", "quiet");
    private final Label standing = label("result-standing", "small", "soft");
    private final Label warning = label("result-warning", "small");
    private final VBox box;

    ResultCell(Texts texts) {
        this.texts = texts;
        // a name is never cut: it is what tells two people apart
        for (Label whole : List.of(name, why, standing, warning)) {
            whole.setWrapText(true);
            whole.setMinHeight(Region.USE_PREF_SIZE);
            whole.setMinWidth(0);
            whole.setMaxWidth(Double.MAX_VALUE);
        }
        place.setMinWidth(0);
        year.setMinWidth(Region.USE_PREF_SIZE);
        warning.setGraphic(Icons.of(Feather.ALERT_TRIANGLE, "warn"));
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox who = new HBox(8, name, year);
        who.setAlignment(Pos.BASELINE_LEFT);
        box = new VBox(who, why, place, standing, warning);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        // as wide as the list, never wider
        setPrefWidth(0);
        getStyleClass().add("result");
    }

    @Override
    protected void updateItem(@Nullable SearchRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            for (Label label : List.of(name, year, place, why, standing, warning)) {
                label.setText("");
            }
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        String where =
                texts.get("row.place", "town", row.town(), "office", texts.get("office." + Keys.kebab(row.office())));
        name.setText(row.name());
        year.setText(String.valueOf(row.birthYear()));
        place.setText(where);
        String found = row.why() == null ? "" : row.why();
        showIfAny(why, found);
        standing.setText(texts.get("row.standing", "step", row.step(), "standing", row.standing()));
        standing.setGraphic(Icons.of(shape(row.condition()), tone(row.condition())));
        String warned = warning(row);
        showIfAny(warning, warned);
        setGraphic(box);
        setAccessibleText(texts.get(
                "row.accessible",
                "name",
                row.name(),
                "born",
                String.valueOf(row.birthYear()),
                "place",
                found.isEmpty() ? where : found + ", " + where,
                "step",
                row.step(),
                "standing",
                row.standing(),
                "warning",
                warned));
    }

    private static void showIfAny(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    /** What closes acts, and who else is called so. */
    private String warning(SearchRow row) {
        Stream<String> alerts = row.alerts().stream().map(alert -> texts.get("alert." + Keys.kebab(alert)));
        Stream<String> namesakes = row.namesakes() == 0
                ? Stream.empty()
                : Stream.of(texts.get(
                        "row.namesakes", "people", row.namesakes() + 1, "year", String.valueOf(row.birthYear())));
        return Stream.concat(alerts, namesakes).collect(Collectors.joining(" · "));
    }

    private static Feather shape(Condition condition) {
        return switch (condition) {
            case DONE -> Feather.CHECK_CIRCLE;
            case WAITS_FOR_PENSIONER -> Feather.SQUARE;
            case WAITS_FOR_US -> Feather.OCTAGON;
            case UNDER_WAY -> Feather.CIRCLE;
            case OVERDUE -> Feather.TRIANGLE;
            case FAILED -> Feather.X_CIRCLE;
        };
    }

    private static String tone(Condition condition) {
        return switch (condition) {
            case DONE -> "done";
            case WAITS_FOR_PENSIONER, WAITS_FOR_US, OVERDUE -> "warn";
            case UNDER_WAY -> "quiet";
            case FAILED -> "danger";
        };
    }

    /** A long name or sentence takes a second line, so the height depends on the list's width. */
    @Override
    protected double computePrefHeight(double width) {
        ListView<SearchRow> list = getListView();
        if (list == null || getGraphic() == null) {
            return super.computePrefHeight(width);
        }
        double room = list.getWidth() - SCROLL_BAR - snappedLeftInset() - snappedRightInset();
        return Math.max(
                super.computePrefHeight(width), box.prefHeight(room) + snappedTopInset() + snappedBottomInset());
    }

    private static Label label(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        return label;
    }
}
