package eu.guichet.backend.search;

import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterReference;
import eu.guichet.process.Scanned;
import eu.guichet.typed.Typed;
import eu.guichet.typed.TypedDates;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query taken apart: what of it is an e-mail, a number, a letter, a date or a year of birth, and what is a name.
 *
 * @param emails each whole
 * @param phones what may be a telephone number, as written
 * @param pensionNumbers what may be a pension number, as written
 * @param references of letters
 * @param itemNumbers of registered items
 * @param years of birth; empty where none was typed
 * @param names the words that are left, in their order
 */
record Asked(
        Set<String> emails,
        Set<String> phones,
        Set<String> pensionNumbers,
        List<LetterReference> references,
        List<ItemNumber> itemNumbers,
        Set<Integer> years,
        List<String> names) {
    private static final String AROUND = "\\s<>()\\[\\]{},;:\"\u201c\u201d\u00ab\u00bb";
    private static final Pattern EMAIL = Pattern.compile("[^" + AROUND + "]+@[^" + AROUND + "]*[^" + AROUND + ".'!?]");
    private static final Pattern MAILTO = Pattern.compile("(?i)^mailto:");

    private static final Pattern ITEM =
            Pattern.compile("(?i)(?<![0-9A-Z])[A-Z]{2}[ .-]?[0-9](?:[ .-]?[0-9]){8}[ .-]?[A-Z]{2}(?![0-9A-Z])");

    private static final Pattern REFERENCE =
            Pattern.compile("(?i)(?<![0-9A-Z])G[ -]?[0-9A-Z]{4}[ -]?[0-9A-Z]{4}(?![0-9A-Z])");

    /** A number as people group it, with a prefix or without. */
    private static final Pattern PHONE =
            Pattern.compile("(?<![0-9A-Za-z])\\+?[ ]?\\(?\\+?[0-9][0-9 ()./-]*[0-9](?![0-9A-Za-z])");

    private static final int FEWEST_DIGITS = 6;

    /** A date with its year in four digits, or with its month's name. */
    private static final Pattern DATE = Pattern.compile(
            "(?<![0-9A-Za-z./-])(?:[0-9]{1,2}[./-] ?[0-9]{1,2}[./-] ?(?:19|20)?[0-9]{2}"
                    + "|(?:19|20)[0-9]{2}[./-][0-9]{1,2}[./-][0-9]{1,2}"
                    + "|[0-9]{1,2}(?:er|st|nd|rd|th|\\.|\u00b0|\u00ba)?[ .-]*\\p{L}{3,9}\\.?[ .-]+(?:19|20)?[0-9]{2})(?![0-9A-Za-z/-])");

    private static final Pattern YEAR =
            Pattern.compile("(?<![0-9A-Za-z./+-])[*\u00b0']?((?:19|20)[0-9]{2})(?![0-9A-Za-z/-])");

    Asked {
        emails = Set.copyOf(emails);
        phones = Set.copyOf(phones);
        pensionNumbers = Set.copyOf(pensionNumbers);
        references = List.copyOf(references);
        itemNumbers = List.copyOf(itemNumbers);
        years = Set.copyOf(years);
        names = List.copyOf(names);
    }

    /** @param today tells what can be a year of birth */
    static Asked of(String query, LocalDate today) {
        return new Reading(Typed.line(query), today).asked();
    }

    /** The same with no word that has a digit in it: it was a number. */
    Asked withoutNumbers() {
        List<String> words = names.stream()
                .filter(name -> name.chars().noneMatch(Character::isDigit))
                .toList();
        return new Asked(emails, phones, pensionNumbers, references, itemNumbers, years, words);
    }

    /** Never prints what was typed. */
    @Override
    public String toString() {
        return "Asked[" + names.size() + " words]";
    }

    /** Takes from the line what it has understood, so that it is not taken for a name as well. */
    private static final class Reading {
        private final String line;
        private final LocalDate today;
        private String left;

        Reading(String line, LocalDate today) {
            this.line = line;
            this.today = today;
            this.left = line;
        }

        Asked asked() {
            Set<String> emails = new LinkedHashSet<>();
            for (String email : taken(EMAIL)) {
                emails.add(MAILTO.matcher(email).replaceFirst(""));
            }
            Scanned scanned = Scanned.read(line);
            List<ItemNumber> items = new ArrayList<>(scanned.itemNumbers());
            found(ITEM).stream()
                    .flatMap(text -> ItemNumber.parse(text).stream())
                    .filter(item -> !items.contains(item))
                    .forEach(items::add);
            List<LetterReference> references = new ArrayList<>(scanned.references());
            found(REFERENCE).stream()
                    .flatMap(text -> LetterReference.parse(text).stream())
                    .filter(reference -> !references.contains(reference))
                    .forEach(references::add);
            Set<Integer> years = years();
            Set<String> phones = new LinkedHashSet<>();
            for (String number : found(PHONE)) {
                if (number.chars().filter(Character::isDigit).count() >= FEWEST_DIGITS) {
                    phones.add(number.strip());
                    left = left.replace(number, " ");
                }
            }
            return new Asked(emails, phones, pensionNumbers(), references, items, years, NameWords.apart(left));
        }

        private Set<Integer> years() {
            Set<Integer> years = new LinkedHashSet<>();
            for (String written : found(DATE)) {
                TypedDates.parse(written, today).ifPresent(date -> {
                    years.add(date.getYear());
                    left = left.replace(written, " ");
                });
            }
            Matcher year = YEAR.matcher(left);
            left = year.replaceAll(found -> {
                int born = Integer.parseInt(found.group(1));
                if (born > today.getYear()) {
                    return Matcher.quoteReplacement(found.group());
                }
                years.add(born);
                return " ";
            });
            return years;
        }

        /** The whole line, and each word of it with a digit. */
        private Set<String> pensionNumbers() {
            Set<String> numbers = new LinkedHashSet<>();
            if (line.chars().anyMatch(Character::isDigit)) {
                numbers.add(line);
            }
            for (String word : line.split("[ ,;:()<>\u00b0#]+", -1)) {
                if (word.chars().anyMatch(Character::isDigit)) {
                    numbers.add(word);
                }
            }
            return numbers;
        }

        private List<String> found(Pattern pattern) {
            return pattern.matcher(left).results().map(MatchResult::group).toList();
        }

        private List<String> taken(Pattern pattern) {
            List<String> found = found(pattern);
            left = pattern.matcher(left).replaceAll(" ");
            return found;
        }
    }
}
