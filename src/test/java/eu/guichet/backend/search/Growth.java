package eu.guichet.backend.search;

import eu.guichet.backend.search.NameLists.Names;
import eu.guichet.backend.store.Pensioners.NamedPerson;
import eu.guichet.contract.OfficeCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How the index of names grows: built on disk without a store, opened again, and searched by one thread for names as they are, their
 * beginnings and names with a slip. Arguments: how many people, several sizes one after the other.
 */
final class Growth {
    private static final int AT_ONCE = 250;
    private static final int WARMING = 1_000;
    private static final int SEARCHES = 2_000;
    /** Among so many of those on file. */
    private static final int SOUGHT = 5_000;

    private static final int ROWS = 21;
    /** What is typed, in turn: two names as they are, beginnings, a slip. */
    private static final int WAYS = 4;

    private final List<Names> lists = NameLists.all();
    private final Random random = new Random(7);
    private final List<NamedPerson> some = new ArrayList<>();
    private final Misheard misheard = new Misheard(random);

    private Growth() {}

    public static void main(String[] args) throws IOException {
        System.out.println(
                "| people | built in | on disk | opened and first answer | p50 | p95 | p99 | memory in the heap |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- |");
        for (String size : args) {
            System.out.println(new Growth().row(Integer.parseInt(size)));
        }
    }

    private String row(int size) throws IOException {
        Path folder = Files.createTempDirectory("guichet-names");
        NamesPlace place = new NamesPlace(folder);
        long begun = System.nanoTime();
        try (NameIndex index = new NameIndex(place)) {
            List<NamedPerson> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                NamedPerson person = somebody(i);
                if (i % Math.max(1, size / SOUGHT) == 0) {
                    some.add(person);
                }
                batch.add(person);
                if (batch.size() == AT_ONCE) {
                    index.put(batch);
                    batch.clear();
                }
            }
            index.put(batch);
            index.show();
            index.commit(Map.of("rules", NameRules.FINGERPRINT));
        }
        Duration built = Duration.ofNanos(System.nanoTime() - begun);
        begun = System.nanoTime();
        try (NameIndex index = new NameIndex(place)) {
            search(index, 0);
            Duration first = Duration.ofNanos(System.nanoTime() - begun);
            for (int i = 0; i < WARMING; i++) {
                search(index, i);
            }
            double[] millis = new double[SEARCHES];
            for (int i = 0; i < SEARCHES; i++) {
                begun = System.nanoTime();
                search(index, i);
                millis[i] = (System.nanoTime() - begun) / 1e6;
            }
            Arrays.sort(millis);
            System.gc();
            long heap =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            return String.format(
                    Locale.ROOT,
                    "| %d | %.0f s | %d MB | %d ms | %.1f ms | %.1f ms | %.1f ms | %d MB |",
                    size,
                    built.toMillis() / 1e3,
                    bytes(folder) >> 20,
                    first.toMillis(),
                    millis[SEARCHES / 2],
                    millis[SEARCHES * 95 / 100],
                    millis[SEARCHES * 99 / 100],
                    heap >> 20);
        }
    }

    private NamedPerson somebody(int i) {
        Names names = lists.get(i % lists.size());
        // a register has more different names than a list of some hundred: every third is of two
        String last = i % 3 == 0 ? one(names.last()) + "-" + one(names.last()) : one(names.last());
        return new NamedPerson(
                "p" + i, last, one(names.first()), 1920 + random.nextInt(50), OfficeCode.BRU, "1000", "Bruxelles");
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private void search(NameIndex index, int i) {
        NamedPerson person = some.get(random.nextInt(some.size()));
        String last = person.lastName();
        String first = person.firstName();
        String query = switch (i % WAYS) {
            case 0, 1 -> last + " " + first;
            case 2 -> last.substring(0, Math.min(4, last.length())) + " " + first.substring(0, 2);
            default -> (last.length() > 4 ? misheard.slipped(last) : last) + " " + first;
        };
        var _ = index.find(
                NameQuery.of(NameWords.apart(query), Set.of()),
                new NameRows.Preference(
                        Set.copyOf(Arrays.asList(query.toLowerCase(Locale.ROOT).split(" "))), "BRU"),
                ROWS);
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
