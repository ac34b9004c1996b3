package eu.guichet.desktop.shell;

import eu.guichet.contract.Me;
import eu.guichet.contract.Role;
import eu.guichet.desktop.figures.FiguresScreen;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.oversight.OversightScreen;
import eu.guichet.desktop.post.LetterDeskScreen;
import eu.guichet.desktop.ui.ScreenPart;
import eu.guichet.desktop.ui.ViewContext;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The screens of the window. A screen is built when it is first offered, so that the side bar can say what waits there. */
final class Screens {
    private final ShellParts parts;
    private final ViewContext context;
    private final PaperReports reports;
    private final ObservableValue<@Nullable Me> me;
    private final WorklistDesk worklists;
    private final Map<Screen, ScreenPart> built = new EnumMap<>(Screen.class);
    private final Set<Screen> counted = EnumSet.noneOf(Screen.class);

    Screens(
            ShellParts parts,
            ViewContext context,
            PaperReports reports,
            ObservableValue<@Nullable Me> me,
            CounterScreen counter,
            WorklistDesk worklists) {
        this.parts = parts;
        this.context = context;
        this.reports = reports;
        this.me = me;
        this.worklists = worklists;
        built.put(Screen.COUNTER, counter);
    }

    ScreenPart part(Screen screen) {
        return built.computeIfAbsent(screen, this::build);
    }

    private ScreenPart build(Screen screen) {
        return switch (screen) {
            case COUNTER -> throw new IllegalStateException("the counter is there from the beginning");
            case OVERSIGHT ->
                new OversightScreen(
                        context, parts.ticker().now(), parts.outside().saving(), unlocks());
            case FIGURES -> new FiguresScreen(context, parts.outside().saving(), oversees(), !audits());
            case WORKLISTS -> worklists.screen();
            case LETTERS -> letters();
        };
    }

    private boolean unlocks() {
        Me known = me.getValue();
        return known != null && known.role() == Role.SUPERVISOR;
    }

    private boolean audits() {
        Me known = me.getValue();
        return known != null && known.role() == Role.AUDITOR;
    }

    private boolean oversees() {
        return unlocks() || audits();
    }

    private ScreenPart letters() {
        LetterDeskScreen desk = new LetterDeskScreen(
                context,
                parts.ticker().now(),
                parts.outside().printing(),
                parts.outside().saving(),
                reports);
        desk.count();
        return desk;
    }

    /** @param badge is told how many things wait in each of these screens, now and whenever that changes */
    void count(Collection<Screen> offered, BiConsumer<Screen, ScreenPart.Badge> badge) {
        for (Screen screen : offered) {
            if (counted.add(screen)) {
                part(screen).badge().subscribe(waiting -> badge.accept(screen, waiting));
            }
        }
    }

    void noticesChanged() {
        Set.copyOf(built.values()).forEach(ScreenPart::noticesChanged);
    }

    void officesChanged() {
        Set.copyOf(built.values()).forEach(ScreenPart::officesChanged);
    }

    void close() {
        Set.copyOf(built.values()).forEach(ScreenPart::close);
    }
}
