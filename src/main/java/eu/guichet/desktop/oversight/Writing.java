package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What a supervisor writes in a form, and what became of it: the same content asked for again, while nobody knows, is the same wish
 * and is written once. Belongs to the FX thread.
 *
 * @param <W> what is written; equal where the content is the same
 * @param <A> what the backend answers when it is done
 */
final class Writing<W, A> implements KeyedAct.Listener<A> {
    /** What became of what was written. */
    enum State {
        NOT_YET,
        ASKING,
        DONE,
        /** Nobody knows. */
        UNSURE
    }

    private final KeyedAct<A> act;
    private final Consumer<A> done;
    private final Runnable reread;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOT_YET);
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private @Nullable W wanted;

    /**
     * @param done told what the backend has answered
     * @param reread told that what the form is about is no longer as it was read
     */
    Writing(ViewContext context, Consumer<A> done, Runnable reread) {
        this.act = new KeyedAct<>(context.tasks(), context.clock(), this);
        this.done = done;
        this.reread = reread;
    }

    /** Nothing happens while the answer to the wish before is awaited. */
    void ask(W content, Function<IdempotencyKey, A> call) {
        if (state.get() == State.ASKING) {
            return;
        }
        if (!content.equals(wanted) || state.get() != State.UNSURE) {
            act.renew();
        }
        wanted = content;
        act.ask(call);
    }

    @Override
    public void asking() {
        failure.set(null);
        state.set(State.ASKING);
    }

    @Override
    public void done(A answer) {
        state.set(State.DONE);
        done.accept(answer);
    }

    @Override
    public void unsure(Instant askAt) {
        state.set(State.UNSURE);
    }

    @Override
    public void identify() {
        state.set(State.NOT_YET);
    }

    @Override
    public void notDone(ClientException why, boolean tryAgain, boolean stale) {
        state.set(State.NOT_YET);
        failure.set(why);
        if (stale) {
            reread.run();
        }
    }

    /** The screen is left: what was said of the last wish has been seen. */
    void leave() {
        failure.set(null);
        if (state.get() == State.DONE) {
            state.set(State.NOT_YET);
        }
    }

    /** The form is about something else from here on. */
    void forget() {
        failure.set(null);
        state.set(State.NOT_YET);
    }

    /** @param why something beside the wish was not done or not read; null where that is of no concern any more */
    void failed(@Nullable ClientException why) {
        failure.set(why);
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Why the last wish was not done, or null. */
    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }
}
