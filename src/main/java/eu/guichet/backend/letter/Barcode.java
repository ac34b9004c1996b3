package eu.guichet.backend.letter;

import com.google.zxing.oned.Code128Writer;
import java.io.IOException;

/** A letter's reference, or the number of a registered item, as Code 128, drawn as rectangles: it stays sharp on any printer. */
final class Barcode {
    private static final int BLACK = 0x000000;

    private Barcode() {}

    /** @param width over all the bars, in millimetres; the quiet zones left and right of them are the caller's */
    static void draw(Pen pen, String text, double left, double top, double width, double height) throws IOException {
        boolean[] modules = new Code128Writer().encode(text);
        int first = 0;
        while (first < modules.length && !modules[first]) {
            first++;
        }
        int last = modules.length;
        while (last > first && !modules[last - 1]) {
            last--;
        }
        double module = width / (last - first);
        int start = first;
        while (start < last) {
            int end = start;
            while (end < last && modules[end] == modules[start]) {
                end++;
            }
            if (modules[start]) {
                pen.box(left + (start - first) * module, top, (end - start) * module, height, BLACK);
            }
            start = end;
        }
    }
}
