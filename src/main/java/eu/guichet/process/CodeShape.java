package eu.guichet.process;

import eu.guichet.typed.Typed;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recognises what has the shape of a code, so that none is written down: a confirmation code in its groups or without
 * them, a challenge or sign-in code of 8 or 9 characters. It rather takes a harmless word for a code than the reverse;
 * letter references, item numbers and tickets pass.
 */
public final class CodeShape {
    private static final Pattern REFERENCE = Pattern.compile("(?i)\\bG-[0-9A-Z]{4}-[0-9A-Z]{4}\\b");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Za-z]+");
    private static final Set<Integer> SHORT = Set.of(ShortCode.CHALLENGE_LENGTH, ShortCode.SIGN_IN_LENGTH);
    /** Between two groups of one code stands no more than this. */
    private static final int LONGEST_GAP = 3;
    /** Cyrillic letters that look like the Latin ones below them. */
    private static final String LOOK_ALIKES = "АВЕКМНОРСТХУЅЈавекмнорстхуѕј";

    private static final String LATIN = "ABEKMHOPCTXYSJabekmhopctxysj";
    private static final Pattern REPEATED_SIGN = Pattern.compile("([^0-9A-Za-z\\s])\\1+");
    /** How a code is cut into groups. */
    private static final List<Integer> GROUPINGS = List.of(2, 4, 8);

    private static final Pattern TIME_OF_DAY = Pattern.compile("(?i)[0-9]{1,2}h[0-9]{2}");
    /** A number with a prefix and a suffix, such as an item number, changes from letters to digits and back only twice. */
    private static final int CHANGES_OF_A_CODE = 3;

    private CodeShape() {}

    /** A run of letters and digits and what stands between it and the one before. */
    private record Group(String text, String gap) {
        boolean mixed() {
            return digits(text) && letters(text);
        }

        boolean writtenLike(Group other) {
            return (upperCase() && other.upperCase()) || (lowerCase() && other.lowerCase());
        }

        boolean upperCase() {
            return text.chars().noneMatch(Character::isLowerCase);
        }

        boolean lowerCase() {
            return text.chars().noneMatch(Character::isUpperCase);
        }

        boolean timeOfDay() {
            return TIME_OF_DAY.matcher(text).matches();
        }

        boolean hyphenated() {
            return !gap.isEmpty() && gap.chars().noneMatch(Character::isWhitespace);
        }
    }

    /** Whether anything in the text has the shape of a code. */
    public static boolean in(String text) {
        List<Group> groups = groups(REFERENCE.matcher(latin(text)).replaceAll(CodeShape::withoutReference));
        for (int first = 0; first < groups.size(); first++) {
            if (alone(groups.get(first).text()) || together(groups, first)) {
                return true;
            }
        }
        return GROUPINGS.stream()
                .anyMatch(length ->
                        scattered(groups, length, Group::upperCase) || scattered(groups, length, Group::lowerCase));
    }

    private static String latin(String text) {
        String normal = Normalizer.normalize(Typed.signs(text), Normalizer.Form.NFKC);
        StringBuilder latin = new StringBuilder(REPEATED_SIGN.matcher(normal).replaceAll("$1"));
        for (int i = 0; i < latin.length(); i++) {
            int found = LOOK_ALIKES.indexOf(latin.charAt(i));
            if (found >= 0) {
                latin.setCharAt(i, LATIN.charAt(found));
            }
        }
        return latin.toString();
    }

    /** A confirmation code whose groups stand apart, with words or signs between them; its check character tells it from words. */
    private static boolean scattered(List<Group> groups, int length, Predicate<Group> written) {
        List<Group> equal = groups.stream()
                .filter(group -> group.text().length() == length && Base32.inSet(Base32.normalise(group.text())))
                .filter(written)
                .filter(group -> !group.timeOfDay())
                .toList();
        int parts = ConfirmationCode.LENGTH / length;
        for (int first = 0; first + parts <= equal.size(); first++) {
            List<Group> window = equal.subList(first, first + parts);
            String text = window.stream().map(Group::text).collect(Collectors.joining());
            if (window.stream().anyMatch(Group::mixed) && confirmation(text, false)) {
                return true;
            }
        }
        return false;
    }

    private static String withoutReference(MatchResult found) {
        boolean reference = LetterReference.parse(found.group()).isPresent();
        return reference ? " ".repeat(LONGEST_GAP + 1) : Matcher.quoteReplacement(found.group());
    }

    private static List<Group> groups(String text) {
        List<Group> groups = new ArrayList<>();
        Matcher matcher = GROUP.matcher(text);
        int end = 0;
        while (matcher.find()) {
            groups.add(new Group(matcher.group(), text.substring(end, matcher.start())));
            end = matcher.end();
        }
        return groups;
    }

    /** A code without gaps, or the greater part of one. */
    private static boolean alone(String text) {
        boolean mixed = digits(text) && letters(text);
        if (SHORT.contains(text.length())) {
            return mixed;
        }
        return text.length() > ShortCode.SIGN_IN_LENGTH
                && text.length() <= ConfirmationCode.LENGTH
                && (changes(text) >= CHANGES_OF_A_CODE || confirmation(text, false));
    }

    /** A code in groups of one length, of which this is the first. */
    private static boolean together(List<Group> groups, int first) {
        int length = groups.get(first).text().length();
        StringBuilder text = new StringBuilder(groups.get(first).text());
        int mixed = groups.get(first).mixed() ? 1 : 0;
        boolean hyphenated = true;
        boolean alike = !groups.get(first).timeOfDay();
        for (int next = first + 1; next < groups.size() && text.length() < ConfirmationCode.LENGTH; next++) {
            Group group = groups.get(next);
            if (group.text().length() != length || group.gap().length() > LONGEST_GAP) {
                return false;
            }
            text.append(group.text());
            mixed += group.mixed() ? 1 : 0;
            hyphenated &= group.hyphenated();
            alike &= group.writtenLike(groups.get(first)) && !group.timeOfDay();
            boolean random =
                    digits(text) && letters(text) && (mixed > 1 || (mixed == 1 && alike) || hyphenated || length == 1);
            if ((random && SHORT.contains(text.length())) || confirmation(text.toString(), random)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Sixteen characters that a code can have.
     *
     * @param random whether letters and digits are mixed as in a code; words and years are told from one by its check character
     */
    private static boolean confirmation(String text, boolean random) {
        return text.length() == ConfirmationCode.LENGTH
                && Base32.inSet(Base32.normalise(text))
                && (random || ConfirmationCode.read(text).isPresent());
    }

    private static int changes(String text) {
        int changes = 0;
        for (int i = 1; i < text.length(); i++) {
            changes += Character.isDigit(text.charAt(i)) == Character.isDigit(text.charAt(i - 1)) ? 0 : 1;
        }
        return changes;
    }

    private static boolean digits(CharSequence text) {
        return text.chars().anyMatch(Character::isDigit);
    }

    private static boolean letters(CharSequence text) {
        return text.chars().anyMatch(Character::isLetter);
    }
}
