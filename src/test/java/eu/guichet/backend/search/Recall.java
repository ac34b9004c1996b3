package eu.guichet.backend.search;

import eu.guichet.backend.search.NameLists.Names;
import eu.guichet.backend.store.Pensioners.NamedPerson;
import eu.guichet.contract.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * How many of those who are looked for are among the first five rows, by how their names are put. Somebody counts as found where
 * a row has exactly her name: namesakes are told apart by the year. Arguments: how many people, how many queries of each kind.
 */
final class Recall implements AutoCloseable {
    private static final int FIRST = 5;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    /** So many rows are asked for. */
    private static final int ROWS = 20;
    /** Of this kind alone, whoever is on the page of rows counts as found. */
    private static final String WHERE_A_PAGE_FITS = "initial and surname, on a page of twenty";

    private static final int BEGINNING = 5;
    private static final int SHORT_BEGINNING = 3;
    private static final int DOUBLE_NAMES = 12;
    private static final List<String> TITLES =
            List.of("Mme ", "M. ", "Herr Dr. ", "Frau ", "Sig.ra ", "Dhr. ", "Monsieur ", "Prof. ", "Mevr. ", "Dott. ");
    private static final Map<String, List<String>> SHORT_FORMS = Map.ofEntries(
            Map.entry("Johannes", List.of("Hans", "Hannes")),
            Map.entry("Josef", List.of("Sepp", "Jupp")),
            Map.entry("Giuseppe", List.of("Beppe", "Pino")),
            Map.entry("Francesco", List.of("Franco", "Checco")),
            Map.entry("Elisabeth", List.of("Lisa", "Liesl", "Betty")),
            Map.entry("Katharina", List.of("Kathi", "Katja")),
            Map.entry("Κωνσταντίνος", List.of("Kostas", "Κώστας")),
            Map.entry("Δημήτριος", List.of("Mitsos", "Dimitris")),
            Map.entry("Γεώργιος", List.of("Giorgos", "Yorgos")),
            Map.entry("Ιωάννης", List.of("Giannis", "Yannis")),
            Map.entry("Wilhelm", List.of("Willi", "Willy")),
            Map.entry("Friedrich", List.of("Fritz")),
            Map.entry("Heinrich", List.of("Heinz", "Heiner")),
            Map.entry("Alexander", List.of("Alex", "Sascha")),
            Map.entry("Aleksandra", List.of("Ola")),
            Map.entry("Katarzyna", List.of("Kasia")),
            Map.entry("Małgorzata", List.of("Gosia")),
            Map.entry("Stanisław", List.of("Staszek")),
            Map.entry("Zsuzsanna", List.of("Zsuzsa")),
            Map.entry("Erzsébet", List.of("Bözsi", "Erzsi")),
            Map.entry("Cornelis", List.of("Kees", "Cor")),
            Map.entry("Hendrik", List.of("Henk")),
            Map.entry("Adriaan", List.of("Ad")),
            Map.entry("Anton", List.of("Toni")));

    private final NameIndex index = new NameIndex();
    private final List<Person> people = new ArrayList<>();
    private final List<List<String>> words = new ArrayList<>();
    private final Map<String, Person> byId = new HashMap<>();
    private final Map<String, Integer> fitting = new HashMap<>();
    private final Random random = new Random(20261127);
    private final Misheard misheard = new Misheard(random);

    /** Somebody on file. */
    record Person(String id, String language, String last, String first) {
        String name() {
            return last + "|" + first;
        }

        boolean latin() {
            return !language.equals("el-GR") && !language.equals("bg");
        }
    }

