package eu.guichet.backend.search;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is meant of a line that was copied out of an e-mail: {@code <a@b.example>;}, {@code Tél. : +352 621…}, {@code n° 7001…}. */
final class Pasted {
    private static final String AROUND = "\\s<>()\\[\\]{},;:\"'“”«»";
    private static final Pattern EMAIL = Pattern.compile("[^" + AROUND + "]+@[^" + AROUND + "]*");

    /** Words and signs, among them one that announces a number, and the number with no letter behind it. */
    private static final Pattern LABELLED = Pattern.compile(
            "(?iu)[^\\d+]*(?::|\\bn[°ºo]\\.?|\\bnr\\.?|\\bno\\.?|\\bt[ée]l\\.?|\\bgsm|\\bpension)[^\\d+\\p{L}]*(\\+?[\\d(][^\\p{L}]*)");

    /** A date as it is written in the offices or by programs; its year is what tells namesakes apart. */
    private static final Pattern BIRTH_DATE = Pattern.compile(
            "(?<![\\w./-])(?:\\d{1,2}[./-]\\d{1,2}[./-](19\\d\\d)|(19\\d\\d)-\\d{1,2}-\\d{1,2})(?![\\w/-])");

    private Pasted() {}

    /** The e-mail address or the number alone; the text as it is where it is neither. */
    static String meant(String text) {
        Matcher email = EMAIL.matcher(text);
        if (email.find()) {
            return email.group();
        }
        Matcher labelled = LABELLED.matcher(text);
        return labelled.matches() ? labelled.group(1).replaceFirst("[\\s.,;]+$", "") : text;
    }

    /** With the year alone in place of a date of birth. */
    static String withYears(String text) {
        return BIRTH_DATE.matcher(text).replaceAll(date -> date.group(1) == null ? date.group(2) : date.group(1));
    }
}
