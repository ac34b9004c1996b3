package eu.guichet.desktop.shell;

import eu.guichet.client.GuichetClient;
import eu.guichet.desktop.act.ActDoors;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.settings.Settings;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Ticker;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What the window is made with.
 *
 * @param clock what the screens take for now; its zone is the one in which moments are shown
 * @param hands by which the pace of keys is measured, in milliseconds; only goes forward
 * @param reports of printed paper, which outlive a window and its session
 */
public record ShellParts(
        GuichetClient client,
        Tasks tasks,
        Settings settings,
        Clock clock,
        Ticker ticker,
        LongSupplier hands,
        Session session,
        ActDoors.Outside outside,
        PaperReports reports) {}
