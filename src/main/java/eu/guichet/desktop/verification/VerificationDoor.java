package eu.guichet.desktop.verification;

import eu.guichet.client.GuichetClient;
import eu.guichet.desktop.flow.Identify;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Texts;
import java.time.InstantSource;
import java.time.ZoneId;

/** The feature's door. */
public final class VerificationDoor implements Identify {
    private static final String BUNDLE = "eu.guichet.desktop.verification.verification";

    private final GuichetClient client;
    private final Tasks tasks;
    private final Texts texts;
    private final InstantSource clock;
    private final ZoneId zone;

    /**
     * @param texts of any bundle: the language is what counts
     * @param zone in which dates are shown
     */
    public VerificationDoor(GuichetClient client, Tasks tasks, Texts texts, InstantSource clock, ZoneId zone) {
        this.client = client;
        this.tasks = tasks;
        this.texts = texts.sibling(BUNDLE);
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void identify(OpenFile open, Runnable then) {
        VerificationModel model = new VerificationModel(
                client, tasks, clock, zone, open.file(), open.reason(), open.refresh(), verification -> {
                    open.refresh().run();
                    then.run();
                });
        new VerificationStep(model, open, texts, zone).start();
    }
}
