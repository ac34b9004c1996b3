package eu.guichet.backend.search;

import eu.guichet.backend.store.Pensioners.NamedPerson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Everybody's names in memory. A person is a slot; a changed person gets a new slot and leaves the old one empty. Safe for
 * many readers beside one writer.
 */
final class NameIndex {
    static final int ANY_YEAR = 0;

    /** No word of a query has matched. */
    private static final byte NONE = Byte.MAX_VALUE;

    private static final byte EXACT = 0;
    private static final byte BEGINNING = 2;
    private static final byte EXACT_WITH_ERROR = 5;
    private static final byte BEGINNING_WITH_ERROR = 8;
    /** Added where it is a first name that matched. */
    private static final byte FIRST_NAME = 1;

    private static final int SHORTEST_WITH_ERROR = 4;
    /** A beginning of fewer letters with an error in it would match half the register. */
    private static final int SHORTEST_BEGINNING_WITH_ERROR = 5;

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final TreeMap<String, Slots> words = new TreeMap<>();
    private final List<Slot> slots = new ArrayList<>();
    private final Map<String, Integer> slotOf = new HashMap<>();

    /** How many have each of these keys of {@link Hearing}. */
    private final Map<Long, Integer> heardSo = new HashMap<>();

    /**
     * @param written the name as on file, in small letters, with its accents
     * @param born the year of birth
     * @param heard key of how the name sounds and the year of birth
     */
    private record Slot(String id, String sortedBy, String written, int born, long heard, boolean gone) {
        int wordsNotWrittenSo(String[] typed) {
            int count = 0;
            for (String word : typed) {
                if (!written.contains(word)) {
                    count++;
                }
            }
            return count;
        }

        boolean isOf(int year) {
            return !gone && (year == ANY_YEAR || year == born);
        }

        boolean hasTheNamesOf(Slot other) {
            return heard == other.heard
                    && born == other.born
                    && sortedBy.equals(other.sortedBy)
                    && written.equals(other.written);
        }
    }

    /** Which slots have a word, as a last name and as a first name. */
    private record Slots(Numbers asLastName, Numbers asFirstName) {
        Slots() {
            this(new Numbers(), new Numbers());
        }
    }

    /** A person with the words of the name, worked out before the lock is taken. */
    private record Entry(Slot slot, Set<String> last, Set<String> first) {
        static Entry of(NamedPerson person) {
            Set<String> last = NameWords.indexed(person.lastName());
            Set<String> first = NameWords.indexed(person.firstName());
            return new Entry(
                    new Slot(
                            person.id(),
                            String.join(" ", last) + "\0" + String.join(" ", first) + "\0" + person.id(),
                            (person.lastName() + " " + person.firstName()).toLowerCase(Locale.ROOT),
                            person.birthYear(),
                            Hearing.key(person.lastName(), person.firstName(), person.birthYear()),
                            false),
                    last,
                    first);
        }
    }

