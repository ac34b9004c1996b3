package eu.guichet.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.people.PeopleImport;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.journey.Program;
import eu.guichet.process.Event;
import eu.guichet.sim.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code guichet import}, a process, is told to stop and then killed in the middle of its work, and is run again after each. */
@OnBothStores
class ImportFaults {
    private static final int ALL = 4000;
    /** On file before, and at another address since. */
    private static final int KNOWN = 2000;

    private static final String HEADER =
            "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,phone\n";

    @TempDir
    Path folder;

    /** People of these numbers, who live in this house. */
    private Path file(String name, int to, int house) throws IOException {
        String rows = IntStream.range(0, to)
                .mapToObj(number ->
                        "3%07d,Müller,Anna,1944-03-12,LUX,de fr,%d rue des Tilleuls,L-2510,Strassen,LU,p%d@post.example,\n"
                                .formatted(number, house, number))
                .collect(Collectors.joining("", HEADER, ""));
        return Files.write(folder.resolve(name), rows.getBytes(UTF_8));
    }

    /** Of how many people it is in the store that they moved, or that they are there. */
    private static int settled(Database database) {
        return database.read(tx -> {
            List<String> ids = tx.pensioners()
                    .idsByPensionNumber(
                            IntStream.range(0, ALL).mapToObj("3%07d"::formatted).toList());
            int moved = (int) tx.events().histories(ids).values().stream()
                    .filter(history -> history.has(Event.RegisterChanged.class))
                    .count();
            return ids.size() - KNOWN + moved;
        });
    }

    /** Whether this one's move is in the store; they move in the order of the file. */
    private static boolean moved(Database database, int number) {
        return database.read(tx -> tx.pensioners()
                .byPensionNumber("3%07d".formatted(number))
                .map(person -> tx.events().history(person.id()).has(Event.RegisterChanged.class))
                .orElse(false));
    }

    private static List<String> trail(Database database) {
        return database.read(tx -> tx.audit().page(null, null, 100)).entries().reversed().stream()
                .map(AuditEntry::outcome)
                .toList();
    }

    private Program started(Path file) throws IOException {
        return Program.start(folder, "import", file.toString(), "--database", Stores.url(folder));
    }

    @Test
    void what_is_in_stays_and_the_same_command_goes_on_and_repeats_nothing() throws IOException, InterruptedException {
        try (Database database = Stores.open(folder)) {
            var _ = new PeopleImport(Locale.ENGLISH, InstantSource.system(), "operator")
                    .run(file("before.csv", KNOWN, 1), database);
            Path file = file("people.csv", ALL, 2);

            int toldToStop;
            try (Program first = started(file)) {
                Await.until("some people", () -> moved(database, 0));
                first.stop();
                assertThat(first.exitCode()).isEqualTo(Program.TOLD_TO_STOP);
                assertThat(first.errors()).contains("goes on").doesNotContain("\tat ");
                toldToStop = settled(database);
            }
            assertThat(toldToStop).isBetween(1, KNOWN - 1);
            assertThat(trail(database)).endsWith("begun, 4000 lines", "stopped after " + toldToStop + " of 4000 lines");

            int killed;
            try (Program second = started(file)) {
                Await.until("more people", () -> moved(database, toldToStop));
                second.kill();
                killed = settled(database);
            }
            assertThat(killed).isBetween(toldToStop + 1, ALL - 1);
            assertThat(trail(database)).endsWith("gone on after " + toldToStop + " of 4000 lines");

            try (Program third = started(file)) {
                assertThat(third.exitCode()).as(third.errors()).isZero();
            }
            int leftNew = ALL - Math.max(killed, KNOWN);
            assertThat(trail(database))
                    .endsWith(
                            "gone on after " + killed + " of 4000 lines",
                            leftNew + " new, " + (ALL - killed - leftNew) + " changed, " + killed + " unchanged");
            List<String> ids = database.read(tx -> tx.pensioners()
                    .idsByPensionNumber(
                            IntStream.range(0, ALL).mapToObj("3%07d"::formatted).toList()));
            assertThat(ids).hasSize(ALL);
            assertThat(database.read(tx -> tx.events().histories(ids)).values())
                    .flatExtracting(
                            history -> history.all(Event.RegisterChanged.class).toList())
                    .hasSize(KNOWN);
            assertThat(settled(database)).isEqualTo(ALL);
        }
    }
}
