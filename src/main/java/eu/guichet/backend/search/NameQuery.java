package eu.guichet.backend.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of a query that may be of a name, with what each may stand for.
 *
 * @param words each has to be found
 * @param optional each makes a row better in which it is found
 * @param years of birth, one of which it has to be; empty for any
 */
record NameQuery(List<Word> words, List<Word> optional, Set<Integer> years) {
    private static final int LONGEST_JOINED = 40;

    /**
     * So many spellings of all words together are looked for: eight words of which each can be spelled in eight ways. What each
     * costs is a walk through all the words that are known, and a longer line is an address, or no name at all.
     */
    static final int MOST_SPELLINGS = 64;

    NameQuery {
        words = List.copyOf(words);
        optional = List.copyOf(optional);
        years = Set.copyOf(years);
    }

    /**
     * One word.
     *
     * @param typed as it was typed, to be shown to whoever typed it
     * @param spellings in plain letters
     * @param joined the same with the small words before it, as some write it together
     */
    record Word(String typed, Set<String> spellings, Set<String> joined) {
        Word {
            spellings = Set.copyOf(spellings);
            joined = Set.copyOf(joined);
        }

        /** Never prints what was typed. */
        @Override
        public String toString() {
            return "Word";
        }

        /** Whether it may be a particle of a surname. */
        boolean particle() {
            return spellings.stream().anyMatch(SmallWords::particle);
        }

        private boolean small() {
            return spellings.stream().anyMatch(SmallWords::optional);
        }
    }

    /** Every word stays, where there are too many spellings with its usual ones alone. */
    static NameQuery of(List<String> names, Set<Integer> years) {
        NameQuery query = of(names, years, Integer.MAX_VALUE);
        for (int each = query.mostOfOneWord() - 1; each >= 1 && query.spellings() > MOST_SPELLINGS; each--) {
            query = of(names, years, each);
        }
        return query;
    }

    private Stream<Set<String>> ways() {
        return Stream.concat(words.stream(), optional.stream())
                .flatMap(word -> Stream.of(word.spellings(), word.joined()));
    }

    private int mostOfOneWord() {
        return ways().mapToInt(Set::size).max().orElse(0);
    }

    /** How many spellings are looked for. */
    int spellings() {
        return ways().mapToInt(Set::size).sum();
    }

    /** @param each so many spellings of a word, the usual ones first */
    private static NameQuery of(List<String> names, Set<Integer> years, int each) {
        List<Word> words = new ArrayList<>();
        List<Word> optional = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        boolean another = false;
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            Set<String> spellings = spellings(name, each);
            if (names.size() > 1 && spellings.stream().anyMatch(SmallWords::beforeAnotherName)) {
                // with nothing behind it, it may be the beginning of a name
                if (i == names.size() - 1) {
                    optional.add(new Word(name, spellings, Set.of()));
                }
                another = true;
                continue;
            }
            Word word = new Word(name, spellings, before.isEmpty() ? Set.of() : spellings(before + name, each));
            if (word.small()) {
                optional.add(word);
                before.append(before.length() < LONGEST_JOINED ? name : "");
            } else {
                (another ? optional : words).add(word);
                before.setLength(0);
            }
        }
        boolean onlySmall = words.isEmpty();
        return new NameQuery(onlySmall ? optional : words, onlySmall ? List.of() : optional, years);
    }

    /** The same without the words that nobody has. */
    NameQuery without(List<Word> nobodys) {
        List<Word> left = words.stream().filter(word -> !nobodys.contains(word)).toList();
        return new NameQuery(left, optional, years);
    }

    /** All words as one, as somebody writes who does not know where the name parts; empty for a single word. */
    Set<String> together() {
        if (words.size() + optional.size() < 2) {
            return Set.of();
        }
        return spellings(String.join("", words.stream().map(Word::typed).toList()), Integer.MAX_VALUE);
    }

    private static Set<String> spellings(String written, int most) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String spelling : Spelling.of(written)) {
            spellings.add(spelling);
            spellings.add(SmallWords.saint(spelling) ? SmallWords.SAINT : SmallWords.withSaint(spelling));
        }
        return spellings.size() <= most
                ? spellings
                : spellings.stream().limit(most).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
