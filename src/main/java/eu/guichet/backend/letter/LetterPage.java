package eu.guichet.backend.letter;

import eu.guichet.process.ItemNumber;
import eu.guichet.process.Offices;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The one page: who writes, to whom, the code, what to do with it, what to know, who helps. Places in millimetres. */
final class LetterPage {
    private static final double LEFT = 20;
    private static final double WIDTH = 170;
    private static final double HEADER_TOP = 12;
    private static final double COLUMN_TOP = 45;
    private static final double COLUMN_WIDTH = 66;
    private static final double BODY_TOP = 98;
    private static final double INDENT = 8;
    private static final double GAP = 2.4;
    private static final double BAR_HEIGHT = 7;
    private static final double PANEL_HEIGHT = 23;
    private static final float LEADING = 1.27f;
    private static final float CODE_SIZE = 30;
    private static final float CODE_SPACING = 2;

    private static final int INK = 0x1b1f27;
    private static final int QUIET = 0x4a5261;
    private static final int BLUE = 0x173f7a;
    private static final int TINT = 0xeaf0f8;
    private static final int HAIRLINE = 0xb9c6da;

    private final Pen pen;
    private final LetterTexts texts;
    private final Face code;
    private final Style body;
    private final Style small;
    private final Style quiet;
    private final Style heading;
    private final Style subject;

    LetterPage(Pen pen, LetterTexts texts, Face regular, Face bold, Face code, float size) {
        this.pen = pen;
        this.texts = texts;
        this.code = code;
        this.body = new Style(regular, bold, size, size * LEADING, INK);
        this.small = new Style(regular, bold, 12, 12 * LEADING, INK);
        this.quiet = new Style(regular, bold, 12, 12 * LEADING, QUIET);
        this.heading = new Style(bold, bold, size + 0.5f, size * 1.36f, BLUE);
        this.subject = new Style(bold, bold, 20, 23, INK);
    }

    /** Answers where the text ends, in millimetres from the sheet's upper edge. */
    double draw(LetterContent content, String characters) throws IOException {
        double y = head(content, "subject");
        y = pen.text(texts.text("opening"), body, LEFT, y, WIDTH) + GAP;
        y = panel(characters, y) + GAP;
        y = pen.text(texts.text("steps.title"), heading, LEFT, y, WIDTH);
        for (int step = 1; step <= 4; step++) {
            y = item(step + ".", texts.text("steps." + step), y);
        }
        y = pen.text(texts.text("know.title"), heading, LEFT, y + GAP, WIDTH);
        y = item("•", texts.text("know.life", "months", content.usableMonths()), y);
        y = item("•", texts.text("know.newest"), y);
        y = item("•", texts.text("know.secret"), y);
        y = item("•", texts.text("know.doubt"), y);
        y = closing(content.office(), y);
        return help(content.office(), y + GAP);
    }

    /** The notice that the file was frozen: the same page, and nothing on it that is a code. */
    double drawNotice(LetterContent content) throws IOException {
        double y = head(content, "notice.subject");
        y = pen.text(texts.text("notice.opening"), body, LEFT, y, WIDTH) + GAP;
        y = pen.text(texts.text("notice.done.title"), heading, LEFT, y, WIDTH);
        y = item("•", texts.text("notice.done.1"), y);
        y = item("•", texts.text("notice.done.2"), y);
        y = pen.text(texts.text("notice.next.title"), heading, LEFT, y + GAP, WIDTH);
        for (int step = 1; step <= 3; step++) {
            y = item("•", texts.text("notice.next." + step), y);
        }
        y = closing(content.office(), y);
        return help(content.office(), y + GAP);
    }

    /** Everything above the letter's own text. */
    private double head(LetterContent content, String key) throws IOException {
        header(content.office());
        address(content);
        references(content);
        foldMarks();
        double y = pen.text(texts.text(key), subject, LEFT, BODY_TOP, WIDTH) + GAP;
        return pen.text(texts.text("greeting"), body, LEFT, y, WIDTH) + 1;
    }

