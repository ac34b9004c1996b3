package eu.guichet.backend.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * Text broken into lines of a width. Between two asterisks it is strong. Words part at plain spaces only; a word wider
 * than the line is cut where the line ends, because a name must never be clipped.
 */
final class Lines {
    /** A stretch of one line in one face. */
    record Run(String text, Face face) {}

    private final Style style;
    private final float width;
    private final List<List<Run>> lines = new ArrayList<>();
    private List<Run> line = new ArrayList<>();
    private float used;

    private Lines(Style style, float width) {
        this.style = style;
        this.width = width;
    }

    /** @param width in points */
    static List<List<Run>> of(String text, Style style, float width) {
        Lines lines = new Lines(style, width);
        boolean strong = false;
        for (String stretch : text.split("\\*", -1)) {
            Face face = strong ? style.strong() : style.face();
            lines.words(face.drawable(stretch), face);
            strong = !strong;
        }
        lines.endLine();
        return lines.lines;
    }

    private void words(String stretch, Face face) {
        int from = 0;
        while (from < stretch.length()) {
            int space = stretch.indexOf(' ', from);
            int to = space < 0 ? stretch.length() : space + 1;
            word(stretch.substring(from, to), face);
            from = to;
        }
    }

    private void word(String word, Face face) {
        if (used > 0 && used + face.width(word.stripTrailing(), style.size()) > width) {
            endLine();
        }
        String rest = word;
        while (face.width(rest.stripTrailing(), style.size()) > width && rest.codePointCount(0, rest.length()) > 1) {
            int fits = fitting(rest, face);
            add(rest.substring(0, fits), face);
            endLine();
            rest = rest.substring(fits);
        }
        add(rest, face);
    }

    private int fitting(String word, Face face) {
        int end = word.offsetByCodePoints(0, 1);
        while (end < word.length()) {
            int next = word.offsetByCodePoints(end, 1);
            if (face.width(word.substring(0, next), style.size()) > width) {
                break;
            }
            end = next;
        }
        return end;
    }

    private void add(String text, Face face) {
        line.add(new Run(text, face));
        used += face.width(text, style.size());
    }

    private void endLine() {
        lines.add(line);
        line = new ArrayList<>();
        used = 0;
    }
}
