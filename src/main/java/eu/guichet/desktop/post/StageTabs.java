package eu.guichet.desktop.post;

import eu.guichet.contract.LetterDeskCounts;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The lists with their counts, and at the end what the office has done today. */
final class StageTabs extends HBox {
    private final Texts texts;
    private final Map<LetterDeskStage, ToggleButton> tabs = new EnumMap<>(LetterDeskStage.class);
    private final Map<LetterDeskStage, Label> counts = new EnumMap<>(LetterDeskStage.class);
    private final Label today = new Label();

    StageTabs(DeskLists lists, Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("stage-tabs", "surface");
        setAlignment(Pos.CENTER_LEFT);
        ToggleGroup group = new ToggleGroup();
        for (LetterDeskStage stage : LetterDeskStage.values()) {
            Label count = new Label();
            count.setId("count-" + Keys.kebab(stage));
            count.getStyleClass().add("badge");
            counts.put(stage, count);
            ToggleButton tab = new ToggleButton();
            tab.setId("tab-" + Keys.kebab(stage));
            tab.textProperty().bind(texts.bind("stage." + Keys.kebab(stage)));
            tab.setGraphic(count);
            tab.getStyleClass().add("stage-tab");
            tab.setToggleGroup(group);
            tab.setMinWidth(Region.USE_PREF_SIZE);
            tab.setOnAction(event -> {
                tab.setSelected(true);
                lists.choose(stage);
            });
            tabs.put(stage, tab);
        }
        today.setId("desk-today");
        today.getStyleClass().addAll("small", "quiet");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(tabs.values());
        getChildren().addAll(gap, today);
        lists.stage().subscribe(stage -> tabs.forEach((of, tab) -> tab.setSelected(of == stage)));
        lists.counts().subscribe(this::show);
        texts.language().subscribe(() -> show(lists.counts().get()));
    }

    private void show(@Nullable LetterDeskCounts now) {
        counts.forEach((stage, label) -> {
            int count = now == null ? 0 : now.of(stage);
            label.setText(now == null ? "" : String.valueOf(count));
            label.getStyleClass().remove("urgent");
            boolean waitsForUs = stage == LetterDeskStage.TO_POST || stage == LetterDeskStage.OVERDUE;
            if (count > 0 && waitsForUs) {
                label.getStyleClass().add("urgent");
            }
        });
        today.setText(
                now == null ? "" : texts.get("today", "printed", now.printedToday(), "posted", now.postedToday()));
    }
}
