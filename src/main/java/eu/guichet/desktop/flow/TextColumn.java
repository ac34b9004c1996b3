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

    /** As it is, for what is compared with a paper or a label: it never wraps, and the column is at least as wide. */
    public TextColumn<R> whole() {
        setCellFactory(column -> {
            Cell<R> cell = new Cell<>();
            cell.keepWhole(this);
            return cell;
        });
        return this;
    }

    private static final class Cell<R> extends TableCell<R, String> {
        private final Text words = new Text();
        private boolean whole;

        Cell() {
            words.getStyleClass().add("table-text");
            tableColumnProperty().subscribe(column -> {
                words.wrappingWidthProperty().unbind();
                if (column != null && !whole) {
                    words.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING));
                }
            });
        }

        private void keepWhole(TableColumn<R, String> column) {
            whole = true;
            words.layoutBoundsProperty()
                    .subscribe(
                            bounds -> column.setMinWidth(Math.max(column.getMinWidth(), bounds.getWidth() + PADDING)));
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
