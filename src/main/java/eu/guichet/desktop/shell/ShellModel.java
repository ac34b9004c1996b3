package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.Office;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Who sits here, whether the office is open, and how the window stands with the backend. For the FX thread only. */
final class ShellModel {
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    /** After so long one should hear that an answer is waited for. */
    private static final Duration USUAL = Duration.ofSeconds(2);

    private final GuichetClient client;
    private final Tasks tasks;
    private final InstantSource clock;
    private final InstantSource machine;
    private final Latest latest = new Latest();
    private final Busy busy = new Busy();
    private final ReadOnlyObjectWrapper<@Nullable Me> me = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Office> office = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Link> link = new ReadOnlyObjectWrapper<>(new Link.Connecting());
    private @Nullable ClientException failure;
    /** Since the live events were lost; before that nobody knows whether it does. */
    private boolean answers = true;

    private GuichetClient.Connection live = GuichetClient.Connection.CONNECTED;
    private GuichetClient.@Nullable Subscription subscription;
    private Instant asked = Instant.MIN;
    private @Nullable Instant awaySince;

    /**
     * @param clock the backend's time
     * @param machine this machine's own, by which it is measured when to ask again
     */
    ShellModel(GuichetClient client, Tasks tasks, InstantSource clock, InstantSource machine) {
        this.client = client;
        this.tasks = tasks;
        this.clock = clock;
        this.machine = machine;
    }

    /** Asks who we are and where; also again, in another language or after a failure. */
    void read() {
        asked = machine.instant();
        tasks.call(() -> new Answer(client.me(), client.offices()))
                .onDone(this::show)
                .onFailure(this::failed)
                .within(latest)
                .showing(busy)
                .start();
    }

    /** Whether live events are heard, or were and are asked for again. */
    boolean listens() {
        return subscription != null;
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
        GuichetClient.Connection before = live;
        live = connection;
        boolean heard = connection == GuichetClient.Connection.CONNECTED;
        if (heard && before != connection) {
            read();
            reconnected.run();
        } else if (heard && failure != null) {
            read();
        } else if (connection == GuichetClient.Connection.RECONNECTING) {
            answers = false;
            read();
        }
        judge();
    }

    /**
     * To be called as time passes: asks anew while there is no answer, when the office has opened or closed, and when other
     * figures of the policy hold.
     */
    void tick(Instant now) {
        judge();
        boolean waits = failure != null || live == GuichetClient.Connection.RECONNECTING;
        if (busy.running().get() || machine.instant().isBefore(asked.plus(waits ? AFTER_FAILURE : AGAIN))) {
            return;
        }
        if (waits || hoursChanged(now) || policyChanged(now)) {
            read();
        }
    }

    private boolean policyChanged(Instant now) {
        Me known = me.get();
        Instant changesAt = known == null ? null : known.desk().changesAt();
        return changesAt != null && !changesAt.isAfter(now);
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
        failure = null;
        answers = true;
        if (live == GuichetClient.Connection.SIGNED_OUT) {
            live = GuichetClient.Connection.RECONNECTING;
        }
        me.set(answer.me);
        office.set(answer.offices.stream()
                .filter(candidate -> candidate.code() == answer.me.office())
                .findFirst()
                .orElse(null));
        judge();
    }

    private void failed(ClientException why) {
        failure = why;
        judge();
    }

    /** What is newest and worst counts; nothing is said to be so that was not heard. */
    private void judge() {
        Link now = standing();
        if (!(now instanceof Link.Away)) {
            awaySince = null;
        }
        link.set(now);
    }

    private Link away(Instant nextTry) {
        Instant since = awaySince == null ? clock.instant() : awaySince;
        awaySince = since;
        return new Link.Away(since, nextTry);
    }

    private Link orSlow(Link otherwise) {
        Duration waited = client.waited();
        return waited.compareTo(USUAL) < 0 ? otherwise : new Link.Slow(waited.toSeconds());
    }

    private Link standing() {
        ClientException why = failure;
        Instant nextTry = clock.instant().plus(untilNextTry());
        if (live == GuichetClient.Connection.SIGNED_OUT || isSignedOut(why)) {
            return new Link.SignedOut();
        }
        if (why != null) {
            return why.passes() ? away(nextTry) : new Link.Failed(why);
        }
        Me known = me.get();
        if (known == null) {
            return orSlow(new Link.Connecting());
        }
        if (Screen.of(known.role()).isEmpty()) {
            return new Link.NoDesk(known.role());
        }
        if (live != GuichetClient.Connection.RECONNECTING) {
            return orSlow(new Link.Connected());
        }
        return answers ? new Link.Unheard() : away(nextTry);
    }

    private Duration untilNextTry() {
        return asked.equals(Instant.MIN)
                ? Duration.ZERO
                : Duration.between(machine.instant(), asked.plus(AFTER_FAILURE));
    }

    private static boolean isSignedOut(@Nullable ClientException why) {
        return why instanceof ClientException.Refused refused && refused.type() == ProblemType.NOT_SIGNED_IN;
    }

    /** Null until answered. */
    ReadOnlyObjectProperty<@Nullable Me> me() {
        return me.getReadOnlyProperty();
    }

    /** The agent's own; null until answered. */
    ReadOnlyObjectProperty<@Nullable Office> office() {
        return office.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Link> link() {
        return link.getReadOnlyProperty();
    }

    private record Answer(Me me, List<Office> offices) {}
}
