package eu.guichet.backend.people;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import eu.guichet.backend.enrolment.BulkJournal;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.DatedPolicy;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * People who do not exist, from all over the Union and in every state of the enrolment, for training, the tour and tests.
 * The same seed and moment make the same people. Their e-mails end in {@code .example}, so that nothing sent to them could
 * ever arrive.
 */
public final class SimulatedPeople {
    private static final List<String> MAILBOXES =
            List.of("courriel.example", "post.example", "posta.example", "mail.example");
    private static final Pattern POSTCODE_OF_TWO_WORDS =
            Pattern.compile("([0-9]{4} [A-Z]{2}|[0-9]{3} [0-9]{2}|[A-Z0-9]{3} [A-Z0-9]{4}) .*");
    private static final Pattern NOT_PLAIN = Pattern.compile("[^A-Za-z]");

    private static final long FIRST_PENSION_NUMBER = 20_417_003;
    /** A prime, so that numbers do not simply count up. */
    private static final long PENSION_NUMBER_STEP = 37;

    private static final LocalDate OLDEST = LocalDate.of(1929, 1, 1);
    private static final int BIRTHDAYS = 37 * 365;

    private final SplittableRandom random;
    private final Instant now;
    private final Phones phones = new Phones();
    private final LetterNumbers numbers = new LetterNumbers();
    private final List<CountryProfile> lands = CountryProfile.all();
    private final int weights = lands.stream().mapToInt(CountryProfile::weight).sum();
    private long people;

    private SimulatedPeople(Instant now, long seed) {
        this.random = new SplittableRandom(seed);
        this.now = now;
    }

    /**
     * Fills an empty store in one transaction; a store in which anybody is on file is left alone.
     *
     * @param policy by which it is derived where they stand
     * @param now the moment to which the histories lead up
     * @return how many people were made
     */
    public static int populate(Database database, int count, DatedPolicy policy, Instant now, long seed) {
        return database.write(tx -> {
            if (count == 0 || tx.pensioners().count() > 0) {
                return 0;
            }
            SimulatedPeople simulated = new SimulatedPeople(now, seed);
            try (BulkJournal bulk = new BulkJournal(tx, policy, now)) {
                bulk.adoptRules(tx);
                List<Persona> known = Persona.ALL.stream().limit(count).toList();
                known.forEach(acquaintance -> simulated.add(bulk, acquaintance));
                for (int i = known.size(); i < count; i++) {
                    simulated.addAnybody(bulk);
                }
            }
            return count;
        });
    }

    private void add(BulkJournal bulk, Persona known) {
        Pensioner person = person(
                known.lastName(),
                known.firstName(),
                known.birthDate(),
                known.office(),
                known.languages(),
                known.address(),
                email(known.firstName(), known.lastName()),
                phones.draw(known.address().country(), PhoneNumberType.MOBILE, random));
        add(bulk, person, known.standing());
    }

    private void addAnybody(BulkJournal bulk) {
        CountryProfile land = land();
        String lastName = one(land.lastNames());
        String firstName = one(random.nextBoolean() ? land.women() : land.men());
        String city = one(land.cities());
        int town = townAt(city);
        Address address = new Address(
                one(land.streets()) + " " + random.nextInt(1, 180),
                city.substring(0, town).strip(),
                city.substring(town).strip(),
                land.country());
        Pensioner person = person(
                lastName,
                firstName,
                OLDEST.plusDays(random.nextInt(BIRTHDAYS)),
                land.office(),
                List.of(one(land.languages()).split(" ", -1)),
                address,
                random.nextInt(25) == 0 ? null : email(firstName, lastName),
                phone(land.country()));
        boolean reachable = person.email() != null && person.phone() != null;
        add(bulk, person, reachable ? Scenario.drawn(random) : Scenario.NOT_STARTED);
    }

    private void add(BulkJournal bulk, Pensioner person, Scenario standing) {
        ScenarioBuilder course = new ScenarioBuilder(
                random,
                numbers,
                person.id(),
                person.office(),
                person.languages().getFirst(),
                now,
                standing.began(random));
        standing.run(course, random);
        bulk.add(person, course.events(), course.messages(), course.letters());
    }

    private Pensioner person(
            String lastName,
            String firstName,
            LocalDate birthDate,
            OfficeCode office,
            List<String> languages,
            Address address,
            @Nullable String email,
            @Nullable String phone) {
        String number = Long.toString(FIRST_PENSION_NUMBER + PENSION_NUMBER_STEP * people);
        people++;
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        return new Pensioner(id, number, lastName, firstName, birthDate, office, languages, address, email, phone, 0);
    }

    private CountryProfile land() {
        int drawn = random.nextInt(weights);
        for (CountryProfile land : lands) {
            drawn -= land.weight();
            if (drawn < 0) {
                return land;
            }
        }
        return lands.getLast();
    }

    private @Nullable String phone(String country) {
        return switch (random.nextInt(25)) {
            case 0 -> null;
            case 1 -> phones.draw(country, PhoneNumberType.FIXED_LINE, random);
            default -> phones.draw(country, PhoneNumberType.MOBILE, random);
        };
    }

    private String email(String firstName, String lastName) {
        String name = ascii(firstName) + "." + ascii(lastName);
        String local = name.length() < 6 ? "famille" : name;
        return local + random.nextInt(10, 10_000) + "@" + one(MAILBOXES);
    }

    private static String ascii(String name) {
        return NOT_PLAIN
                .matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** Where the town begins: behind the last word with a digit in it, and the Dutch, Irish and Swedish second halves. */
    private static int townAt(String city) {
        int space = city.indexOf(' ');
        return POSTCODE_OF_TWO_WORDS.matcher(city).matches() ? city.indexOf(' ', space + 1) : space;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
