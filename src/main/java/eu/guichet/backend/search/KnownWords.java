package eu.guichet.backend.search;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * The words of one field of the index, among which slips are looked for: a register has far fewer different words than people,
 * and the index would walk through those of each of its parts anew. A word that nobody has any more is kept until the next
 * start, and finds nobody. One thread puts words and shows them; any may look.
 */
final class KnownWords {
    /** More are not gathered in a set, which takes ten times the memory. */
    private static final int MANY = 20_000;

    private static final int NONE = -1;

    private final String field;
    private final Set<String> put = new HashSet<>();
    private volatile Growing forwards = Growing.of(List.of());
    /** The same words from their last letters on. */
    private volatile Growing backwards = Growing.of(List.of());

    /** Of one field of the index. */
    KnownWords(String field) {
        this.field = field;
    }

    /** Most words, and those that came lately: so many are walked through beside the others before they are made one. */
    private record Growing(Vocabulary most, Vocabulary lately) {
        private static final int FEW = 1_000;

        private static Growing of(Collection<String> words) {
            return new Growing(Vocabulary.of(words), Vocabulary.EMPTY);
        }

        private Growing with(Collection<String> words) {
            Vocabulary together = lately.and(Vocabulary.of(words));
            return together.size() > FEW + most.size() / 8
                    ? new Growing(most.and(together), Vocabulary.EMPTY)
                    : new Growing(most, together);
        }

        private boolean contains(String word) {
            return most.contains(word) || lately.contains(word);
        }

        private boolean goesOn(String beginning) {
            return most.goesOn(beginning) || lately.goesOn(beginning);
        }

        private void near(String typed, Vocabulary.Forgiven forgiven, int mostAtBeginning, Vocabulary.Found found) {
            most.near(new Slip(typed), forgiven, mostAtBeginning, found);
            lately.near(new Slip(typed), forgiven, mostAtBeginning, found);
        }
    }

    /** From here on those that the index has, and no others. */
    void read(IndexReader index) throws IOException {
        List<String> words = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(index, field);
        if (terms != null) {
            TermsEnum all = terms.iterator();
            for (BytesRef word = all.next(); word != null; word = all.next()) {
                words.add(new String(word.bytes, word.offset, word.length, US_ASCII));
            }
        }
        put.clear();
        forwards = Growing.of(words);
        backwards = Growing.of(reversed(words));
    }

    /** Known after the next {@link #show}, or earlier where there are many. */
    void put(Document person) {
        Growing now = forwards;
        for (String word : person.getValues(field)) {
            if (!now.contains(word)) {
                put.add(word);
            }
        }
        if (put.size() > MANY) {
            show();
        }
    }

    void show() {
        if (!put.isEmpty()) {
            forwards = forwards.with(put);
            backwards = backwards.with(reversed(put));
            put.clear();
        }
    }

    /** Whether it is one of them. */
    boolean contains(String word) {
        return forwards.contains(word);
    }

    /** Whether one of them begins so and is longer. */
    boolean goesOn(String beginning) {
        return forwards.goesOn(beginning);
    }

    /** Words that differ by one slip from what was typed. */
    Set<String> oneSlip(String typed) {
        // a slip touches two neighbouring letters at most, so that one half of the others is as it was typed
        Vocabulary.Forgiven half = new Vocabulary.Forgiven(0, (typed.length() - 1) / 2, 1);
        Set<String> near = new HashSet<>();
        forwards.near(typed, half, NONE, (word, slips, _) -> add(near, word, slips == 1));
        backwards.near(reversed(typed), half, NONE, (word, slips, _) -> add(near, reversed(word), slips == 1));
        return near;
    }

    /**
     * What takes a longer walk.
     *
     * @param twoSlips words that differ by two slips
     * @param beginning words that begin with something that differs by one
     */
    record Far(Set<String> twoSlips, Set<String> beginning) {}

    Far far(String typed) {
        // where the last letters are not as they were typed, at most one slip is before them
        int last = Math.max(2, typed.length() / 3);
        Far far = new Far(new HashSet<>(), new HashSet<>());
        forwards.near(
                typed, new Vocabulary.Forgiven(1, typed.length() - last - 2, 2), 1, (word, slips, atBeginning) -> {
                    add(far.twoSlips(), word, slips == 2);
                    add(far.beginning(), word, atBeginning == 1);
                });
        backwards.near(
                reversed(typed),
                new Vocabulary.Forgiven(0, last, 2),
                NONE,
                (word, slips, _) -> add(far.twoSlips(), reversed(word), slips == 2));
        return far;
    }

    private static void add(Set<String> words, String word, boolean meant) {
        if (meant) {
            words.add(word);
        }
    }

    private static List<String> reversed(Collection<String> words) {
        return words.stream().map(KnownWords::reversed).toList();
    }

    private static String reversed(String word) {
        return new StringBuilder(word).reverse().toString();
    }
}
