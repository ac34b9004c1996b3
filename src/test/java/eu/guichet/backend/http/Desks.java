package eu.guichet.backend.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoreLimits;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.Letter;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.ReviewWhy;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import eu.guichet.process.RegisterField;
import eu.guichet.text.Keys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Two backends that work in earnest over one store, the second of which keeps each office to its own people. Everybody on file
 * belongs to Luxembourg and waits for a letter.
 */
final class Desks implements AutoCloseable {
    /** With which every pension number begins. */
    static final String NUMBERS = "7002";

    static final String FOUND = NUMBERS + "0000";
    static final String EMAIL = "annelise.kontakt@post.example";
    static final String PHONE = "+352621987654";
    static final String STREET = "17, rue du Fort";
    static final String POSTCODE = "L-4001";
    static final String TOWN = "Esch-sur-Alzette";
    private static final List<String> NAMES =
            List.of("Weber", "Kowalski", "Papadopoulou", "Janssens", "Nieminen", "Rossi", "Dupont", "Tamm", "Horvat");
    private static final int YEARS = 60;
    /**
     * A server ends what waits or does nothing for seconds, so that a program that hangs does not stop the others; a test that
     * its machine has no time for is no such program, and would be answered 503 in the middle.
     */
    private static final StoreLimits PATIENT =
            new StoreLimits(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5));

    private static final String PATIENT_LINES =
            "store.lock-timeout = 1m\nstore.statement-timeout = 2m\nstore.idle-timeout = 5m\nstore.connection-timeout = 1m\n";
    private static final Map<String, String> LINES = Map.of("identity.counter-hours", "off", "channels", "");

    private final StandInProvider provider = new StandInProvider();
    private final Contract contract = Contract.read();
    private final Queue<String> untouched = new ArrayDeque<>();
    private int people;
    private final AtomicInteger callers = new AtomicInteger();
    private final Database database;
    private final Backend open;
    private final Backend apart;

    Desks(Path folder) throws IOException {
        String store = Stores.url(folder);
        database = Database.open(store, PATIENT);
        database.execute(tx -> tx.storeMode().enter(false));
        var _ = person();
        Path file = folder.resolve("institution.properties");
        Files.write(file, (provider.lines() + "printing = desk\n" + PATIENT_LINES).getBytes(UTF_8));
        Policy policy = Policy.standard().withLimits(Policy.Limits.NONE).changedBy(LINES);
        BackendSettings settings =
                BackendSettings.production(store, Institution.read(file)).withPort(0);
        open = Backend.start(settings.withPolicy(policy));
        apart = Backend.start(settings.withPolicy(policy.changedBy(Map.of("desk.other-offices", "off"))));
    }

    /** Somebody who signs in for the first time. */
    Who somebody(Role role, OfficeCode... offices) {
        return new Who("w-" + callers.incrementAndGet(), role, List.of(offices));
    }

    /** @param offices for which they act; at the first one they work */
    record Who(String id, Role role, List<OfficeCode> offices) {
        Who {
            offices = List.copyOf(offices);
        }
    }

    String token(Who who) {
        return provider.signed(provider.claims(StandInProvider.person(
                        who.id(),
                        who.id(),
                        "guichet-" + Keys.kebab(who.role()),
                        who.offices().stream().map(Enum::name).toArray(String[]::new)))
                .build());
    }

    Caller at(Who who, boolean keptApart) {
        return new Caller(url(keptApart), token(who), contract, new ConcurrentLinkedQueue<>());
    }

    URI url(boolean keptApart) {
        return (keptApart ? apart : open).url();
    }

    /** The id of somebody for whom nothing was done yet. */
    String person() {
        if (untouched.isEmpty()) {
            // some at once: the names of both backends follow each time that somebody comes in
            untouched.addAll(database.write(
                    tx -> IntStream.range(0, YEARS).mapToObj(_ -> added(tx)).toList()));
        }
        return untouched.remove();
    }

    private String added(Tx tx) {
        int number = people++;
        String id = UUID.randomUUID().toString();
        Instant day = Instant.now().minus(Duration.ofDays(1));
        tx.pensioners()
                .add(new Pensioner(
                        id,
                        NUMBERS + "%04d".formatted(number),
                        NAMES.get(number / YEARS),
                        "Annelise",
                        LocalDate.of(1920 + number % YEARS, 3, 12),
                        OfficeCode.LUX,
                        List.of("de", "fr"),
                        new Address(STREET, POSTCODE, TOWN, "LU"),
                        EMAIL,
                        PHONE,
                        0));
        tx.events().add(id, new Event.AccountRequested(day));
        tx.events().add(id, new Event.PasswordSet(day.plusSeconds(600)));
        tx.events().add(id, new Event.PhoneAdded(day.plusSeconds(1200)));
        tx.events().add(id, new Event.PhoneConfirmed(day.plusSeconds(1300)));
        tx.events().add(id, new Event.SignInStarted(day.plusSeconds(1400)));
        tx.events().add(id, new Event.SignedIn(day.plusSeconds(1500)));
        tx.events().add(id, new Event.AccessRequested(day.plusSeconds(1600)));
        return id;
    }

    /** The id of a message that is on its way to this person. */
    String message(String person, MessageKind kind) {
        String id = UUID.randomUUID().toString();
        Instant now = Instant.now();
        database.execute(
                tx -> tx.messages().add(new StoredMessage(id, person, kind, "de", MessageStatus.SENT, now, now, null)));
        return id;
    }

    /** As if the register had just sent another address. */
    void moved(String person) {
        database.execute(tx ->
                tx.events().add(person, new Event.RegisterChanged(Instant.now(), Set.of(RegisterField.ADDRESS))));
    }

    /** Claims a letter's document for somebody, without making it: that takes half a second. Answers the claim. */
    String claimed(Letter letter, Who by) {
        String claim = UUID.randomUUID().toString();
        database.execute(tx -> tx.letters()
                .claim(
                        letter.id(),
                        new StoredLetter.Claim(claim, Instant.now(), new StoredLetter.Person(by.id(), by.id()))));
        return claim;
    }

    /** As if that document was printed. */
    void printed(Letter letter, String person, Who by) {
        var _ = claimed(letter, by);
        Instant now = Instant.now();
        database.execute(tx -> {
            tx.letters().printed(letter.id(), new StoredLetter.Printed(now, new StoredLetter.Person(by.id(), by.id())));
            tx.events().add(person, new Event.LetterPrinted(now, letter.id(), by.id()));
        });
    }

    /** As if the letter that was generated last for this person had been drawn; answers the id. */
    String toReview(String person) {
        return database.write(tx -> {
            long letter = tx.audit().page(person, null, 100).entries().stream()
                    .filter(row -> row.act().equals(AuditAct.LETTER_GENERATED.key()))
                    .findFirst()
                    .orElseThrow()
                    .sequence();
            tx.reviews().lay(List.of(letter), ReviewWhy.SAMPLE, Instant.now());
            return tx.reviews().open(EnumSet.allOf(OfficeCode.class), "nobody", 10_000).stream()
                    .filter(review -> review.pensionerId().equals(person))
                    .findFirst()
                    .orElseThrow()
                    .id();
        });
    }

    @Override
    public void close() {
        open.close();
        apart.close();
        database.close();
        provider.close();
    }
}