    Recall(int size) {
        List<Names> lists = NameLists.all();
        List<NamedPerson> some = new ArrayList<>();
        List<String> shortened = SHORT_FORMS.keySet().stream().sorted().toList();
        for (int i = 0; i < size; i++) {
            Names names = lists.get(i % lists.size());
            String last = one(names.last());
            if (i % DOUBLE_NAMES == 1) {
                last = last + "-" + one(names.last());
            }
            String first = i % 40 == 7 ? one(shortened) : one(names.first());
            Person person = new Person("p" + i, names.language(), last, first);
            people.add(person);
            words.add(List.of(Misheard.unaccented(last + "-" + first).split("[- ]+")));
            byId.put(person.id(), person);
            fitting.merge(initial(person), 1, Integer::sum);
            some.add(new NamedPerson(
                    person.id(), last, first, 1920 + random.nextInt(50), OfficeCode.BRU, "1000", "Bruxelles"));
        }
        index.put(some);
        index.show();
    }

    private String one(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    /** Whether so few people have two words in their names that begin like this that all of them have room. */
    private boolean beginningsFit(Person person) {
        String last = Misheard.unaccented(person.last().substring(0, BEGINNING));
        String first = Misheard.unaccented(person.first().substring(0, SHORT_BEGINNING));
        return words.stream()
                        .filter(name -> begins(name, last) && begins(name, first))
                        .count()
                <= FIRST;
    }

    private static boolean begins(List<String> name, String beginning) {
        return name.stream().anyMatch(word -> word.startsWith(beginning));
    }

    private static String initial(Person person) {
        return person.last() + "|" + person.first().charAt(0);
    }

    private boolean found(Person person, String query, int among) {
        Asked asked = Asked.of(query, TODAY);
        NameIndex.Found found = index.find(
                NameQuery.of(asked.names(), asked.years()),
                new NameRows.Preference(
                        asked.names().stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet()),
                        "BRU"),
                ROWS);
        return found.ids().stream()
                .limit(among)
                .anyMatch(id -> person.name()
                        .equals(Optional.ofNullable(byId.get(id))
                                .map(Person::name)
                                .orElse("")));
    }

    /** Of each kind: how many of so many queries found whom they were for. */
    Map<String, Share> measured(int queries) {
        Map<String, Share> shares = new LinkedHashMap<>();
        kinds().forEach((kind, made) -> shares.put(kind, share(kind, queries, made)));
        return shares;
    }

    /** @param missed some of the queries that found somebody else, with whom they were for */
    record Share(int found, int asked, List<String> missed) {
        Share {
            missed = List.copyOf(missed);
        }

        double recall() {
            return asked == 0 ? 1 : (double) found / asked;
        }
    }

    private Share share(String kind, int queries, Function<Person, Optional<String>> made) {
        random.setSeed(kind.hashCode());
        int asked = 0;
        int found = 0;
        List<String> missed = new ArrayList<>();
        for (int tries = 0; asked < queries && tries < 200 * queries; tries++) {
            Person person = people.get(random.nextInt(people.size()));
            Optional<String> query = made.apply(person);
            if (query.isPresent()) {
                asked++;
                if (found(person, query.get(), kind.equals(WHERE_A_PAGE_FITS) ? ROWS : FIRST)) {
                    found++;
                } else {
                    missed.add(query.get() + " <- " + person.name());
                }
            }
        }
        return new Share(found, asked, missed);
    }

