package eu.guichet.backend.search;

import java.util.Arrays;

/** A growing list of plain ints: hundreds of thousands of boxed ones would not be worth their memory. */
final class Numbers {
    private static final int[] NOTHING = {};

    private int[] numbers = NOTHING;
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size == 0 ? 1 : size * 2);
        }
        numbers[size++] = number;
    }

    /** Improves the rank of each of these slots to {@code rank} where it was worse. */
    void mark(byte[] ranks, byte rank) {
        for (int i = 0; i < size; i++) {
            if (rank < ranks[numbers[i]]) {
                ranks[numbers[i]] = rank;
            }
        }
    }
}
