package eu.guichet.desktop.shell;

import eu.guichet.client.GuichetClient;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Ticker;
import java.time.Clock;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What the window is made with.
 *
 * @param clock what the screens take for now, which is the backend's time; its zone is the one in which moments are shown
 * @param machine this machine's own time, by which is measured how long somebody or something waits
 * @param hands by which the pace of keys is measured, in milliseconds; only goes forward
 * @param reports of printed paper, which outlive a window and its session
 */
public record ShellParts(
        GuichetClient client,
        Tasks tasks,
        Settings settings,
        Clock clock,
        InstantSource machine,
        Ticker ticker,
        LongSupplier hands,
        Session session,
        ActDoors.Outside outside,
        PaperReports reports) {}
