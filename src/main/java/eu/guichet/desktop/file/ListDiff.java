package eu.guichet.desktop.file;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;

/** Brings a shown list up to date row by row, so that rows that stay keep their place, their node and the focus. */
final class ListDiff {
    private ListDiff() {}

    /** Afterwards {@code shown} equals {@code fresh}; rows are told apart by {@code id}, unchanged ones are not touched. */
    static <T, I> void update(ObservableList<T> shown, List<? extends T> fresh, Function<? super T, I> id) {
        Set<I> staying = new HashSet<>();
        fresh.forEach(row -> staying.add(id.apply(row)));
        shown.removeIf(row -> !staying.contains(id.apply(row)));
        for (int i = 0; i < fresh.size(); i++) {
            T row = fresh.get(i);
            int at = indexOf(shown, id.apply(row), i, id);
            if (at < 0) {
                shown.add(i, row);
                continue;
            }
            if (at != i) {
                shown.add(i, shown.remove(at));
            }
            if (!shown.get(i).equals(row)) {
                shown.set(i, row);
            }
        }
        if (shown.size() > fresh.size()) {
            shown.remove(fresh.size(), shown.size());
        }
    }

    private static <T, I> int indexOf(List<T> rows, I wanted, int from, Function<? super T, I> id) {
        for (int i = from; i < rows.size(); i++) {
            if (id.apply(rows.get(i)).equals(wanted)) {
                return i;
            }
        }
        return -1;
    }
}
