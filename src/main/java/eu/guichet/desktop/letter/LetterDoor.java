package eu.guichet.desktop.letter;

import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Letter;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Verification;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.GenerateLetter;
import eu.guichet.desktop.flow.Identify;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Texts;
import java.time.InstantSource;
import java.time.ZoneId;

/** The feature's door. */
public final class LetterDoor implements GenerateLetter {
    private static final String BUNDLE = "eu.guichet.desktop.letter.letter";

    private final GuichetClient client;
    private final Tasks tasks;
    private final Texts texts;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Identify identify;
    private final Printing printing;
    private final Saving saving;

    /**
     * @param texts of any bundle: the language is what counts
     * @param zone in which dates are shown
     */
    public LetterDoor(
            GuichetClient client,
            Tasks tasks,
            Texts texts,
            InstantSource clock,
            ZoneId zone,
            Identify identify,
            Printing printing,
            Saving saving) {
        this.client = client;
        this.tasks = tasks;
        this.texts = texts.sibling(BUNDLE);
        this.clock = clock;
        this.zone = zone;
        this.identify = identify;
        this.printing = printing;
        this.saving = saving;
    }

    @Override
    public void start(OpenFile open) {
        PensionerFile file = open.file().get();
        Action action = file.action(ActionKind.GENERATE_LETTER).orElseThrow();
        Verification verification = file.verification();
        boolean known = verification != null && verification.validUntil().isAfter(clock.instant());
        LetterFlow flow = flow(open);
        flow.begin(known || !action.needsVerification());
        draw(flow, open);
    }

    @Override
    public void print(OpenFile open, Letter letter) {
        LetterFlow flow = flow(open);
        flow.fetch(letter);
        draw(flow, open);
    }

    private LetterFlow flow(OpenFile open) {
        return new LetterFlow(client, tasks, clock, printing, saving, open.file(), open.refresh());
    }

    private void draw(LetterFlow flow, OpenFile open) {
        new LetterStep(flow, open, identify, texts, new FailureWords(texts, clock, zone), zone, clock).start();
    }
}
