package eu.guichet.typed;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text as it was meant by whoever typed, pasted or scanned it. Marks of direction, zero-width characters and soft hyphens are
 * taken out; spaces, hyphens, apostrophes, digits and full-width letters of whichever kind become the plain ones; accents are
 * composed. Nothing that somebody could have meant is lost.
 */
public final class Typed {
    private static final String HYPHENS = "\u2212\u02d7\u2796";
    private static final String APOSTROPHES =
            "\u2018\u2019\u201a\u201b\u02bb\u02bc\u02bd\u02b9\u2032\u2035\u00b4`\uff07";
    private static final int FULL_WIDTH_FIRST = 0xff01;
    private static final int FULL_WIDTH_LAST = 0xff5e;
    private static final int FULL_WIDTH_SHIFT = 0xfee0;
    private static final int LIGATURES_FIRST = 0xfb00;
    private static final int LIGATURES_LAST = 0xfb06;
    private static final int VARIATION_FIRST = 0xfe00;
    private static final int VARIATION_LAST = 0xfe0f;

    private Typed() {}

    /** One line: what parts cells and lines is a space, and no two spaces stand together or at an end. */
    public static String line(String written) {
        return plain(written, false).replaceAll(" +", " ").strip();
    }

    /** As {@link #line}, with the line breaks kept; lines with nothing in them are left out. */
    public static String lines(String written) {
        return plain(written, true)
                .lines()
                .map(line -> line.replaceAll(" +", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /**
     * What somebody has written in words of one's own, to be read by people: every sign stays as it is, but for the marks that
     * are not drawn, by which a sentence could show otherwise than it was written.
     */
    public static String words(String written) {
        return written.codePoints().noneMatch(Typed::invisible)
                ? written
                : written.codePoints()
                        .filter(character -> !invisible(character))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Each sign as the plain one it stands for; spaces and line breaks are as many as they were. */
    public static String signs(String written) {
        return plain(written, true);
    }

    /** What tells one number or code from another: without spaces, hyphens, dots and slashes, in capitals. */
    public static String bare(String written) {
        return line(written).replaceAll("[ ./_-]", "").toUpperCase(Locale.ROOT);
    }

    private static String plain(String written, boolean linesKept) {
        StringBuilder plain = new StringBuilder(written.length());
        Normalizer.normalize(written.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .codePoints()
                .forEach(character -> append(plain, character, linesKept));
        return plain.toString();
    }

    private static void append(StringBuilder plain, int character, boolean linesKept) {
        if (character < 0x7f && character >= ' ') {
            plain.append(character == '`' ? '\'' : (char) character);
        } else if (invisible(character)) {
            return;
        } else if (linesKept && lineBreak(character)) {
            plain.append('\n');
        } else if (Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)) {
            plain.append(' ');
        } else if (Character.getType(character) == Character.DASH_PUNCTUATION || HYPHENS.indexOf(character) >= 0) {
            plain.append('-');
        } else if (APOSTROPHES.indexOf(character) >= 0) {
            plain.append('\'');
        } else if (Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER) {
            plain.append(Character.digit(character, 10));
        } else if (character >= FULL_WIDTH_FIRST && character <= FULL_WIDTH_LAST) {
            plain.append((char) (character - FULL_WIDTH_SHIFT));
        } else if (character >= LIGATURES_FIRST && character <= LIGATURES_LAST) {
            plain.append(Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC));
        } else {
            plain.appendCodePoint(character);
        }
    }

    private static boolean lineBreak(int character) {
        return switch (character) {
            case '\n', '\r', 0x0b, '\f', 0x85, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    /** Marks that are not drawn: of direction, of width zero, of where a word may break. */
    private static boolean invisible(int character) {
        return Character.getType(character) == Character.FORMAT
                || (character >= VARIATION_FIRST && character <= VARIATION_LAST)
                || character == 0x034f
                || character == 0x115f
                || character == 0x1160
                || character == 0x3164;
    }
}
