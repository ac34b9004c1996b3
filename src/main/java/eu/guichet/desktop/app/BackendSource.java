package eu.guichet.desktop.app;

import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Where the backend comes from: started here, or the institution's own. */
public interface BackendSource {
    /**
     * Brings a client of a backend that answers; may take seconds, so off the FX thread.
     *
     * @throws StartException when there is none, with the reason for the agent
     */
    Running open();

    /** Whether opening it again brings another session than the one that is over. */
    default boolean renewable() {
        return false;
    }

    /**
     * @param release ends what was started for it, after the client is closed
     * @param roles in training, a client of the same backend for each role one may work in; elsewhere none
     */
    record Running(GuichetClient client, Runnable release, Map<Role, Supplier<GuichetClient>> roles) {
        public Running {
            roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        }

        /** Of a backend at which people sign in. */
        public Running(GuichetClient client, Runnable release) {
            this(client, release, Map.of());
        }

        /** The same backend through another client. */
        Running as(GuichetClient other) {
            return new Running(other, release, roles);
        }

        void close() {
            client.close();
            release.run();
        }
    }
}
