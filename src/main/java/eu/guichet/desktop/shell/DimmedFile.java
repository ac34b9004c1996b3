package eu.guichet.desktop.shell;

import eu.guichet.desktop.search.Agreement;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The open file, and over it, while the search is about somebody else, whose file it is and how to go on. Then nothing in it
 * can be reached by key or mouse.
 */
final class DimmedFile extends StackPane {
    /** Enough to see that the file is there, too little to read it by mistake. */
    private static final double FAINT = 0.12;

    private final Texts texts;
    private final StackPane file = new StackPane();
    private final Label title = new Label();
    private final Label why = new Label();
    private final VBox cover;

    /**
     * @param back gives up the search for the file
     * @param close closes the file
     */
    DimmedFile(Texts texts, Runnable back, Runnable close) {
        this.texts = texts;
        title.setId("dimmed-whose");
        title.getStyleClass().add("standing");
        why.setId("dimmed-why");
        why.getStyleClass().add("soft");
        for (Label label : new Label[] {title, why}) {
            label.setWrapText(true);
        }
        Button backButton = button("dimmed-back", "dimmed.back", Feather.CORNER_UP_LEFT, back);
        Button closeButton = button("dimmed-close", "dimmed.close", Feather.X, close);
        FlowPane ways = new FlowPane(8, 8, backButton, closeButton);
        ways.setAlignment(Pos.CENTER);
        cover = new VBox(12, title, why, ways);
        cover.setId("dimmed");
        cover.setAlignment(Pos.CENTER);
        cover.getStyleClass().addAll("card", "dimmed");
        cover.setMaxHeight(USE_PREF_SIZE);
        cover.setVisible(false);
        getChildren().addAll(file, cover);
        file.setMinHeight(0);
        setMinHeight(0);
    }

    /** Shows another file. */
    void put(Node shown) {
        file.getChildren().setAll(shown);
    }

    private Button button(String id, String key, Feather icon, Runnable act) {
        Button button = new Button();
        button.setId(id);
        button.textProperty().bind(texts.bind(key));
        button.setGraphic(Icons.of(icon));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> act.run());
        return button;
    }

    /**
     * @param name of the person whose file it is
     * @param query as typed
     */
    void show(Agreement agreement, String name, String query) {
        boolean dim = agreement != Agreement.AGREES;
        file.setDisable(dim);
        file.setOpacity(dim ? FAINT : 1);
        cover.setVisible(dim);
        title.setText(dim ? texts.get("dimmed.whose", "name", name) : "");
        why.setText(
                switch (agreement) {
                    case AGREES -> "";
                    case OTHER_CHOSEN -> texts.get("dimmed.other");
                    case SEARCHING -> texts.get("dimmed.searching", "query", query);
                    case NOBODY -> texts.get("dimmed.nobody", "query", query);
                    case FAILED -> texts.get("dimmed.failed", "query", query);
                });
    }

    boolean dims() {
        return cover.isVisible();
    }
}
