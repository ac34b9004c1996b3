package eu.guichet.desktop.ui;

import eu.guichet.client.GuichetClient;
import java.time.InstantSource;
import java.time.ZoneId;

/**
 * What every view and every act is handed.
 *
 * @param texts of any bundle: the language is what counts
 * @param zone in which dates and times are shown
 */
public record ViewContext(GuichetClient client, Tasks tasks, Texts texts, InstantSource clock, ZoneId zone) {
    /** The same, with the texts of this bundle. */
    public ViewContext speaking(String bundle) {
        return new ViewContext(client, tasks, texts.sibling(bundle), clock, zone);
    }
}
