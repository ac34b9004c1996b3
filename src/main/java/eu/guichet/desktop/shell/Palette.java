package eu.guichet.desktop.shell;

import eu.guichet.desktop.ui.Texts;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every act and screen by its name, over everything else until one is chosen. */
final class Palette extends StackPane {
    private static final int PAGE = 8;

    /**
     * @param hint its key, or why it is closed now
     * @param open whether it can be chosen
     */
    record Choice(String name, String hint, boolean open, Runnable act) {}

    private final Supplier<List<Choice>> all;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final ListView<Choice> list = new ListView<>();
    private @Nullable Node before;

    /**
     * @param all asked anew each time it appears
     * @param closed run when it goes away and what had the focus before is gone
     */
    Palette(Texts texts, Supplier<List<Choice>> all, Runnable closed) {
        this.all = all;
        this.closed = closed;
        setId("palette");
        getStyleClass().add("veil");
        setVisible(false);
        field.setId("palette-field");
        field.accessibleTextProperty().bind(texts.bind("palette.name"));
        field.promptTextProperty().bind(texts.bind("palette.name"));
        field.textProperty().subscribe((was, now) -> filter(now));
        list.setId("palette-list");
        list.accessibleTextProperty().bind(texts.bind("palette.name"));
        list.setCellFactory(view -> new Cell(this::choose));
        VBox card = new VBox(8, field, list);
        card.getStyleClass().addAll("card", "palette");
        card.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(card);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void toggle() {
        if (isVisible()) {
            hide();
            return;
        }
        before = getScene() == null ? null : getScene().getFocusOwner();
        list.setItems(new FilteredList<>(FXCollections.observableArrayList(all.get())));
        field.setText("");
        filter("");
        setVisible(true);
        field.requestFocus();
    }

    /** What it offers is not meant any more. */
    void leave() {
        if (isVisible()) {
            hide();
        }
    }

    private void filter(String typed) {
        String wanted = plain(typed);
        if (list.getItems() instanceof FilteredList<Choice> choices) {
            choices.setPredicate(choice -> plain(choice.name()).contains(wanted));
        }
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        boolean used = true;
        switch (event.getCode()) {
            case ESCAPE -> hide();
            case ENTER -> choose();
            case DOWN -> move(1);
            case UP -> move(-1);
            case PAGE_DOWN -> move(PAGE);
            case PAGE_UP -> move(-PAGE);
            case TAB -> {}
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void move(int by) {
        int at = list.getSelectionModel().getSelectedIndex() + by;
        list.getSelectionModel()
                .select(Math.clamp(at, 0, Math.max(0, list.getItems().size() - 1)));
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
    }

    private void choose() {
        Choice choice = list.getSelectionModel().getSelectedItem();
        if (choice != null && choice.open()) {
            hide();
            choice.act().run();
        }
    }

    private void hide() {
        setVisible(false);
        list.setItems(FXCollections.observableArrayList());
        Node back = before;
        before = null;
        if (back != null && back.getScene() != null && !back.isDisabled()) {
            back.requestFocus();
        } else {
            closed.run();
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static final class Cell extends ListCell<Choice> {
        private final Label name = new Label();
        private final Label hint = new Label();
        private final HBox row;

        Cell(Runnable choose) {
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            name.setMinWidth(Region.USE_PREF_SIZE);
            hint.getStyleClass().addAll("small", "quiet");
            row = new HBox(8, name, gap, hint);
            row.setAlignment(Pos.CENTER_LEFT);
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    getListView().getSelectionModel().select(getIndex());
                    choose.run();
                }
            });
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            name.setText(choice.name());
            hint.setText(choice.hint());
            row.setDisable(!choice.open());
            setGraphic(row);
            setAccessibleText(choice.name() + ", " + choice.hint());
        }
    }
}
