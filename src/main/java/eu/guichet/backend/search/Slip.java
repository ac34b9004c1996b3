package eu.guichet.backend.search;

import java.util.Arrays;

/**
 * By how many slips what was typed differs from a word: a letter too many, too few, another one, or two that changed places
 * (optimal string alignment). The word comes letter by letter and may go back, so that words with the same beginning share
 * the work. Of one thread.
 */
final class Slip {
    private static final int DEEPEST = Byte.MAX_VALUE;
    private static final int FAR = 100;
    /** More are not counted. */
    static final int MOST = 2;

    private final byte[] typed;
    /** For each beginning of the word, the slips between it and each beginning of what was typed. */
    private final int[][] slips = new int[DEEPEST + 1][];
    /** The fewest slips of all beginnings of what was typed, and of the whole of it so far, for each beginning of the word. */
    private final int[] least = new int[DEEPEST + 1];

    private final int[] whole = new int[DEEPEST + 1];
    private final byte[] word = new byte[DEEPEST];
    private int depth;

    /** @param typed in plain letters */
    Slip(String typed) {
        this.typed = new byte[Math.min(typed.length(), DEEPEST)];
        for (int i = 0; i < this.typed.length; i++) {
            char letter = typed.charAt(i);
            // what is no plain letter is none of any word
            this.typed[i] = letter < DEEPEST ? (byte) letter : -1;
        }
        slips[0] = new int[this.typed.length + 1];
        Arrays.setAll(slips[0], i -> i);
        whole[0] = this.typed.length;
    }

    /**
     * Between two words in plain letters.
     *
     * @param most at most {@link #MOST}
     * @return more than that where there are more
     */
    static int between(String typed, String word, int most) {
        Slip slip = new Slip(typed);
        for (int i = 0; i < word.length() && i < DEEPEST; i++) {
            slip.next(word.charAt(i) < DEEPEST ? (byte) word.charAt(i) : -2);
            if (!slip.within(most)) {
                return most + 1;
            }
        }
        return slip.slips();
    }

    int depth() {
        return depth;
    }

    /** Forgets all letters behind so many. */
    void back(int to) {
        depth = Math.min(depth, to);
    }

    /** Whether a word that goes on from here can still be as near as that. */
    boolean within(int most) {
        return least[depth] <= most;
    }

    /** Between the word so far and what was typed. */
    int slips() {
        return slips[depth][typed.length];
    }

    /** The same of that beginning of the word so far which is nearest. */
    int beginning() {
        return whole[depth];
    }

    /** The word goes on with this letter. */
    void next(byte letter) {
        int[] before = slips[depth];
        int[] row = slips[depth + 1];
        if (row == null) {
            row = new int[typed.length + 1];
            slips[depth + 1] = row;
        }
        word[depth] = letter;
        row[0] = depth + 1;
        int fewest = row[0];
        // whatever is further from the diagonal than that takes as many slips
        int from = Math.max(1, depth + 1 - MOST);
        int to = Math.min(typed.length, depth + 1 + MOST);
        if (from > 1) {
            row[from - 1] = FAR;
            fewest = FAR;
        }
        if (to < typed.length) {
            row[typed.length] = FAR;
            row[to + 1] = FAR;
        }
        for (int i = from; i <= to; i++) {
            int best = Math.min(Math.min(before[i], row[i - 1]) + 1, before[i - 1] + (typed[i - 1] == letter ? 0 : 1));
            if (i > 1 && depth > 0 && typed[i - 2] == letter && typed[i - 1] == word[depth - 1]) {
                best = Math.min(best, slips[depth - 1][i - 2] + 1);
            }
            row[i] = Math.min(best, FAR);
            fewest = Math.min(fewest, best);
        }
        depth++;
        least[depth] = fewest;
        whole[depth] = Math.min(whole[depth - 1], row[typed.length]);
    }
}
