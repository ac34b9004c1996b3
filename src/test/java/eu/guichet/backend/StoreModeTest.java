package eu.guichet.backend;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.guichet.backend.store.CannotOpenException;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.Stores;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class StoreModeTest {
    @TempDir
    private Path folder;

    @Test
    void a_store_that_was_worked_on_in_earnest_is_never_trained_on() {
        Backend.start(earnest()).close();
        Backend.start(earnest()).close();

        assertThatThrownBy(() -> Backend.start(training()))
                .isInstanceOf(CannotOpenException.class)
                .hasMessageContaining("in earnest");
    }

    @Test
    void a_store_for_training_never_serves_in_earnest() {
        Backend.start(training()).close();
        Backend.start(training()).close();

        assertThatThrownBy(() -> Backend.start(earnest()))
                .isInstanceOf(CannotOpenException.class)
                .hasMessageContaining("for training");
    }

    private BackendSettings training() {
        return BackendSettings.training(Stores.url(folder), 0);
    }

    private BackendSettings earnest() {
        BackendSettings usual = training();
        return BackendSettings.production(usual.database(), usual.institution()).withPort(0);
    }
}
