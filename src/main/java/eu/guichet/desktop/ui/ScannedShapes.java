package eu.guichet.desktop.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shapes of what may be scanned at the desk: letter references, S10 numbers, codes. */
final class ScannedShapes {
    private static final String SYMBOL = "[0-9A-TV-Z]";
    private static final Pattern REFERENCE = Pattern.compile("G(" + SYMBOL + "{4})(" + SYMBOL + "{4})");
    private static final Pattern ITEM = Pattern.compile("[A-Z]{2}[0-9]{9}[A-Z]{2}");
    private static final Pattern CODE = Pattern.compile(SYMBOL + "{16}");
    private static final Pattern GROUPS =
            Pattern.compile("(?<![0-9A-Z])" + SYMBOL + "{4}(?:[ -]" + SYMBOL + "{4}){3}(?![0-9A-Z])");
    private static final Pattern WORD = Pattern.compile("(?<![0-9A-Z-])[0-9A-Z]+(?![0-9A-Z-])");
    private static final Pattern PRINTED_REFERENCE = Pattern.compile("G-" + SYMBOL + "{4}-" + SYMBOL + "{4}");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int CODE_LENGTH = 16;
    /** Characters of a code from an SMS. */
    private static final int SHORTEST = 8;

    private static final int LONGEST_SHORT = 9;

    private ScannedShapes() {}

    static String bare(String text) {
        return text.replaceAll("[\\s.\\-\\u2010-\\u2015]", "").toUpperCase(Locale.ROOT);
    }

    static Optional<String> number(String bare) {
        Matcher reference = REFERENCE.matcher(bare);
        if (reference.matches()) {
            return Optional.of("G-" + reference.group(1) + "-" + reference.group(2));
        }
        return ITEM.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
    }

    /** Letters alone are more often a name typed fast than the one code in four hundred that has no digit. */
    static boolean isCode(String bare) {
        return CODE.matcher(bare).matches() && isMixed(bare);
    }

    static boolean codeWithin(String text) {
        return confirmationCodeWithin(text)
                || words(text).anyMatch(ScannedShapes::isShortCode)
                || BLANKS.splitAsStream(text).anyMatch(ScannedShapes::isCodeOfAnotherLayout);
    }

    /** What a scanner types of a code on a layout that is not its own; a word of a language has other signs, or other lengths. */
    private static boolean isCodeOfAnotherLayout(String word) {
        return word.length() == CODE_LENGTH
                && !word.chars().allMatch(Character::isLetter)
                && Scanned.of(word) instanceof Scanned.Code;
    }

    /** The text without what could be the groups of a code at its end: words with a digit, or in capitals alone. */
    static String withoutGroupsAtEnd(String text) {
        String kept = text.stripTrailing();
        while (true) {
            int start = kept.length();
            while (start > 0 && !Character.isWhitespace(kept.charAt(start - 1))) {
                start--;
            }
            if (!isGroup(kept.substring(start))) {
                return kept;
            }
            kept = kept.substring(0, start).stripTrailing();
        }
    }

    private static boolean isGroup(String word) {
        return !word.isEmpty()
                && (word.chars().anyMatch(Character::isDigit)
                        || word.equals(word.toUpperCase(Locale.ROOT))
                        || codeWithin(word));
    }

    static boolean confirmationCodeWithin(String text) {
        return GROUPS.matcher(text.toUpperCase(Locale.ROOT)).results().anyMatch(found -> isMixed(found.group()))
                || words(text).anyMatch(word -> isCode(word) && isMixed(word));
    }

    private static Stream<String> words(String text) {
        String upper = PRINTED_REFERENCE.matcher(text.toUpperCase(Locale.ROOT)).replaceAll(" ");
        return WORD.matcher(upper).results().map(MatchResult::group);
    }

    private static boolean isShortCode(String word) {
        return word.length() >= SHORTEST
                && word.length() <= LONGEST_SHORT
                && isMixed(word)
                && number(word).isEmpty();
    }

    private static boolean isMixed(String text) {
        return text.chars().anyMatch(Character::isDigit) && text.chars().anyMatch(Character::isLetter);
    }
}
