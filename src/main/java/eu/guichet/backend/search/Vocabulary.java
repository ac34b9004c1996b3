package eu.guichet.backend.search;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Different words, sorted, in memory: some ten bytes each. A slip is looked for among them by one walk through all, which leaves
 * out whole families of words whose beginning is already too far from what was typed. Never changed once it is made.
 */
final class Vocabulary {
    static final Vocabulary EMPTY = new Vocabulary(List.of());

    /** Of longer words so many letters are kept: nobody types more. */
    private static final int LONGEST = Byte.MAX_VALUE;

    /** All words one after the other. */
    private final byte[] letters;
    /** Where each word begins, and where the last one ends. */
    private final int[] begins;
    /** How many first letters each word shares with the one before it. */
    private final byte[] shared;

    private Vocabulary(List<String> sorted) {
        letters = new byte[sorted.stream().mapToInt(String::length).sum()];
        begins = new int[sorted.size() + 1];
        shared = new byte[sorted.size()];
        int at = 0;
        int word = 0;
        for (String one : sorted) {
            begins[word] = at;
            for (int i = 0; i < one.length(); i++) {
                letters[at + i] = (byte) one.charAt(i);
            }
            at += one.length();
            shared[word] = word == 0 ? 0 : (byte) common(word, at);
            word++;
        }
        begins[word] = at;
    }

    private int common(int word, int end) {
        int differs = Arrays.mismatch(letters, begins[word - 1], begins[word], letters, begins[word], end);
        return differs < 0 ? end - begins[word] : differs;
    }

    /** @param words in plain letters */
    static Vocabulary of(Collection<String> words) {
        return new Vocabulary(
                words.stream().map(Vocabulary::kept).sorted().distinct().toList());
    }

    private static String kept(String word) {
        return word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    }

    /** With the words of the other. */
    Vocabulary and(Vocabulary other) {
        List<String> all = new ArrayList<>(size() + other.size());
        int mine = 0;
        int others = 0;
        while (mine < size() || others < other.size()) {
            int compared = mine == size()
                    ? 1
                    : others == other.size() ? -1 : word(mine).compareTo(other.word(others));
            all.add(compared <= 0 ? word(mine) : other.word(others));
            if (compared <= 0) {
                mine++;
            }
            if (compared >= 0) {
                others++;
            }
        }
        return new Vocabulary(all);
    }

    int size() {
        return shared.length;
    }

    /** Of a longer word, whether there is one with the same first letters. */
    boolean contains(String word) {
        String kept = kept(word);
        int at = first(kept);
        return at < size() && word(at).equals(kept);
    }

    /** Whether there is a longer word that begins so. */
    boolean goesOn(String beginning) {
        int at = first(beginning);
        if (at < size() && word(at).equals(beginning)) {
            at++;
        }
        return at < size() && word(at).startsWith(beginning);
    }

    /** Place of the first word that is this one or comes after it. */
    private int first(String wanted) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (word(middle).compareTo(wanted) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private String word(int word) {
        return new String(letters, begins[word], begins[word + 1] - begins[word], US_ASCII);
    }

    /** What is done with a word that is near. */
    @FunctionalInterface
    interface Found {
        /**
         * @param slips by which the whole word differs, or more than were asked for
         * @param beginning the fewest by which a beginning of it differs
         */
        void near(String word, int slips, int beginning);
    }

    /**
     * How many slips are forgiven: fewer in the first letters of a word, so that fewer words have to be looked at.
     *
     * @param letters to how many letters the first figure applies
     */
    record Forgiven(int first, int letters, int most) {
        private int after(int letter) {
            return letter <= letters ? first : most;
        }
    }

    /**
     * All that differ from what was typed by no more slips than that, or begin with something that does.
     *
     * @param mostAtBeginning slips in a beginning; fewer than none where that does not count
     */
    void near(Slip slip, Forgiven forgiven, int mostAtBeginning, Found found) {
        int word = 0;
        while (word < size()) {
            slip.back(shared[word]);
            int begin = begins[word];
            int length = begins[word + 1] - begin;
            while (slip.depth() < length && slip.within(forgiven.after(slip.depth()))) {
                slip.next(letters[begin + slip.depth()]);
            }
            boolean whole = slip.depth() == length && slip.slips() <= forgiven.most();
            boolean near = whole || slip.beginning() <= mostAtBeginning;
            if (near) {
                found.near(word(word), whole ? slip.slips() : forgiven.most() + 1, slip.beginning());
            }
            word = near || slip.depth() == length ? word + 1 : behindThoseThatShare(word, slip.depth());
        }
    }

    /** The next word that does not begin with the same letters as this one. */
    private int behindThoseThatShare(int word, int letters) {
        int next = word + 1;
        while (next < size() && shared[next] >= letters) {
            next++;
        }
        return next;
    }
}
