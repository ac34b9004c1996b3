package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.Office;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Who sits here, whether the office is open, and whether the backend is heard. For the FX thread only. */
final class ShellModel {
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final GuichetClient client;
    private final Tasks tasks;
    private final Latest latest = new Latest();
    private final Busy busy = new Busy();
    private final ReadOnlyObjectWrapper<@Nullable Me> me = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Office> office = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper connected = new ReadOnlyBooleanWrapper(true);
    private GuichetClient.@Nullable Subscription subscription;
    private Instant asked = Instant.MIN;

    ShellModel(GuichetClient client, Tasks tasks) {
        this.client = client;
        this.tasks = tasks;
    }

    /** Asks who we are and where; also again, in another language or after a failure. */
    void read() {
        tasks.call(() -> new Answer(client.me(), client.offices()))
                .onDone(this::show)
                .onFailure(failure::set)
                .within(latest)
                .showing(busy)
                .start();
    }

    /**
     * Begins to hear live events.
     *
     * @param listener called on the FX thread
     * @param reconnected called on the FX thread when events may have been missed
     */
    void listen(Consumer<LiveEvent> listener, Runnable reconnected) {
        subscription = client.listen(
                event -> tasks.onScreen(() -> listener.accept(event)),
                connection -> tasks.onScreen(() -> connection(connection, reconnected)));
    }

    private void connection(GuichetClient.Connection connection, Runnable reconnected) {
        boolean before = connected.get();
        connected.set(connection == GuichetClient.Connection.CONNECTED);
        if (!connected.get()) {
            return;
        }
        if (!before || failure.get() != null) {
            read();
        }
        if (!before) {
            reconnected.run();
        }
    }

    /** To be called as time passes: asks anew while there is no answer, and when the office has opened or closed. */
    void tick(Instant now) {
        boolean failed = failure.get() != null;
        if (busy.running().get() || now.isBefore(asked.plus(failed ? AFTER_FAILURE : AGAIN))) {
            return;
        }
        if (failed || hoursChanged(now)) {
            asked = now;
            read();
        }
    }

    private boolean hoursChanged(Instant now) {
        Office shown = office.get();
        if (shown == null) {
            return false;
        }
        boolean counterChanged =
                shown.counter() != null && !shown.counter().changesAt().isAfter(now);
        return counterChanged || !shown.phone().changesAt().isAfter(now);
    }

    void close() {
        latest.cancel();
        if (subscription != null) {
            subscription.close();
        }
    }

    private void show(Answer answer) {
        failure.set(null);
        me.set(answer.me);
        office.set(answer.offices.stream()
                .filter(candidate -> candidate.code() == answer.me.office())
                .findFirst()
                .orElse(null));
    }

    /** Null until answered. */
    ReadOnlyObjectProperty<@Nullable Me> me() {
        return me.getReadOnlyProperty();
    }

    /** The agent's own; null until answered. */
    ReadOnlyObjectProperty<@Nullable Office> office() {
        return office.getReadOnlyProperty();
    }

    /** Why it is not known who sits here. */
    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }

    /** Whether live events arrive. */
    ReadOnlyBooleanProperty connected() {
        return connected.getReadOnlyProperty();
    }

    private record Answer(Me me, List<Office> offices) {}
}
