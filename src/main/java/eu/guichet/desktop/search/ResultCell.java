package eu.guichet.desktop.search;

import eu.guichet.contract.SearchRow;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One person: who above, where she stands below. */
final class ResultCell extends ListCell<SearchRow> {
    private static final double SCROLL_BAR = 12;

    private final Texts texts;
    private final Label name = label("result-name");
    private final Label year = label("result-year", "quiet");
    private final Label step = label("result-step", "chip");
    private final Label standing = label("result-standing", "small", "soft");
    private final Label office = label("result-office", "small", "quiet");
    private final VBox box;

    ResultCell(Texts texts) {
        this.texts = texts;
        // a name is never cut: it is what tells two people apart
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        name.setMinWidth(0);
        standing.setWrapText(true);
        standing.setMinHeight(Region.USE_PREF_SIZE);
        standing.setMinWidth(0);
        for (Label fixed : new Label[] {year, step, office}) {
            fixed.setMinWidth(Region.USE_PREF_SIZE);
        }
        standing.setMaxWidth(Double.MAX_VALUE);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(standing, Priority.ALWAYS);
        HBox who = new HBox(8, name, office, year);
        who.setAlignment(Pos.CENTER_LEFT);
        HBox where = new HBox(8, step, standing);
        where.setAlignment(Pos.TOP_LEFT);
        box = new VBox(2, who, where);
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
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        String place = texts.get("office." + Keys.kebab(row.office()));
        name.setText(row.name());
        year.setText(String.valueOf(row.birthYear()));
        step.setText(String.valueOf(row.step()));
        standing.setText(row.standing());
        office.setText(place);
        setGraphic(box);
        setAccessibleText(texts.get(
                "row.accessible",
                "name",
                row.name(),
                "born",
                String.valueOf(row.birthYear()),
                "office",
                place,
                "step",
                row.step(),
                "standing",
                row.standing()));
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
