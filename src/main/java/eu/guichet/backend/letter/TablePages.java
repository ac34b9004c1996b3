package eu.guichet.backend.letter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** The pages of a table: cells wrap, a row stays on one page, and each page begins with the columns' names. In millimetres. */
final class TablePages {
    private static final double LEFT = 18;
    private static final double WIDTH = 174;
    private static final double TOP = 18;
    private static final double BOTTOM = 274;
    private static final double FOOT = 281;
    private static final double GAP = 3;
    private static final double AIR = 1.2;
    private static final float SIZE = 8.5f;
    /** Shares of the width; a table has as many columns at most. */
    private static final double[] SHARES = {0.15, 0.17, 0.24, 0.15, 0.29};

    private static final int INK = 0x1b1f27;
    private static final int QUIET = 0x4a5261;
    private static final int HAIRLINE = 0xb9c6da;

    private final PDDocument document;
    private final Style body;
    private final Style quiet;
    private final Style strong;
    private final Style heading;
    private final Style title;

    private @Nullable PDPageContentStream stream;
    private int pages;
    private double y;

    TablePages(PDDocument document, TypeCase fonts) throws IOException {
        this.document = document;
        Face regular = Face.in(document, fonts.regular());
        Face bold = Face.in(document, fonts.bold());
        body = new Style(regular, bold, SIZE, SIZE * 1.3f, INK);
        quiet = new Style(regular, bold, 9, 12, QUIET);
        strong = new Style(bold, bold, SIZE, SIZE * 1.3f, INK);
        heading = new Style(bold, bold, 11, 15, INK);
        title = new Style(bold, bold, 16, 21, INK);
    }

    void draw(TablePaper table) throws IOException {
        Pen pen = page(table);
        y = pen.text(plain(table.title()), title, LEFT, y, WIDTH);
        for (String line : table.lead()) {
            y = pen.text(plain(line), quiet, LEFT, y, WIDTH);
        }
        for (TablePaper.Section section : table.sections()) {
            // a section does not begin where none of its rows would follow
            if (y + 30 > BOTTOM) {
                pen = page(table);
            }
            y = pen.text(plain(section.name()), heading, LEFT, y + 5, WIDTH) + 1;
            columns(pen, table);
            for (List<String> row : section.rows()) {
                List<List<List<Lines.Run>>> cells = cells(row);
                double height = height(cells);
                if (y + height > BOTTOM) {
                    pen = page(table);
                    columns(pen, table);
                }
                draw(pen, cells, height);
            }
        }
        end();
    }

    private Pen page(TablePaper table) throws IOException {
        end();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDPageContentStream fresh = new PDPageContentStream(document, page);
        stream = fresh;
        pages++;
        y = TOP;
        Pen pen = new Pen(fresh);
        pen.text(plain(table.page().apply(pages)), quiet, LEFT, FOOT, WIDTH);
        return pen;
    }

    private void end() throws IOException {
        PDPageContentStream drawn = stream;
        if (drawn != null) {
            drawn.close();
        }
        stream = null;
    }

    private void columns(Pen pen, TablePaper table) throws IOException {
        double left = LEFT;
        for (int i = 0; i < table.columns().size(); i++) {
            pen.text(plain(table.columns().get(i)), strong, left, y, width(i));
            left += WIDTH * SHARES[i];
        }
        y += 5;
        pen.box(LEFT, y, WIDTH, 0.3, INK);
        y += AIR;
    }

    private List<List<List<Lines.Run>>> cells(List<String> row) {
        List<List<List<Lines.Run>>> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(Lines.of(plain(row.get(i)), body, Pen.points(width(i))));
        }
        return cells;
    }

    private double height(List<List<List<Lines.Run>>> cells) {
        int lines = cells.stream().mapToInt(List::size).max().orElse(1);
        return lines * Pen.millimetres(body.leading()) + 2 * AIR;
    }

    private void draw(Pen pen, List<List<List<Lines.Run>>> cells, double height) throws IOException {
        double left = LEFT;
        for (int i = 0; i < cells.size(); i++) {
            pen.lines(cells.get(i), body, left, y);
            left += WIDTH * SHARES[i];
        }
        y += height - AIR;
        pen.box(LEFT, y, WIDTH, 0.15, HAIRLINE);
        y += AIR;
    }

    private static double width(int column) {
        return WIDTH * SHARES[column] - GAP;
    }

    /** An asterisk that somebody typed makes nothing strong. */
    private static String plain(String text) {
        return text.replace('*', '∗');
    }
}
