package eu.guichet.desktop.shell;

import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The pensioner's own side below the file, or beside it where there is room; there only in training. It is built when it
 * is first shown, after the window's first paint.
 */
final class TrainingDrawer {
    /** From so many times the size of text on, there is room beside the file. */
    private static final double BESIDE = 64;

    private final Supplier<Region> panel;
    private final BorderPane frame = new BorderPane();
    private final ToggleButton handle = new ToggleButton();
    private @Nullable Region built;
    private boolean shown;

    TrainingDrawer(Texts texts, Supplier<Region> panel) {
        this.panel = panel;
        handle.setId("training-toggle");
        handle.textProperty().bind(texts.bind("training.toggle"));
        handle.setGraphic(Icons.of(Feather.HOME, "training"));
        handle.getStyleClass().add("training-handle");
        handle.setOnAction(event -> show(handle.isSelected()));
        handle.setMinWidth(Region.USE_PREF_SIZE);
        handle.managedProperty().bind(handle.visibleProperty());
        frame.widthProperty().subscribe(this::arrange);
    }

    Node around(Node file) {
        frame.setCenter(file);
        offer(false);
        return frame;
    }

    /** The button that shows and hides it, for the window's head. */
    Node handle() {
        return handle;
    }

    /** Whether there is such a side at all. */
    void offer(boolean training) {
        handle.setVisible(training);
        if (!training) {
            show(false);
        }
    }

    void toggle() {
        if (handle.isVisible()) {
            show(!shown);
        }
    }

    void show(boolean wanted) {
        shown = wanted && handle.isVisible();
        handle.setSelected(shown);
        arrange();
    }

    private void arrange() {
        if (!shown) {
            frame.setRight(null);
            frame.setBottom(null);
            return;
        }
        if (built == null) {
            built = panel.get();
        }
        boolean beside = frame.getWidth() >= BESIDE * handle.getFont().getSize();
        Region drawer = built;
        if (beside && !drawer.equals(frame.getRight())) {
            frame.setBottom(null);
            frame.setRight(drawer);
        } else if (!beside && !drawer.equals(frame.getBottom())) {
            frame.setRight(null);
            frame.setBottom(drawer);
        }
        double em = handle.getFont().getSize();
        drawer.setPrefWidth(beside ? 24 * em : Region.USE_COMPUTED_SIZE);
        drawer.setMaxHeight(beside ? Double.MAX_VALUE : 20 * em);
        drawer.setPrefHeight(beside ? Region.USE_COMPUTED_SIZE : 20 * em);
    }
}
