package eu.guichet.backend.search;

import java.util.Arrays;

/**
 * The slots that a search has matched so far, with their ranks. Its memory is used again by the next search: it grows with the
 * register, and what a search costs with how many it matches. Not safe for use by many threads.
 */
final class Matches {
    /** The word has not matched. */
    private static final byte NONE = Byte.MAX_VALUE;

    /** By slot, of the word that is being looked for. */
    private byte[] ranks = {};
    /** Those that have one. */
    private int[] marked = {};

    private int marks;

    /** Those that all words so far have matched, and the sum of their ranks. */
    private int[] slots = {};

    private int[] sums = {};
    private int size;
    private boolean firstWord;

    /** Forgets what was matched before. */
    void begin(int slotsInAll) {
        forgetMarks();
        if (ranks.length < slotsInAll) {
            int room = slotsInAll + slotsInAll / 4;
            ranks = new byte[room];
            Arrays.fill(ranks, NONE);
            marked = new int[room];
            slots = new int[room];
            sums = new int[room];
        }
        size = 0;
        firstWord = true;
    }

    private void forgetMarks() {
        for (int i = 0; i < marks; i++) {
            ranks[marked[i]] = NONE;
        }
        marks = 0;
    }

    /** Improves the rank of a slot, for the word that is being looked for, to {@code rank} where it was worse. */
    void mark(int slot, byte rank) {
        byte before = ranks[slot];
        if (rank < before) {
            if (before == NONE) {
                marked[marks++] = slot;
            }
            ranks[slot] = rank;
        }
    }

    /** From here on the next word is looked for; whoever this one has not matched is out. */
    void endWord() {
        if (firstWord) {
            for (int i = 0; i < marks; i++) {
                slots[i] = marked[i];
                sums[i] = ranks[marked[i]];
            }
            size = marks;
            firstWord = false;
        } else {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                byte rank = ranks[slots[i]];
                if (rank != NONE) {
                    slots[kept] = slots[i];
                    sums[kept] = sums[i] + rank;
                    kept++;
                }
            }
            size = kept;
        }
        forgetMarks();
    }

    int size() {
        return size;
    }

    /** @param i from 0 to {@link #size} */
    int slot(int i) {
        return slots[i];
    }

    int rank(int i) {
        return sums[i];
    }
}
