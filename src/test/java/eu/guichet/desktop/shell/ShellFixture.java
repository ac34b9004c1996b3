package eu.guichet.desktop.shell;

import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.paper.FileSaving;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Ticker;
import java.time.Clock;
import java.time.ZoneId;

/** The window's content over the sample backend, on the samples' Monday morning. */
final class ShellFixture {
    static final Clock CLOCK = Clock.fixed(SampleFiles.NOW, ZoneId.of("Europe/Brussels"));

    final SampleClient client = new SampleClient();
    final Settings settings = Settings.defaults();
    final Ticker ticker = new Ticker(CLOCK);
    final Pace hands = new Pace();
    final ShellView view;

    /** To be made on the FX thread. */
    ShellFixture(Tasks tasks) {
        view = new ShellView(new ShellParts(
                client,
                tasks,
                settings,
                CLOCK,
                ticker,
                hands::pressed,
                new ActDoors.Outside(
                        (document, job) -> Printing.Outcome.NO_PRINTER,
                        new FileSaving(() -> null, "PDF"),
                        draft -> true)));
    }

    /** How fast keys follow each other: a second, unless a test says otherwise. */
    static final class Pace {
        private static final long USUAL = 1_000;

        private long now;
        private long step = USUAL;

        /** Keys follow each other by so many milliseconds from now on. */
        void every(long millis) {
            step = millis;
        }

        void usual() {
            step = USUAL;
        }

        void pass(long millis) {
            now += millis;
        }

        long pressed() {
            now += step;
            return now;
        }
    }
}
