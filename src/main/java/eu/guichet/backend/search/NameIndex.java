package eu.guichet.backend.search;

import eu.guichet.backend.store.Pensioners.NamedPerson;
import eu.guichet.backend.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Everybody's names in memory. A person is a slot; a changed person gets a new slot and leaves the old one empty. Safe for
 * many readers beside one writer.
 */
final class NameIndex {
    static final int ANY_YEAR = 0;

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

    /** One for each search that goes on at the same time: more of them than processors would only hold each other up. */
    private final BlockingQueue<Matches> rooms = new LinkedBlockingQueue<>(Stream.generate(Matches::new)
            .limit(Runtime.getRuntime().availableProcessors())
            .toList());

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
        boolean particlesOnly = asked.stream().allMatch(NameIndex::particle);
        List<Set<String>> words = asked.stream()
                .filter(spellings -> particlesOnly || !particle(spellings))
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        Matches room = room();
        lock.readLock().lock();
        try {
            match(room, words, false);
            // whoever matches with a typing error only comes after all these
            if (count(room, EXACT_WITH_ERROR, born, limit) < limit) {
                match(room, words, true);
            }
            return best(room, typed, born, limit);
        } finally {
            lock.readLock().unlock();
            rooms.add(room);
        }
    }

    private Matches room() {
        try {
            return rooms.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted before the search began", e);
        }
    }

    private static boolean particle(Set<String> spellings) {
        return spellings.stream().anyMatch(NameWords::particle);
    }

    private void match(Matches room, List<Set<String>> words, boolean withErrors) {
        room.begin(slots.size());
        for (Set<String> spellings : words) {
            for (String typed : spellings) {
                this.words
                        .subMap(typed, true, typed + '\uffff', false)
                        .forEach((word, found) -> mark(room, found, word.equals(typed) ? EXACT : BEGINNING));
            }
            if (withErrors) {
                for (String typed : spellings) {
                    if (typed.length() >= SHORTEST_WITH_ERROR - 1) {
                        TypingError.meant(typed).forEach(meant -> markMeant(room, meant, typed.length()));
                    }
                }
            }
            room.endWord();
        }
    }

    private void markMeant(Matches room, String meant, int typed) {
        if (typed >= SHORTEST_BEGINNING_WITH_ERROR) {
            words.subMap(meant, true, meant + '\uffff', false)
                    .forEach((word, found) ->
                            mark(room, found, word.equals(meant) ? EXACT_WITH_ERROR : BEGINNING_WITH_ERROR));
        } else if (meant.length() >= SHORTEST_WITH_ERROR) {
            Slots found = words.get(meant);
            if (found != null) {
                mark(room, found, EXACT_WITH_ERROR);
            }
        }
    }

    private static void mark(Matches room, Slots found, byte rank) {
        found.asLastName().mark(room, rank);
        found.asFirstName().mark(room, (byte) (rank + FIRST_NAME));
    }

    /** How many are better than this rank, counted up to {@code limit}. */
    private int count(Matches room, int rank, int born, int limit) {
        int count = 0;
        for (int i = 0; i < room.size() && count < limit; i++) {
            if (room.rank(i) < rank && slots.get(room.slot(i)).isOf(born)) {
                count++;
            }
        }
        return count;
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

    private List<String> best(Matches room, Set<String> typed, int born, int limit) {
        String[] words = typed.toArray(String[]::new);
        PriorityQueue<Hit> worstOnTop = new PriorityQueue<>(limit + 1, Hit.BEST_FIRST.reversed());
        for (int i = 0; i < room.size(); i++) {
            Slot slot = slots.get(room.slot(i));
            int rank = room.rank(i);
            if (slot.isOf(born)) {
                Hit worst = worstOnTop.size() < limit ? null : worstOnTop.peek();
                if (worst == null || worst.mayFollow(rank, slot)) {
                    worstOnTop.add(new Hit(rank, slot.wordsNotWrittenSo(words), slot));
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
