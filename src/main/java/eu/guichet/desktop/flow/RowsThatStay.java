package eu.guichet.desktop.flow;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableView;

/**
 * Keeps what somebody has chosen in a table when its rows are read again. A row that is gone is chosen no longer, and none is in its
 * place.
 */
public final class RowsThatStay<R> {
    private final TableView<R> table;
    private final Function<R, Object> id;
    private final Runnable changed;
    private Set<Object> stay = Set.of();
    private List<R> seen = List.of();

    /**
     * @param table which has its items already, and the same list of them from now on
     * @param id what tells a row from the others, however it is told otherwise
     * @param changed told when others are chosen; not while rows come in
     */
    public RowsThatStay(TableView<R> table, Function<R, Object> id, Runnable changed) {
        this.table = table;
        this.id = id;
        this.changed = changed;
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<R>) _ -> {
            // while other rows come in, the table chooses by itself what nobody has chosen
            if (seen.equals(table.getItems())) {
                stay = chosen();
                changed.run();
            }
        });
        table.getItems().addListener((ListChangeListener<R>) _ -> settle());
    }

    /** Other rows are to come, of which none is chosen. */
    public void forget() {
        stay = Set.of();
    }

    private Set<Object> chosen() {
        return table.getSelectionModel().getSelectedItems().stream().map(id).collect(Collectors.toUnmodifiableSet());
    }

    private void settle() {
        Set<Object> before = stay;
        List<R> rows = List.copyOf(table.getItems());
        int[] again = IntStream.range(0, rows.size())
                .filter(i -> before.contains(id.apply(rows.get(i))))
                .toArray();
        // nothing is told of what is chosen on the way
        seen = List.of();
        table.getSelectionModel().clearSelection();
        if (again.length > 0) {
            table.getSelectionModel().selectIndices(again[0], again);
        }
        seen = rows;
        // while they are read nobody knows whether they are there
        stay = rows.isEmpty() ? before : chosen();
        changed.run();
    }
}
