package eu.guichet.backend.search;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.OfficeCode;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One box for everything: a name, a pension number, an e-mail, a phone, a letter reference or an S10 number. Names are
 * kept in an index that follows the store: whoever was just added or renamed, by whichever program, is found by the next
 * search, and the many whom an import brings within a second. Safe for use by many threads.
 */
public final class PeopleSearch implements AutoCloseable {
    private static final int FEWEST_CHARACTERS = 2;

    private final Database database;
    private final NameIndex names;
    private final PhoneNumbers phones = new PhoneNumbers();
    private final NameUpkeep upkeep;
    private final InstantSource clock;

    /**
     * With the names in memory.
     *
     * @param clock tells which year can be one of birth
     */
    public PeopleSearch(Database database, InstantSource clock) {
        this(database, clock, null);
    }

    /** @param folder of the names alone, where they are found again after a start; null for memory */
    public PeopleSearch(Database database, InstantSource clock, @Nullable Path folder) {
        this.database = database;
        this.clock = clock;
        this.names = new NameIndex(new NamesPlace(folder));
        this.upkeep = new NameUpkeep(database, names, clock);
    }

    /**
     * Who was found.
     *
     * @param ids of pensioners, best first
     * @param more whether there were more than asked for
     * @param leftOut words as typed that nobody has in a name or an address, and without which these were found
     * @param why for each of them, where it is not the name as it was typed
     * @param namesakes as {@link PeopleSearch#namesakes(String)}, for each of them that is known in the index
     */
    public record Found(List<String> ids, boolean more, List<String> leftOut, Why why, Map<String, Integer> namesakes) {
        static final Found NOBODY = new Found(List.of(), false, List.of(), _ -> List.of(), Map.of());

        public Found {
            ids = List.copyOf(ids);
            leftOut = List.copyOf(leftOut);
            namesakes = Map.copyOf(namesakes);
        }
    }

    /** Tells why somebody was found. */
    @FunctionalInterface
    public interface Why {
        /** Empty for whoever was found by the name as it was typed. */
        List<WhyFound> of(Pensioner person);
    }

    /** As {@link #warmUp(BooleanSupplier)}, to the end. */
    public int warmUp() {
        return warmUp(() -> true);
    }

    /**
     * Reads in whatever the store has that is not known yet; the first search does it otherwise.
     *
     * @param wanted asked between two people; once it is false the rest is left to the first search
     * @return how many people were read
     */
    int warmUp(BooleanSupplier wanted) {
        return upkeep.readApart(wanted);
    }

    /** Reads everybody anew where what was found on disk at the start is damaged. */
    void examine() {
        upkeep.examine();
    }

    /** Some of those on file. */
    List<Pensioner> some(int most) {
        return database.read(tx -> tx.pensioners().some(most));
    }

    /**
     * Searches everywhere at once. What is a number or an e-mail comes first; where names stand beside it, only who fits both
     * is left, unless nobody does.
     *
     * @param query what was typed; with fewer than two letters or digits nobody is found
     * @param limit at most so many
     * @param office whose country a phone number without prefix is taken to be in first, and whose people come first
     */
    public Found search(String query, int limit, OfficeCode office) {
        if (query.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_CHARACTERS) {
            return Found.NOBODY;
        }
        Asked asked = Asked.of(query, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Optional<ByNumber> known = database.read(
                tx -> upkeep.knowsEnough(tx) ? Optional.of(byNumber(tx, asked, limit + 1, office)) : Optional.empty());
        ByNumber byNumber = known.orElseGet(() -> {
            upkeep.awaitEverybody();
            return database.read(tx -> byNumber(tx, asked, limit + 1, office));
        });
        Asked named = byNumber.isEmpty() ? asked : asked.withoutNumbers();
        NameIndex.Found byName = byName(named, limit + 1, office);
        Set<String> found = new LinkedHashSet<>(byNumber.ids());
        found.retainAll(byName.ids());
        if (found.isEmpty()) {
            found.addAll(byNumber.ids());
            found.addAll(byName.ids());
        }
        Map<String, Integer> namesakes = new HashMap<>(byName.namesakes());
        namesakes.putAll(names.namesakes(byNumber.ids()));
        return new Found(
                found.stream().limit(limit).toList(),
                found.size() > limit,
                byName.leftOut(),
                why(named, byNumber, Set.copyOf(byName.ids())),
                namesakes);
    }

    private static Why why(Asked asked, ByNumber byNumber, Set<String> byName) {
        NameReasons names = new NameReasons(NameQuery.of(asked.names(), asked.years()));
        return person -> {
            List<WhyFound> why = new ArrayList<>(byNumber.why(person));
            if (byName.contains(person.id())) {
                why.addAll(names.of(person));
                if (!asked.years().isEmpty()) {
                    why.add(new WhyFound(
                            WhyFound.By.YEAR, String.valueOf(person.birthDate().getYear())));
                }
            }
            return why;
        };
    }

    private NameIndex.Found byName(Asked asked, int limit, OfficeCode office) {
        NameQuery names = NameQuery.of(asked.names(), asked.years());
        int letters =
                names.words().stream().mapToInt(word -> word.typed().length()).sum();
        // a letter or a year alone would be a way to list people
        if (letters < FEWEST_CHARACTERS) {
            return NameIndex.Found.NOBODY;
        }
        Set<String> written = asked.names().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return this.names.find(names, new NameRows.Preference(written, office.name()), limit);
    }

    private ByNumber byNumber(Tx tx, Asked asked, int limit, OfficeCode office) {
        ByNumber found = new ByNumber();
        asked.references()
                .forEach(reference -> tx.letters()
                        .byReference(reference.value())
                        .map(StoredLetter::pensionerId)
                        .ifPresent(id -> found.add(id, WhyFound.By.LETTER)));
        asked.itemNumbers()
                .forEach(number -> tx.letters().byItemNumber(number.value()).stream()
                        .map(StoredLetter::pensionerId)
                        .forEach(id -> found.add(id, WhyFound.By.ITEM_NUMBER)));
        asked.pensionNumbers()
                .forEach(number -> tx.pensioners()
                        .byPensionNumber(number)
                        .map(Pensioner::id)
                        .ifPresent(id -> found.add(id, WhyFound.By.PENSION_NUMBER)));
        for (String phone : asked.phones()) {
            List<String> owners = tx.pensioners().idsByPhone(phones.meant(phone, office), limit);
            (owners.isEmpty() ? tx.pensioners().idsByPhone(phones.meantAnywhere(phone), limit) : owners)
                    .forEach(id -> found.add(id, WhyFound.By.PHONE));
        }
        for (String email : asked.emails()) {
            tx.pensioners().idsByEmail(EmailSpellings.of(email), limit).forEach(id -> found.add(id, WhyFound.By.EMAIL));
        }
        return found;
    }

    /** Lets go of the names, which are kept on disk if they are to be; nobody searches any more. */
    @Override
    public void close() {
        upkeep.close();
        names.close();
    }

    /** How many others share this person's name as heard and year of birth. Not to be asked within a transaction. */
    public int namesakes(String pensionerId) {
        if (!database.read(upkeep::knowsEnough)) {
            upkeep.awaitEverybody();
        }
        return names.namesakes(List.of(pensionerId)).getOrDefault(pensionerId, 0);
    }
}