    private void header(Offices.Site office) throws IOException {
        pen.box(LEFT, HEADER_TOP, 1.2, 18.5, BLUE);
        double left = LEFT + 4;
        double y = pen.text(texts.text("institution"), subject.withSize(14), left, HEADER_TOP, WIDTH - 4);
        y = pen.text(texts.text("institution.name"), quiet, left, y, WIDTH - 4);
        pen.text(texts.officeName(office.code()), heading, left, y, WIDTH - 4);
    }

    private void address(LetterContent content) throws IOException {
        List<String> address =
                AddressLines.of(content.recipient(), Posting.of(content.office().code()));
        AddressBlock block = AddressBlock.of(address, body.face(), INK);
        pen.lines(
                block.lines(), block.style(), block.zone().left(), block.zone().top());
    }

    private void references(LetterContent content) throws IOException {
        double y =
                pen.text(texts.dateLine(content.office().code(), content.date()), small, LEFT, COLUMN_TOP, COLUMN_WIDTH)
                        + GAP;
        y = pen.text(texts.text("reference"), quiet, LEFT, y, COLUMN_WIDTH);
        y = barcode(content.reference().bare(), content.reference().value(), y) + GAP;
        ItemNumber item = content.itemNumber();
        if (item != null) {
            y = pen.text(texts.text("item"), quiet, LEFT, y, COLUMN_WIDTH);
            barcode(item.value(), item.grouped(), y);
        }
    }

    /** For a scanner, and below it for people. It ends well before the envelope's window begins. */
    private double barcode(String bars, String characters, double top) throws IOException {
        Barcode.draw(pen, bars, LEFT, top + 0.8, COLUMN_WIDTH - 6, BAR_HEIGHT);
        return pen.text("*" + characters + "*", small, LEFT, top + BAR_HEIGHT + 1.4, COLUMN_WIDTH);
    }

    private void foldMarks() throws IOException {
        for (int fold = 1; fold <= 2; fold++) {
            pen.box(4, EnvelopeWindow.DL_RIGHT.panelHeight() * fold, 4, 0.15, HAIRLINE);
        }
    }

    private double panel(String characters, double top) throws IOException {
        pen.box(LEFT, top, WIDTH, PANEL_HEIGHT, TINT);
        pen.box(LEFT, top, 1.2, PANEL_HEIGHT, BLUE);
        float width = code.width(characters, CODE_SIZE) + CODE_SPACING * (characters.length() - 1);
        double left = LEFT + (WIDTH - Pen.millimetres(width)) / 2;
        pen.line(characters, code, CODE_SIZE, CODE_SPACING, INK, left, top + 12);
        String note = texts.text("code.note");
        double noteLeft = LEFT + (WIDTH - Pen.millimetres(body.face().width(note, quiet.size()))) / 2;
        pen.line(note, body.face(), quiet.size(), 0, QUIET, noteLeft, top + 19.6);
        return top + PANEL_HEIGHT;
    }

    private double item(String mark, String text, double top) throws IOException {
        pen.line(mark, body.strong(), body.size(), 0, BLUE, LEFT + 1, top + body.baseline());
        return pen.text(text, body, LEFT + INDENT, top, WIDTH - INDENT) + 0.4;
    }

    private double closing(Offices.Site office, double top) throws IOException {
        String writer = texts.text("closing", "office", texts.officeName(office.code()));
        return pen.text(writer, body, LEFT, top + 1, WIDTH);
    }

    private double help(Offices.Site office, double top) throws IOException {
        pen.box(LEFT, top, WIDTH, 0.25, HAIRLINE);
        double y = pen.text(texts.text("help.title"), heading, LEFT, top + 1.6, WIDTH);
        String numbers = office.phoneNumbers().stream()
                .map(number -> number.replace(' ', '\u00a0'))
                .collect(Collectors.joining(texts.text("help.phone.or")));
        y = desk("help.phone", numbers, office.phone(), y);
        Offices.Desk counter = office.counter();
        return counter == null ? y : desk("help.counter", counter.place(), counter, y + 0.8);
    }

    private double desk(String key, String where, Offices.Desk desk, double top) throws IOException {
        double y = pen.text(texts.text(key, "where", where), body, LEFT, top, WIDTH);
        return pen.text(texts.hours(desk.hours()), body, LEFT, y, WIDTH);
    }
}
