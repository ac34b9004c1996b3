package eu.guichet.desktop.shell;

import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.paper.FileSaving;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.sample.SampleFiles;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.MovingClock;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Ticker;
import java.time.Duration;
import java.time.ZoneId;

/** The window's content over the sample backend, on the samples' Monday morning. */
final class ShellFixture {
    final SampleClient client = new SampleClient();
    final Settings settings;
    /** The backend's; the machine's own goes with it as time passes. */
    final MovingClock clock = new MovingClock(SampleFiles.NOW, ZoneId.of("Europe/Brussels"));

    final MovingClock machine = new MovingClock(SampleFiles.NOW, ZoneId.of("Europe/Brussels"));
    final Ticker ticker = new Ticker(clock);
    final Pace hands = new Pace();
    final ShellView view;

    /** To be made on the FX thread. */
    ShellFixture(Tasks tasks) {
        this(tasks, Settings.defaults());
    }

    /** As the other, with what somebody has chosen and a machine fixes. */
    ShellFixture(Tasks tasks, Settings settings) {
        this(tasks, settings, Session.fixed());
    }

    /** As the other, with what can be done about who is signed in. */
    ShellFixture(Tasks tasks, Settings settings, Session session) {
        this.settings = settings;
        view = new ShellView(new ShellParts(
                client,
                tasks,
                settings,
                clock,
                machine,
                ticker,
                hands::pressed,
                session,
                new ActDoors.Outside(Printing.none(), new FileSaving(() -> null), draft -> true, page -> true),
                new PaperReports(client, tasks, clock)));
    }

    /** Lets time pass, second by second, with nobody touching anything. */
    void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            clock.pass(Duration.ofSeconds(1));
            machine.pass(Duration.ofSeconds(1));
            ticker.tick();
        }
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
