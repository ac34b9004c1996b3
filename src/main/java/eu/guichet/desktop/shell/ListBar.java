package eu.guichet.desktop.shell;

import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.worklist.WorklistRun;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Over the file that was taken from a list: which list it is, and the way to the next one. Away where there is none. */
final class ListBar extends HBox {
    private final Texts texts;
    private final Label list = new Label();
    private final Button next = new Button();
    private final ObservableValue<WorklistRun.@Nullable Taken> taken;
    private final ObservableValue<String> openId;

    /**
     * @param openId whose file is shown, or empty
     * @param done closes it and opens the next
     */
    ListBar(
            ObservableValue<WorklistRun.@Nullable Taken> taken,
            ObservableValue<String> openId,
            Texts texts,
            Runnable done) {
        super(12);
        this.texts = texts;
        this.taken = taken;
        this.openId = openId;
        setId("list-bar");
        getStyleClass().addAll("list-bar", "surface");
        setAlignment(Pos.CENTER_LEFT);
        list.setGraphic(Icons.of(Feather.LIST));
        list.getStyleClass().add("soft");
        list.setMinWidth(0);
        next.setId("list-next");
        next.setGraphic(Icons.of(Feather.ARROW_RIGHT));
        next.textProperty().bind(texts.bind("list.next"));
        next.setMinWidth(Region.USE_PREF_SIZE);
        next.setOnAction(event -> done.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().setAll(list, gap, next);
        taken.subscribe(this::show);
        openId.subscribe(this::show);
        texts.language().subscribe(this::show);
        show();
    }

    private void show() {
        WorklistRun.Taken now = taken.getValue();
        boolean shown = now != null && now.row().pensionerId().equals(openId.getValue());
        setVisible(shown);
        setManaged(shown);
        if (now != null) {
            list.setText(texts.get("list.of", "list", new FlowTexts(texts).worklist(now.list())));
        }
    }
}
