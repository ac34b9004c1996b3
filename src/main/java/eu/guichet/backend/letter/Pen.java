package eu.guichet.backend.letter;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Draws on the sheet. Places are in millimetres from its upper left corner, type sizes in points. */
record Pen(PDPageContentStream stream) {
    private static final double POINTS_PER_MM = 72 / 25.4;

    static float points(double millimetres) {
        return (float) (millimetres * POINTS_PER_MM);
    }

    static double millimetres(double points) {
        return points / POINTS_PER_MM;
    }

    private static float y(double top) {
        return points(EnvelopeWindow.SHEET_HEIGHT - top);
    }

    void box(double left, double top, double width, double height, int colour) throws IOException {
        fill(colour);
        stream.addRect(points(left), y(top + height), points(width), points(height));
        stream.fill();
    }

    /** One line in one face; {@code baseline} from the upper edge, {@code spacing} in points between characters. */
    void line(String text, Face face, float size, float spacing, int colour, double left, double baseline)
            throws IOException {
        fill(colour);
        stream.beginText();
        stream.setFont(face.font(), size);
        stream.setCharacterSpacing(spacing);
        stream.newLineAtOffset(points(left), y(baseline));
        stream.showText(face.drawable(text));
        stream.endText();
    }

    /** Wrapped text from {@code top} down; answers where it ended. */
    double text(String text, Style style, double left, double top, double width) throws IOException {
        return lines(Lines.of(text, style, points(width)), style, left, top);
    }

    double lines(List<List<Lines.Run>> lines, Style style, double left, double top) throws IOException {
        double below = top;
        for (List<Lines.Run> line : lines) {
            fill(style.colour());
            stream.beginText();
            stream.setCharacterSpacing(0);
            stream.newLineAtOffset(points(left), y(below + style.baseline()));
            for (Lines.Run run : line) {
                stream.setFont(run.face().font(), style.size());
                stream.showText(run.text());
            }
            stream.endText();
            below += millimetres(style.leading());
        }
        return below;
    }

    private void fill(int colour) throws IOException {
        stream.setNonStrokingColor((colour >> 16 & 0xff) / 255f, (colour >> 8 & 0xff) / 255f, (colour & 0xff) / 255f);
    }
}
