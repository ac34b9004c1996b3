package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.LiveEvent;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.desktop.worklist.WorklistRun;
import eu.guichet.desktop.worklist.WorklistScreen;
import java.time.Instant;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Where the worklists and the files meet: a file taken from a list is opened at the counter, and from there the next. */
final class WorklistDesk {
    private final ViewContext context;
    private final ObservableValue<Instant> now;
    private final ScreenModel screens;
    private final CounterScreen counter;
    private final StatusMessage said;
    private final Function<ClientException, String> sentence;
    private final WorklistRun run;
    private @Nullable WorklistScreen screen;

    WorklistDesk(
            ViewContext context,
            ObservableValue<Instant> now,
            ScreenModel screens,
            CounterScreen counter,
            StatusMessage said,
            Function<ClientException, String> sentence) {
        this.context = context;
        this.now = now;
        this.screens = screens;
        this.counter = counter;
        this.said = said;
        this.sentence = sentence;
        run = new WorklistRun(context, this::open);
        counter.follow(new ListBar(run.taken(), counter.openId(), context.texts(), this::next));
    }

    /** The screen, with its counts read. */
    WorklistScreen screen() {
        WorklistScreen built = screen;
        if (built == null) {
            built = new WorklistScreen(context, now, run, () -> screens.choose(Screen.LETTERS));
            built.count();
            screen = built;
        }
        return built;
    }

    private void open(String pensionerId, AccessReason reason) {
        screens.choose(Screen.COUNTER);
        counter.openFromList(pensionerId, reason);
    }

    /** Done with the file that was taken from a list: it is closed, and the next one of the list is opened. */
    void next() {
        WorklistRun.Taken taken = run.taken().get();
        String open = counter.openId().getValue();
        if (taken == null) {
            said.say("list.none");
        } else if (counter.isOpening()) {
            // pressed again because it takes long: nobody is passed over unseen
            said.say("list.opening");
        } else if (!open.isEmpty() && !open.equals(taken.row().pensionerId())) {
            said.say("list.other");
        } else if (counter.decides() || counter.isUnderWay()) {
            said.say("list.under-way");
        } else {
            run.next(this::ended, why -> said.say("list.failed", "why", sentence.apply(why)));
        }
    }

    /** The last one is closed as well, and the lists say what is left. */
    private void ended() {
        if (!counter.openId().getValue().isEmpty()) {
            counter.closeFile();
        }
        screens.choose(Screen.WORKLISTS);
        said.say("list.ended");
    }

    void heard(LiveEvent.WorklistsChanged changed) {
        if (screen != null) {
            screen.changed(changed.lists());
        }
    }

    /** Something that was asked for here is decided. */
    void requestChanged() {
        if (screen != null) {
            screen.requestChanged();
        }
    }

    void reconnected() {
        if (screen != null) {
            screen.reconnected();
        }
    }
}
