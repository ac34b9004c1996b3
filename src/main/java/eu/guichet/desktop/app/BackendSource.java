package eu.guichet.desktop.app;

import eu.guichet.client.GuichetClient;

/** Where the backend comes from: started here, or the institution's own. */
public interface BackendSource {
    /**
     * Brings a client of a backend that answers; may take seconds, so off the FX thread.
     *
     * @throws StartException when there is none, with the reason for the agent
     */
    Running open();

    /**
     * @param release ends what was started for it, after the client is closed
     */
    record Running(GuichetClient client, Runnable release) {
        void close() {
            client.close();
            release.run();
        }
    }
}
