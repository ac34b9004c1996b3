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

    /** Gives each of these slots this rank where it has none that is better. */
    void mark(Matches matches, byte rank) {
        for (int i = 0; i < size; i++) {
            matches.mark(numbers[i], rank);
        }
    }
}
