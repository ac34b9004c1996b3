package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.Institution;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Stores;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class FilePracticeTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void the_whole_file_is_made_and_leaves_nothing_in_the_store() {
        try (Database database = Stores.open(folder)) {
            Pensioner her = Stores.somebody("her");
            database.execute(tx -> {
                tx.pensioners().add(her);
                tx.events().add("her", new Event.AccountRequested(NOW.minusSeconds(3600)));
            });
            FilePractice practice = new FilePractice(
                    database,
                    new FileAssembler(
                            Policy.standard(),
                            Institution.standard().offices(),
                            Institution.standard().services()),
                    () -> NOW);
            assertThat(practice.of(her))
                    .hasValueSatisfying(text -> assertThat(text).contains("MÜLLER", "\"timeline\"", "\"actions\""));
            assertThat(database.read(tx -> tx.audit().page("her", null, 100)).entries())
                    .isEmpty();
            assertThat(database.<Integer>read(tx -> tx.contacts().open("").size()))
                    .isZero();
            assertThat(practice.of(Stores.somebody("gone"))).isEmpty();
        }
    }
}
