package eu.guichet.backend.http;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A backend on a store of its own with three people on file, at the start, at the SMS and at the letter, and a clock to turn. */
final class RunningBackend implements AutoCloseable {
    static final String AT_THE_SMS = "11111111-aaaa-4aaa-8aaa-000000000001";
    static final String AT_THE_LETTER = "11111111-aaaa-4aaa-8aaa-000000000002";
    static final String AT_THE_START = "11111111-aaaa-4aaa-8aaa-000000000003";
    static final String NUMBER_AT_THE_SMS = "70010001";
    static final String NUMBER_AT_THE_LETTER = "70010002";
    static final String EMAIL = "annelise.mueller.kontakt@post.example";
    static final String PHONE = "+352621987654";
    static final Instant NINE_OCLOCK = Instant.parse("2026-11-23T08:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NINE_OCLOCK);
    private final Contract contract = Contract.read();
    private final Backend backend;
    private final Database database;
    final Queue<String> bodies = new ConcurrentLinkedQueue<>();

    RunningBackend(Path folder) {
        this(folder, Map.of());
    }

    /** @param lines of the policy that are not as usual */
    RunningBackend(Path folder, Map<String, String> lines) {
        this(folder, lines, RunningBackend::fill);
    }

    /** Another one on the store that one has left or works on. */
    static RunningBackend again(Path folder, Map<String, String> lines) {
        return new RunningBackend(folder, lines, _ -> {});
    }

    private RunningBackend(Path folder, Map<String, String> lines, Consumer<Tx> fill) {
        String file = Stores.url(folder);
        database = Database.open(file);
        database.execute(fill);
        InstantSource clock = now::get;
        backend = Backend.start(BackendSettings.training(file, 0)
                .withClock(clock)
                .withDeliveryDelay(Duration.ZERO)
                .withPolicy(DatedPolicy.read(
                        Policy.standard()
                                .withLimits(Policy.Limits.NONE)
                                .changedBy(Map.of("identity.counter-hours", "off")),
                        lines)));
    }

    private static void fill(Tx tx) {
        add(tx, AT_THE_SMS, NUMBER_AT_THE_SMS, "Müller", "Annelise", EMAIL, PHONE);
        add(
                tx,
                AT_THE_LETTER,
                NUMBER_AT_THE_LETTER,
                "Nørgård",
                "Søren",
                "soeren.noergaard@post.example",
                "+4520123498");
        add(tx, AT_THE_START, "70010003", "Papadopoulou", "Eleni", "e.papadopoulou@post.example", "+306912345678");
        Instant day = NINE_OCLOCK.minus(Duration.ofDays(1));
        for (String id : List.of(AT_THE_SMS, AT_THE_LETTER)) {
            tx.events().add(id, new Event.AccountRequested(day));
            tx.events().add(id, new Event.PasswordSet(day.plusSeconds(600)));
            tx.events().add(id, new Event.PhoneAdded(day.plusSeconds(1200)));
        }
        tx.events().add(AT_THE_LETTER, new Event.PhoneConfirmed(day.plusSeconds(1300)));
        tx.events().add(AT_THE_LETTER, new Event.SignInStarted(day.plusSeconds(1400)));
        tx.events().add(AT_THE_LETTER, new Event.SignedIn(day.plusSeconds(1500)));
        tx.events().add(AT_THE_LETTER, new Event.AccessRequested(day.plusSeconds(1600)));
    }

    private static void add(Tx tx, String id, String number, String last, String first, String email, String phone) {
        tx.pensioners()
                .add(new Pensioner(
                        id,
                        number,
                        last,
                        first,
                        LocalDate.of(1944, 3, 12),
                        OfficeCode.LUX,
                        List.of("de", "fr"),
                        new Address("1, rue du Test", "L-1855", "Luxembourg", "LU"),
                        email,
                        phone,
                        0));
    }

    /** Somebody else of the same name as heard and year of birth, born in May. */
    void namesakeAtTheSms(String id) {
        database.execute(tx -> tx.pensioners()
                .add(new Pensioner(
                        id,
                        "70010009",
                        "Mueller",
                        "Annelise",
                        LocalDate.of(1944, 5, 2),
                        OfficeCode.LUX,
                        List.of("de"),
                        new Address("2, rue du Test", "L-1855", "Luxembourg", "LU"),
                        null,
                        PHONE,
                        0)));
    }

    Caller as(Role role) {
        return new Caller(backend.url(), backend.tokens().get(role), contract, bodies);
    }

    Caller stranger(@Nullable String token) {
        return new Caller(backend.url(), token, contract, bodies);
    }

    Contract contract() {
        return contract;
    }

    int port() {
        return backend.url().getPort();
    }

    String token(Role role) {
        return Objects.requireNonNull(backend.tokens().get(role));
    }

    void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /** Has her speak other languages from now on. */
    void speaks(String id, String... languages) {
        database.execute(tx -> {
            Pensioner before = tx.pensioners().find(id).orElseThrow();
            tx.pensioners()
                    .change(new Pensioner(
                            id,
                            before.pensionNumber(),
                            before.lastName(),
                            before.firstName(),
                            before.birthDate(),
                            before.office(),
                            List.of(languages),
                            before.address(),
                            before.email(),
                            before.phone(),
                            before.version()));
        });
    }

    void stores(Consumer<Tx> work) {
        database.execute(work);
    }

    <T> T stored(Function<Tx, T> question) {
        return database.read(question);
    }

    @Override
    public void close() {
        backend.close();
        database.close();
    }
}
