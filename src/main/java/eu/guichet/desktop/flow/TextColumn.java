package eu.guichet.desktop.flow;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** A column of a table whose words wrap: nothing in it ends in dots, however narrow the window or large the text. */
public final class TextColumn<R> extends TableColumn<R, String> {
    private static final double PADDING = 24;
    /** As the style sheet has it, of the size of the text. */
    private static final double HEADING = 0.9;

    private boolean headed;

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

    /**
     * What it needs at least for its heading.
     *
     * @param text the size of the table's text
     */
    public double least(double text) {
        return Math.max(getMinWidth(), needed(getText(), Font.font("Inter Guichet SemiBold", HEADING * text)));
    }

    /** The column is at least as wide as its heading. */
    public TextColumn<R> headed() {
        headed = true;
        return this;
    }

    /** What a cell needs for these words on one line. */
    public static double needed(String words, double size) {
        return needed(words, Font.font("Inter Guichet", size));
    }

    private static double needed(String words, Font font) {
        Text drawn = new Text(words);
        drawn.setFont(font);
        return Math.ceil(drawn.getLayoutBounds().getWidth()) + PADDING + 1;
    }

    private static final class Cell<R> extends TableCell<R, String> {
        private final Text words = new Text();
        private boolean whole;

        Cell() {
            words.getStyleClass().add("table-text");
            words.fontProperty().subscribe(this::keepHeading);
            tableColumnProperty().subscribe(column -> {
                keepHeading();
                words.wrappingWidthProperty().unbind();
                if (column != null && !whole) {
                    words.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING));
                }
            });
        }

        private void keepHeading() {
            if (getTableColumn() instanceof TextColumn<R> column && column.headed) {
                widen(column, column.least(words.getFont().getSize()));
            }
        }

        /** The other columns give it the room. */
        private static <R> void widen(TableColumn<R, String> column, double least) {
            if (least > column.getMinWidth()) {
                column.setMinWidth(least);
                TableView<R> table = column.getTableView();
                if (table != null) {
                    var _ = table.getColumnResizePolicy().call(new TableView.ResizeFeatures<>(table, null, 0.0));
                }
            }
        }

        private void keepWhole(TableColumn<R, String> column) {
            whole = true;
            words.layoutBoundsProperty().subscribe(bounds -> widen(column, bounds.getWidth() + PADDING));
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