    /** Adds these people, or gives them other names; searches wait while it does. */
    void put(List<NamedPerson> people) {
        List<Entry> entries = people.stream().map(Entry::of).toList();
        lock.writeLock().lock();
        try {
            entries.forEach(this::put);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void put(Entry entry) {
        Slot now = entry.slot();
        Integer before = slotOf.get(now.id());
        if (before != null) {
            if (slots.get(before).hasTheNamesOf(now)) {
                return; // it was the phone or the address
            }
            heardSo.computeIfPresent(slots.get(before).heard(), (_, count) -> count == 1 ? null : count - 1);
            slots.set(before, new Slot(now.id(), "", "", 0, 0, true));
        }
        int slot = slots.size();
        slots.add(now);
        slotOf.put(now.id(), slot);
        heardSo.merge(now.heard(), 1, Integer::sum);
        entry.last().forEach(word -> slotsOf(word).asLastName().add(slot));
        entry.first().forEach(word -> slotsOf(word).asFirstName().add(slot));
    }

    /** How many others have a name that sounds like this person's and were born in the same year; 0 for nobody. */
    int namesakes(String id) {
        lock.readLock().lock();
        try {
            Integer slot = slotOf.get(id);
            return slot == null ? 0 : heardSo.getOrDefault(slots.get(slot).heard(), 1) - 1;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How many slots there are, those left empty among them. */
    int size() {
        lock.readLock().lock();
        try {
            return slots.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    private Slots slotsOf(String word) {
        return words.computeIfAbsent(word, _ -> new Slots());
    }

    /**
     * Ids of those in whose names every word is found, in whichever order, best first.
     *
     * @param asked the words, each in its spellings
     * @param born only those of this year of birth, or {@link #ANY_YEAR}
     * @param typed the words as typed; of two equal matches the one that is written so comes first
     */
    List<String> find(List<Set<String>> asked, Set<String> typed, int born, int limit) {
        lock.readLock().lock();
        try {
            boolean particlesOnly = asked.stream().allMatch(NameIndex::particle);
            int[] total = null;
            for (Set<String> spellings : asked) {
                if (particlesOnly || !particle(spellings)) {
                    total = combined(total, matches(spellings));
                }
            }
            return total == null ? List.of() : best(total, typed, born, limit);
        } finally {
            lock.readLock().unlock();
        }
    }

    private static boolean particle(Set<String> spellings) {
        return spellings.stream().anyMatch(NameWords::particle);
    }

    private byte[] matches(Set<String> spellings) {
        byte[] ranks = new byte[slots.size()];
        Arrays.fill(ranks, NONE);
        for (String typed : spellings) {
            words.subMap(typed, true, typed + '\uffff', false)
                    .forEach((word, found) -> mark(ranks, found, word.equals(typed) ? EXACT : BEGINNING));
        }
        for (String typed : spellings) {
            if (typed.length() >= SHORTEST_WITH_ERROR - 1) {
                TypingError.meant(typed).forEach(meant -> markMeant(ranks, meant, typed.length()));
            }
        }
        return ranks;
    }

    private void markMeant(byte[] ranks, String meant, int typed) {
        if (typed >= SHORTEST_BEGINNING_WITH_ERROR) {
            words.subMap(meant, true, meant + '\uffff', false)
                    .forEach((word, found) ->
                            mark(ranks, found, word.equals(meant) ? EXACT_WITH_ERROR : BEGINNING_WITH_ERROR));
        } else if (meant.length() >= SHORTEST_WITH_ERROR) {
            Slots found = words.get(meant);
            if (found != null) {
                mark(ranks, found, EXACT_WITH_ERROR);
            }
        }
    }

    private static void mark(byte[] ranks, Slots found, byte rank) {
        found.asLastName().mark(ranks, rank);
        found.asFirstName().mark(ranks, (byte) (rank + FIRST_NAME));
    }

    /** The sum of the ranks of all words so far, or -1 where one has not matched. */
    private static int[] combined(int @Nullable [] total, byte[] ranks) {
        int[] sum = total == null ? new int[ranks.length] : total;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = sum[i] < 0 || ranks[i] == NONE ? -1 : sum[i] + ranks[i];
        }
        return sum;
    }

    private record Hit(int rank, int writtenOtherwise, Slot slot) {
        static final Comparator<Hit> BEST_FIRST = Comparator.comparingInt(Hit::rank)
                .thenComparingInt(Hit::writtenOtherwise)
                .thenComparing(hit -> hit.slot().sortedBy());

        /** Whether a slot of this rank could come before this one, however it is written. */
        boolean mayFollow(int otherRank, Slot other) {
            return otherRank < rank
                    || (otherRank == rank
                            && (writtenOtherwise > 0 || other.sortedBy().compareTo(slot.sortedBy()) < 0));
        }
    }

    private List<String> best(int[] total, Set<String> typed, int born, int limit) {
        String[] words = typed.toArray(String[]::new);
        PriorityQueue<Hit> worstOnTop = new PriorityQueue<>(limit + 1, Hit.BEST_FIRST.reversed());
        for (int i = 0; i < total.length; i++) {
            if (total[i] >= 0 && slots.get(i).isOf(born)) {
                Slot slot = slots.get(i);
                Hit worst = worstOnTop.size() < limit ? null : worstOnTop.peek();
                if (worst == null || worst.mayFollow(total[i], slot)) {
                    worstOnTop.add(new Hit(total[i], slot.wordsNotWrittenSo(words), slot));
                    if (worstOnTop.size() > limit) {
                        worstOnTop.remove();
                    }
                }
            }
        }
        return worstOnTop.stream()
                .sorted(Hit.BEST_FIRST)
                .map(hit -> hit.slot().id())
                .toList();
    }
}
