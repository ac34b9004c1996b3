package eu.guichet.desktop.figures;

import eu.guichet.text.CsvCells;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One figure in words: the table, and what of it is drawn.
 *
 * @param id such as {@code contacts}
 * @param note what is counted and how; may be empty
 * @param columns names of the table's columns
 * @param rows in the order in which they are read
 * @param series what is drawn beside each row's first cell, none where there is only the table
 * @param drawn how
 */
record FigureTable(
        String id, String title, String note, List<String> columns, List<Row> rows, List<String> series, Drawn drawn) {
    FigureTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        series = List.copyOf(series);
    }

    /** How a figure is drawn. */
    enum Drawn {
        BARS,
        /** A line a series over the rows, in percent. */
        LINES
    }

    FigureTable(String id, String title, String note, List<String> columns, List<Row> rows, List<String> series) {
        this(id, title, note, columns, rows, series, Drawn.BARS);
    }

    /**
     * @param cells one a column
     * @param label of its bars; it says the figure as well
     * @param values one a series
     */
    record Row(List<String> cells, String label, List<Double> values) {
        Row {
            cells = List.copyOf(cells);
            values = List.copyOf(values);
        }
    }

    /** As a spreadsheet takes it from the clipboard; no cell is a formula. */
    String copied() {
        return lines("\t");
    }

    /** Comma-separated, each cell in quotation marks; no cell is a formula. */
    String csv() {
        return Stream.concat(Stream.of(columns), rows.stream().map(Row::cells))
                .map(cells -> cells.stream()
                        .map(cell -> '"' + CsvCells.safe(cell).replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",", "", "\r\n")))
                .collect(Collectors.joining());
    }

    private String lines(String separator) {
        return Stream.concat(Stream.of(columns), rows.stream().map(Row::cells))
                .map(cells -> cells.stream().map(CsvCells::safe).collect(Collectors.joining(separator, "", "\n")))
                .collect(Collectors.joining());
    }
}
