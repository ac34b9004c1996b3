package eu.guichet.desktop.app;

import eu.guichet.client.GuichetClient;
import eu.guichet.client.openid.OpenIdSession;
import eu.guichet.client.openid.SignInPage;
import eu.guichet.contract.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the backend comes from: started here, or the institution's own. */
public interface BackendSource {
    /** Begins what takes time and needs nobody, so that whoever asks for it next waits less. Returns at once. */
    default void begin() {}

    /**
     * Brings a client of a backend that answers; may take as long as a person takes to sign in, so off the FX thread.
     * Interrupting gives it up.
     *
     * @param page where people sign in, for a backend at which they do
     * @throws StartException when there is none, with the reason for the agent
     */
    Running open(SignInPage page);

    /** Whether opening it again brings another session than the one that is over. */
    default boolean renewable() {
        return false;
    }

    /**
     * @param release ends what was started for it, after the client is closed
     * @param session of whoever signed in; null where nobody does
     * @param roles in training, a client of the same backend for each role one may work in; elsewhere none
     */
    record Running(
            GuichetClient client,
            Runnable release,
            @Nullable OpenIdSession session,
            Map<Role, Supplier<GuichetClient>> roles) {
        public Running {
            roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        }

        /** Of a backend that knows who calls without a sign-in here. */
        public Running(GuichetClient client, Runnable release) {
            this(client, release, null, Map.of());
        }

        /** The same backend through another client. */
        Running as(GuichetClient other) {
            return new Running(other, release, session, roles);
        }

        void close() {
            client.close();
            release.run();
        }
    }
}
