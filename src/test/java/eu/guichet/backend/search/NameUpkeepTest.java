package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class NameUpkeepTest {
    private static final int STEPS = 12;
    private static final int STEP = 90;

    @TempDir
    Path folder;

    private final NameIndex names = new NameIndex();
    private Database database;
    private NameUpkeep upkeep;
    private int people;

    @BeforeEach
    void open() {
        database = Stores.open(folder);
        upkeep = new NameUpkeep(database, names, InstantSource.system());
        add(1);
        upkeep.awaitEverybody();
    }

    @AfterEach
    void close() {
        upkeep.close();
        names.close();
        database.close();
    }

    private void add(int some) {
        database.execute(tx -> {
            for (int i = 0; i < some; i++) {
                tx.pensioners().add(Stores.somebody("p" + people++));
            }
        });
    }

    /** As a search does. */
    private boolean waits() {
        boolean waits = !database.read(upkeep::knowsEnough);
        if (waits) {
            upkeep.awaitEverybody();
        }
        return waits;
    }

    @Test
    void a_search_waits_for_whoever_was_just_added() {
        add(1);
        assertThat(waits()).isTrue();
        assertThat(names.size()).isEqualTo(2);
    }

    /** Of which each search sees so few that it could wait for them; to show them costs the next ones more. */
    @Test
    void searches_do_not_wait_while_an_import_brings_a_few_at_a_time() {
        int waited = 0;
        for (int step = 0; step < STEPS; step++) {
            add(STEP);
            waited += waits() ? 1 : 0;
        }
        assertThat(waited).as("until it is known to be many").isBetween(1, STEPS / 2);
        upkeep.awaitEverybody();
        assertThat(names.size()).isEqualTo(1 + STEPS * STEP);
    }
}
