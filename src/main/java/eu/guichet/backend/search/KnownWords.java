package eu.guichet.backend.search;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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
    /** So many that came lately are walked through beside all others, before they are made one. */
    private static final int FEW = 1_000;

    /** More are not gathered in a set, which takes ten times the memory. */
    private static final int MANY = 20_000;

    private static final int NONE = -1;

    private final String field;
    private final Set<String> put = new HashSet<>();
    private volatile Known known = Known.of(List.of());

    /** What was known before, and what came lately; each from its first letters on and from its last ones. */
    private record Known(Vocabulary before, Vocabulary reversed, Vocabulary lately, Vocabulary latelyReversed) {
        private static Known of(Collection<String> words) {
            return new Known(Vocabulary.of(words), Vocabulary.of(reversed(words)), Vocabulary.EMPTY, Vocabulary.EMPTY);
        }

        private boolean contains(String word) {
            return before.contains(word) || lately.contains(word);
        }

        private Known with(Collection<String> words) {
            Vocabulary together = lately.and(Vocabulary.of(words));
            Vocabulary backwards = latelyReversed.and(Vocabulary.of(reversed(words)));
            return together.size() > FEW + before.size() / 8
                    ? new Known(before.and(together), reversed.and(backwards), Vocabulary.EMPTY, Vocabulary.EMPTY)
                    : new Known(before, reversed, together, backwards);
        }

        private static List<String> reversed(Collection<String> words) {
            return words.stream().map(KnownWords::reversed).toList();
        }
    }

    /** Whether it is one of them. */
    boolean contains(String word) {
        return known.contains(word);
    }

    /** Whether one of them begins so and is longer. */
    boolean goesOn(String beginning) {
        Known now = known;
        return now.before().goesOn(beginning) || now.lately().goesOn(beginning);
    }

    private static String reversed(String word) {
        return new StringBuilder(word).reverse().toString();
    }

    /** Of one field of the index. */
    KnownWords(String field) {
        this.field = field;
    }

    /** From here on those that the index has, and no others. */
    void read(IndexReader index) throws IOException {
        List<String> words = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(index, field);
        if (terms != null) {
            TermsEnum all = terms.iterator();
            for (BytesRef word = all.next(); word != null; word = all.next()) {
                words.add(new String(word.bytes, word.offset, word.length, ISO_8859_1));
            }
        }
        put.clear();
        known = Known.of(words);
    }

    /** Known after the next {@link #show}, or earlier where there are many. */
    void put(Document person) {
        Known now = known;
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
            known = known.with(put);
            put.clear();
        }
    }

    /** Words that differ by one slip from what was typed. */
    Set<String> oneSlip(String typed) {
        // a slip touches two neighbouring letters at most, so that one half of the others is as it was typed
        int half = (typed.length() - 1) / 2;
        Set<String> near = new HashSet<>();
        Vocabulary.Forgiven lastHalf = new Vocabulary.Forgiven(0, half, 1);
        walk(typed, lastHalf, NONE, (word, slips, _) -> add(near, word, slips == 1));
        walkBackwards(typed, lastHalf, (word, slips, _) -> add(near, word, slips == 1));
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
        walk(typed, new Vocabulary.Forgiven(1, typed.length() - last - 2, 2), 1, (word, slips, atBeginning) -> {
            add(far.twoSlips(), word, slips == 2);
            add(far.beginning(), word, atBeginning == 1);
        });
        walkBackwards(
                typed, new Vocabulary.Forgiven(0, last, 2), (word, slips, _) -> add(far.twoSlips(), word, slips == 2));
        return far;
    }

    private static void add(Set<String> words, String word, boolean meant) {
        if (meant) {
            words.add(word);
        }
    }

    private void walk(String typed, Vocabulary.Forgiven forgiven, int mostAtBeginning, Vocabulary.Found found) {
        Known now = known;
        Slip slip = new Slip(typed);
        now.before().near(slip, forgiven, mostAtBeginning, found);
        slip.back(0);
        now.lately().near(slip, forgiven, mostAtBeginning, found);
    }

    private void walkBackwards(String typed, Vocabulary.Forgiven forgiven, Vocabulary.Found found) {
        Known now = known;
        Slip slip = new Slip(reversed(typed));
        Vocabulary.Found forwards = (word, slips, atBeginning) -> found.near(reversed(word), slips, atBeginning);
        now.reversed().near(slip, forgiven, NONE, forwards);
        slip.back(0);
        now.latelyReversed().near(slip, forgiven, NONE, forwards);
    }
}
