package eu.guichet.text;

/**
 * Cells of a table that may be opened in a spreadsheet. What begins like a formula is computed there, and a name or a note that
 * somebody typed could then fetch or send something: an apostrophe before it makes it a text.
 */
public final class CsvCells {
    /** As they stand on a keyboard, and in full width as some spreadsheets read them as well. */
    private static final String BEGIN_FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvCells() {}

    public static String safe(String cell) {
        return !cell.isEmpty() && BEGIN_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
