package eu.guichet.backend.search;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Scanned;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One box for everything: a name, a pension number, an e-mail, a phone, a letter reference or an S10 number. Names are
 * kept in memory and caught up with the store before each search, so that whoever was just imported or renamed, by
 * whichever program, is found. Safe for use by many threads.
 */
public final class PeopleSearch {
    private static final int FEWEST_CHARACTERS = 2;

    private static final Pattern BIRTH_YEAR = Pattern.compile("(?<!\\S)(19\\d\\d)(?!\\S)");

    private static final Pattern HAS_DIGIT = Pattern.compile(".*\\d.*");

    private final Database database;
    private final NameIndex names = new NameIndex();
    private final PhoneNumbers phones = new PhoneNumbers();
    private final NameUpkeep upkeep;

    public PeopleSearch(Database database) {
        this.database = database;
        this.upkeep = new NameUpkeep(database, names);
    }

    /**
     * Who was found.
     *
     * @param ids of pensioners, best first
     * @param more whether there were more than asked for
     */
    public record Found(List<String> ids, boolean more) {
        public Found {
            ids = List.copyOf(ids);
        }
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

    /**
     * Searches everywhere at once.
     *
     * @param query what was typed; with fewer than two letters or digits nobody is found
     * @param limit at most so many
     * @param office whose country a phone number without prefix is taken to be in first
     */
    public Found search(String query, int limit, OfficeCode office) {
        if (query.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_CHARACTERS) {
            return new Found(List.of(), false);
        }
        String asked = Pasted.meant(query.strip());
        Optional<Set<String>> known = database.read(
                tx -> upkeep.knowsEverybody(tx) ? Optional.of(found(tx, asked, limit + 1, office)) : Optional.empty());
        Set<String> ids = known.orElseGet(() -> {
            upkeep.awaitEverybody();
            return database.read(tx -> found(tx, asked, limit + 1, office));
        });
        return new Found(ids.stream().limit(limit).toList(), ids.size() > limit);
    }

    private Set<String> found(Tx tx, String asked, int most, OfficeCode office) {
        Set<String> found = new LinkedHashSet<>();
        byLetter(tx, asked, found);
        if (HAS_DIGIT.matcher(asked).matches()) {
            byNumber(tx, asked, most, office, found);
        }
        if (asked.indexOf('@') > 0) {
            found.addAll(tx.pensioners().idsByEmail(asked, most));
        } else {
            byName(Pasted.withYears(asked), most, found);
        }
        return found;
    }

    /** How many others share this person's name as heard and year of birth. Not to be asked within a transaction. */
    public int namesakes(String pensionerId) {
        upkeep.awaitEverybody();
        return names.namesakes(pensionerId);
    }

    /** As {@link #namesakes(String)}, of people who were found just now; among those that are known. */
    public Map<String, Integer> namesakes(Collection<String> pensionerIds) {
        return pensionerIds.stream().collect(Collectors.toMap(Function.identity(), names::namesakes));
    }

    /** A letter's reference, not each of which has a digit in it, or its S10 number, as typed or as a scanner types it. */
    private static void byLetter(Tx tx, String asked, Set<String> found) {
        Scanned scanned = Scanned.read(asked);
        scanned.references().stream()
                .flatMap(reference -> tx.letters().byReference(reference.value()).stream())
                .map(StoredLetter::pensionerId)
                .forEach(found::add);
        scanned.itemNumbers().stream()
                .flatMap(number -> tx.letters().byItemNumber(number.value()).stream())
                .map(StoredLetter::pensionerId)
                .forEach(found::add);
    }

    private void byNumber(Tx tx, String asked, int limit, OfficeCode office, Set<String> found) {
        tx.pensioners().byPensionNumber(asked).map(Pensioner::id).ifPresent(found::add);
        found.addAll(tx.pensioners().idsByPhone(phones.meant(asked, office), limit));
    }

    /** A year of birth among the words tells namesakes apart, as it does in the list. */
    private void byName(String asked, int limit, Set<String> found) {
        Matcher year = BIRTH_YEAR.matcher(asked);
        if (!year.find()) {
            byName(asked, NameIndex.ANY_YEAR, limit, found);
            return;
        }
        int born = Integer.parseInt(year.group(1));
        String name = year.replaceAll(" ").strip();
        // a year alone would be a way to list people
        if (name.codePoints().filter(Character::isLetter).count() >= FEWEST_CHARACTERS) {
            byName(name, born, limit, found);
        }
    }

    private void byName(String asked, int born, int limit, Set<String> found) {
        List<Set<String>> words = NameWords.asked(asked);
        Set<String> typed = new HashSet<>(List.of(asked.toLowerCase(Locale.ROOT).split("[\\s,]+")));
        found.addAll(names.find(words, typed, born, limit));
        if (words.size() > 1 && found.size() < limit) {
            String together =
                    String.join("", words.stream().map(PeopleSearch::shortest).toList());
            found.addAll(names.find(List.of(Set.of(together)), typed, born, limit));
        }
    }

    private static String shortest(Set<String> spellings) {
        return spellings.iterator().next();
    }
}
