package eu.guichet.desktop.worklist;

import eu.guichet.client.ClientException;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Works through a list: the file that was taken from it, and the way to the next. Who was taken once is not taken again, and
 * nobody at whom a colleague is. Belongs to the FX thread.
 */
public final class WorklistRun {
    /** So many pages full of people who are not to be taken are not read for one. */
    private static final int MOST_PAGES = 5;

    private final ViewContext context;
    private final BiConsumer<String, AccessReason> opener;
    private final Latest latest = new Latest();
    private final Busy busy = new Busy();
    private final Set<String> handled = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable Taken> taken = new ReadOnlyObjectWrapper<>();

    /** @param opener is told which file to open, and that it is because of the list */
    public WorklistRun(ViewContext context, BiConsumer<String, AccessReason> opener) {
        this.context = context;
        this.opener = opener;
    }

    /**
     * What was taken last.
     *
     * @param query of the list from which it was
     */
    public record Taken(Worklist list, WorklistQuery query, WorklistRow row) {}

    /** Opens somebody's file because of a list, and begins to work through that list from there. */
    void begin(Worklist list, WorklistQuery query, WorklistRow row) {
        handled.clear();
        take(new Taken(list, query, row));
    }

    /**
     * Opens the file of whoever comes next. Pressed again before that is known, it does nothing.
     *
     * @param nobody run when the list ends here
     * @param failed told why the list cannot be read; what is open stays open
     */
    public void next(Runnable nobody, Consumer<ClientException> failed) {
        Taken last = taken.get();
        if (last != null && !busy.running().get()) {
            next(last, last.row().cursor(), MOST_PAGES, nobody, failed);
        }
    }

    private void next(Taken last, String after, int pages, Runnable nobody, Consumer<ClientException> failed) {
        WorklistQuery part = last.query().after(after);
        context.tasks()
                .call(() -> context.client().worklist(last.list(), part))
                .onDone(page -> {
                    String further = page.next();
                    Optional<WorklistRow> free = free(page);
                    if (free.isPresent()) {
                        take(new Taken(last.list(), last.query(), free.get()));
                    } else if (further != null && pages > 1) {
                        next(last, further, pages - 1, nobody, failed);
                    } else {
                        taken.set(null);
                        nobody.run();
                    }
                })
                .onFailure(failed)
                .within(latest)
                .showing(busy)
                .start();
    }

    private Optional<WorklistRow> free(WorklistPage page) {
        return page.rows().stream()
                .filter(row -> row.atWork() == null && !handled.contains(row.id()))
                .findFirst();
    }

    private void take(Taken now) {
        handled.add(now.row().id());
        taken.set(now);
        opener.accept(now.row().pensionerId(), AccessReason.worklist(now.list()));
    }

    /** Null while no list is being worked through. */
    public ReadOnlyObjectProperty<@Nullable Taken> taken() {
        return taken.getReadOnlyProperty();
    }

    /** Ends it; the file that is open stays. */
    public void end() {
        latest.cancel();
        taken.set(null);
    }
}
