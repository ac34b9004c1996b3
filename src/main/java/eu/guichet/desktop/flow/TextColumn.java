package eu.guichet.desktop.flow;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A column of a table whose words wrap: nothing in it ends in dots, however narrow the window or large the text. */
public final class TextColumn<R> extends TableColumn<R, String> {
    private static final double PADDING = 24;

    /** @param width at which the columns share the table, in pixels */
    public TextColumn(String title, Function<R, String> text, double width) {
        super(title);
        setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        setCellFactory(column -> new Cell<>());
        setPrefWidth(width);
        setSortable(false);
        setReorderable(false);
    }

    private static final class Cell<R> extends TableCell<R, String> {
        private final Text words = new Text();

        Cell() {
            words.getStyleClass().add("table-text");
            tableColumnProperty().subscribe(column -> {
                words.wrappingWidthProperty().unbind();
                if (column != null) {
                    words.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING));
                }
            });
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            boolean nothing = empty || text == null;
            words.setText(nothing ? "" : text);
            setGraphic(nothing ? null : words);
            setAccessibleText(nothing ? "" : text);
        }
    }
}
