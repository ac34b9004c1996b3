package eu.guichet.desktop.search;

import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.controlsfx.control.textfield.CustomTextField;
import org.kordamp.ikonli.feather.Feather;

/** The one field. Arrows, Enter and Escape work on the results while the focus stays here. */
final class SearchField extends CustomTextField {
    private static final int PAGE = 8;

    private final SearchModel model;

    private final Runnable left;

    /** @param left run when Escape has cleared it, to give the focus back */
    SearchField(SearchModel model, Texts texts, Runnable left) {
        this.model = model;
        this.left = left;
        setId("search-field");
        getStyleClass().add("search-field");
        accessibleTextProperty().bind(texts.bind("field.name"));
        accessibleHelpProperty().bind(texts.bind("results.none.selected"));
        promptTextProperty().bind(texts.bind("field.prompt"));
        textProperty().bindBidirectional(model.query());
        setLeft(new StackPane(Icons.of(Feather.SEARCH)));
        setRight(right(texts));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean used = true;
        switch (event.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case PAGE_DOWN -> model.move(PAGE);
            case PAGE_UP -> model.move(-PAGE);
            case ENTER -> model.open();
            case ESCAPE -> {
                model.clear();
                left.run();
            }
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    /** A field of one line drops what parts the lines and cells of what is pasted; here it becomes a space. */
    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString()) {
            replaceSelection(clipboard.getString().strip().replaceAll("\\s+", " "));
        }
    }

    private Node right(Texts texts) {
        Label shortcut = new Label();
        shortcut.textProperty().bind(texts.bind("field.shortcut"));
        shortcut.getStyleClass().addAll("chip", "key");
        shortcut.visibleProperty().bind(model.query().isEmpty());

        Button clear = new Button();
        clear.setId("search-clear");
        clear.setGraphic(Icons.of(Feather.X, "quiet"));
        clear.getStyleClass().addAll("quiet", "icon-only", "search-clear");
        clear.accessibleTextProperty().bind(texts.bind("field.clear"));
        clear.setFocusTraversable(false);
        clear.setOnAction(event -> {
            model.clear();
            requestFocus();
        });
        clear.visibleProperty()
                .bind(model.query().isNotEmpty().and(model.busy().spinning().not()));

        ProgressIndicator spinner = new ProgressIndicator();
        spinner.setId("search-spinner");
        spinner.getStyleClass().add("search-spinner");
        spinner.accessibleTextProperty().bind(texts.bind("field.searching"));
        spinner.visibleProperty().bind(model.busy().spinning());

        StackPane right = new StackPane(shortcut, clear, spinner);
        right.setAlignment(Pos.CENTER_RIGHT);
        return right;
    }
}