    private Map<String, Function<Person, Optional<String>>> kinds() {
        Map<String, Function<Person, Optional<String>>> kinds = new LinkedHashMap<>();
        kinds.put("exact", p -> Optional.of(p.last() + " " + p.first()));
        kinds.put("reversed", p -> Optional.of(p.first() + " " + p.last()));
        kinds.put(
                "unaccented",
                p -> of(
                        p.latin() && !Misheard.unaccented(p.last()).equals(p.last()),
                        () -> Misheard.unaccented(p.last() + " " + p.first())));
        kinds.put(
                "beginnings of both",
                p -> of(
                        p.last().length() > BEGINNING && p.first().length() > SHORT_BEGINNING && beginningsFit(p),
                        () -> p.last().substring(0, BEGINNING) + " " + p.first().substring(0, SHORT_BEGINNING)));
        kinds.put(
                "one slip",
                p -> of(p.latin() && p.last().length() > 4, () -> misheard.slipped(p.last()) + " " + p.first()));
        kinds.put(
                "two slips",
                p -> of(
                        p.latin() && p.last().length() > 7,
                        () -> misheard.slipped(misheard.slipped(p.last())) + " " + p.first()));
        kinds.put(
                "run together",
                p -> Optional.of((p.first() + p.last()).toLowerCase(Locale.ROOT).replace(" ", "")));
        kinds.put(
                "half of a double name",
                p -> of(p.last().contains("-"), () -> p.last().split("-", -1)[random.nextInt(2)] + " " + p.first()));
        kinds.put("titles and noise", p -> Optional.of(noise(p)));
        for (String ear : Misheard.ears()) {
            kinds.put(
                    ear + " ear",
                    p -> p.latin() && p.last().length() > 4
                            ? misheard.heard(ear, p.last()).map(last -> last + " " + p.first())
                            : Optional.empty());
        }
        kinds.put(
                "Greek in Latin letters",
                p -> of(
                        p.language().equals("el-GR"),
                        () -> misheard.greek(p.last()) + " " + misheard.greek(p.first())));
        kinds.put(
                "Cyrillic in Latin letters",
                p -> of(
                        p.language().equals("bg"),
                        () -> misheard.cyrillic(p.last()) + " " + misheard.cyrillic(p.first())));
        kinds.put(
                "Polish as heard",
                p -> p.language().equals("pl")
                        ? misheard.polish(p.last()).map(last -> last + " " + Misheard.unaccented(p.first()))
                        : Optional.empty());
        kinds.put(
                "initial and surname",
                p -> of(
                        fitting.getOrDefault(initial(p), ROWS) <= FIRST,
                        () -> p.first().charAt(0) + ". " + p.last()));
        kinds.put(
                WHERE_A_PAGE_FITS,
                p -> of(
                        fitting.getOrDefault(initial(p), ROWS + 1) <= ROWS,
                        () -> p.first().charAt(0) + ". " + p.last()));
        kinds.put(
                "short form",
                p -> Optional.ofNullable(SHORT_FORMS.get(p.first())).map(forms -> one(forms) + " " + p.last()));
        return kinds;
    }

    private static Optional<String> of(boolean applies, Supplier<String> query) {
        return applies ? Optional.of(query.get()) : Optional.empty();
    }

    private String noise(Person p) {
        return switch (random.nextInt(4)) {
            case 0 -> one(TITLES) + p.last().toUpperCase(Locale.ROOT) + " " + p.first();
            case 1 ->
                "  " + p.last().toUpperCase(Locale.ROOT) + ",  " + p.first().toUpperCase(Locale.ROOT) + " ";
            case 2 -> "Nom : " + p.last() + " - Prénom : " + p.first();
            default ->
                one(TITLES) + p.first().toLowerCase(Locale.ROOT) + " "
                        + p.last().toLowerCase(Locale.ROOT) + ";";
        };
    }

    @Override
    public void close() {
        index.close();
    }

    public static void main(String[] args) {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int queries = args.length > 1 ? Integer.parseInt(args[1]) : 400;
        try (Recall recall = new Recall(size)) {
            System.out.println("| as it was put, " + size + " people | among the first five |");
            System.out.println("| --- | --- |");
            Map<String, Share> measured = recall.measured(queries);
            measured.forEach((kind, share) -> System.out.printf(Locale.ROOT, "| %s | %.3f |%n", kind, share.recall()));
            if (args.length > 2) {
                measured.forEach((kind, share) -> share.missed().stream()
                        .limit(Integer.parseInt(args[2]))
                        .forEach(missed -> System.out.println(kind + ": " + missed)));
            }
        }
    }
}
