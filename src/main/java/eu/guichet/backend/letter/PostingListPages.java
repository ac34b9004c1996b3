package eu.guichet.backend.letter;

import eu.guichet.backend.letter.PostingList.Item;
import eu.guichet.process.ItemNumber;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The pages of a posting list. Places in millimetres from the sheet's upper left corner. */
final class PostingListPages {
    private static final double LEFT = 20;
    private static final double WIDTH = 170;
    private static final double NUMBER = 12;
    private static final double REFERENCE = 34;
    private static final double ITEM = 50;
    private static final double TOP = 18;
    private static final double ROW = 7;
    private static final double SIGNATURE = 42;
    private static final double BOTTOM = 275;
    private static final double FOOT = 280;
    private static final float SIZE = 10;

    private static final int INK = 0x1b1f27;
    private static final int QUIET = 0x4a5261;
    private static final int HAIRLINE = 0xb9c6da;

    private final PDDocument document;
    private final PostingListTexts texts;
    private final Face regular;
    private final Style body;
    private final Style quiet;
    private final Style strong;
    private final Style title;

    PostingListPages(PDDocument document, TypeCase fonts, PostingListTexts texts) throws IOException {
        this.document = document;
        this.texts = texts;
        this.regular = Face.in(document, fonts.regular());
        Face bold = Face.in(document, fonts.bold());
        this.body = new Style(regular, bold, SIZE, SIZE * 1.3f, INK);
        this.quiet = new Style(regular, bold, 9, 12, QUIET);
        this.strong = new Style(bold, bold, SIZE, SIZE * 1.3f, INK);
        this.title = new Style(bold, bold, 16, 21, INK);
    }

    /** Some items in a row of the list, and whether they are its last. */
    private record Sheet(int first, List<Item> items, boolean last) {}

    void draw(PostingList list) throws IOException {
        List<Sheet> sheets = sheets(list.items());
        for (int i = 0; i < sheets.size(); i++) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                Pen pen = new Pen(stream);
                draw(pen, list, sheets.get(i));
                String foot = texts.text("page", "page", i + 1, "pages", sheets.size());
                pen.text(foot, quiet, LEFT, FOOT, WIDTH);
            }
        }
    }

    /** As many on each sheet as there is room for; the last keeps room for the signature. */
    private List<Sheet> sheets(List<Item> items) {
        double head = TOP + 30;
        int full = (int) ((BOTTOM - head) / ROW);
        int signed = (int) ((BOTTOM - SIGNATURE - head) / ROW);
        List<Sheet> sheets = new ArrayList<>();
        int from = 0;
        while (items.size() - from > signed) {
            int to = Math.min(from + full, items.size());
            sheets.add(new Sheet(from, items.subList(from, to), false));
            from = to;
        }
        sheets.add(new Sheet(from, items.subList(from, items.size()), true));
        return sheets;
    }

    private void draw(Pen pen, PostingList list, Sheet sheet) throws IOException {
        double y = pen.text(texts.title(list.day()), title, LEFT, TOP, WIDTH);
        y = pen.text(
                texts.office(list.office()) + " · "
                        + texts.text("items", "count", list.items().size()),
                body,
                LEFT,
                y,
                WIDTH);
        y = columns(pen, y + 4);
        for (int i = 0; i < sheet.items().size(); i++) {
            y = item(pen, sheet.first() + i + 1, sheet.items().get(i), y);
        }
        if (sheet.last()) {
            signature(pen, BOTTOM - SIGNATURE + 4);
        }
    }

    private double columns(Pen pen, double top) throws IOException {
        double left = LEFT;
        pen.text(texts.text("column.number"), strong, left, top, NUMBER);
        left += NUMBER;
        pen.text(texts.text("column.reference"), strong, left, top, REFERENCE);
        left += REFERENCE;
        pen.text(texts.text("column.item"), strong, left, top, ITEM);
        left += ITEM;
        pen.text(texts.text("column.name"), strong, left, top, LEFT + WIDTH - left);
        pen.box(LEFT, top + ROW - 1, WIDTH, 0.3, INK);
        return top + ROW;
    }

    private double item(Pen pen, int number, Item item, double top) throws IOException {
        double left = LEFT;
        pen.text(String.valueOf(number), body, left, top, NUMBER);
        left += NUMBER;
        pen.text(item.reference(), body, left, top, REFERENCE);
        left += REFERENCE;
        String grouped = ItemNumber.parse(item.itemNumber())
                .map(ItemNumber::grouped)
                .orElse(item.itemNumber())
                .replace(' ', '\u00a0');
        pen.text(grouped, body, left, top, ITEM);
        left += ITEM;
        pen.text(shortened(item.name(), LEFT + WIDTH - left), body, left, top, LEFT + WIDTH - left + 1);
        pen.box(LEFT, top + ROW - 1, WIDTH, 0.15, HAIRLINE);
        return top + ROW;
    }

    /** In one line: the reference tells which letter it is. */
    private String shortened(String name, double width) {
        String shown = regular.drawable(name.replace('*', ' ')).replace(' ', '\u00a0');
        String whole = shown;
        int end = shown.length();
        while (regular.width(shown, SIZE) > Pen.points(width) && end > 1) {
            end = whole.offsetByCodePoints(end, -1);
            shown = whole.substring(0, end) + "…";
        }
        return shown;
    }

    private void signature(Pen pen, double top) throws IOException {
        pen.box(LEFT, top, WIDTH, 0.3, INK);
        pen.box(LEFT, top + SIGNATURE - 6, WIDTH, 0.3, INK);
        pen.box(LEFT, top, 0.3, SIGNATURE - 6, INK);
        pen.box(LEFT + WIDTH - 0.3, top, 0.3, SIGNATURE - 6, INK);
        pen.text(texts.text("post"), strong, LEFT + 3, top + 2, WIDTH - 6);
        pen.text(texts.text("post.sign"), quiet, LEFT + 3, top + 8, WIDTH - 6);
    }
}
