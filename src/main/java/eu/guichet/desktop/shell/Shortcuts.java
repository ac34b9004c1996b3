package eu.guichet.desktop.shell;

import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The overview of keys, over everything else until closed. */
final class Shortcuts extends StackPane {
    /** Above and below the list of keys. */
    private static final double ROUND = 160;

    private static final double STEP = 0.2;

    private final Texts texts;
    private final Supplier<List<String>> keys;
    private final GridPane rows = new GridPane();
    private final Button close = new Button();
    private final Runnable closed;
    private @Nullable Node before;

    /**
     * @param keys the names of those there are, asked anew each time it appears
     * @param closed run when it goes away and what had the focus before is gone
     */
    Shortcuts(Texts texts, Supplier<List<String>> keys, Runnable closed) {
        this.texts = texts;
        this.keys = keys;
        this.closed = closed;
        setId("shortcuts");
        getStyleClass().add("veil");
        setVisible(false);
        Label title = new Label();
        title.getStyleClass().add("standing");
        title.textProperty().bind(texts.bind("shortcuts.title"));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        close.setId("shortcuts-close");
        close.setGraphic(Icons.of(Feather.X));
        close.getStyleClass().addAll("quiet", "icon-only");
        close.accessibleTextProperty().bind(texts.bind("shortcuts.close"));
        close.setOnAction(event -> hide());
        HBox head = new HBox(title, gap, close);
        head.setAlignment(Pos.CENTER_LEFT);

        rows.getStyleClass().add("keys");
        ScrollPane all = new ScrollPane(rows);
        all.setFitToWidth(true);
        all.setFocusTraversable(false);
        all.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox card = new VBox(16, head, all);
        card.getStyleClass().addAll("card", "overview");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        all.maxHeightProperty().bind(heightProperty().subtract(ROUND));
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case ESCAPE -> {
                    hide();
                    event.consume();
                }
                case SPACE, ENTER -> {}
                case DOWN -> scroll(all, event, STEP);
                case UP -> scroll(all, event, -STEP);
                // the focus stays, also when one moves on with Tab or the arrows
                default -> event.consume();
            }
        });
    }

    private static void scroll(ScrollPane all, KeyEvent event, double by) {
        all.setVvalue(all.getVvalue() + by);
        event.consume();
    }

    void toggle() {
        if (isVisible()) {
            hide();
        } else {
            list();
            before = getScene() == null ? null : getScene().getFocusOwner();
            setVisible(true);
            close.requestFocus();
        }
    }

    /** Something else is to be seen now. */
    void leave() {
        if (isVisible()) {
            hide();
        }
    }

    /** Anew each time: which screens there are depends on who sits here. */
    private void list() {
        rows.getChildren().clear();
        int row = 0;
        for (String name : keys.get()) {
            Label key = new Label();
            key.textProperty().bind(texts.bind("shortcuts." + name + ".key"));
            key.getStyleClass().addAll("chip", "strong");
            key.setMinWidth(USE_PREF_SIZE);
            Label what = new Label();
            what.textProperty().bind(texts.bind("shortcuts." + name));
            what.setWrapText(true);
            what.setMinHeight(USE_PREF_SIZE);
            rows.addRow(row++, key, what);
        }
    }

    private void hide() {
        setVisible(false);
        Node back = before;
        before = null;
        if (back != null && back.getScene() != null && !back.isDisabled()) {
            back.requestFocus();
        } else {
            closed.run();
        }
    }
}
