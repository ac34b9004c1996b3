package eu.guichet.desktop.flow;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.desktop.ui.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * One wish, asked under one idempotency key until it is known whether it was done: neither a double click nor a lost answer
 * does it twice, and no failure is told as "not done" while an earlier answer is missing. Belongs to the FX thread.
 *
 * @param <T> what the backend answers when it is done
 */
public final class KeyedAct<T> {
    /** Told on the FX thread what has become of the wish. */
    public interface Listener<T> {
        void asking();

        void done(T answer);

        /** Nobody knows; to be asked again at this moment. */
        void unsure(Instant askAt);

        /** Not done: identity has to be verified first. */
        void identify();

        /** @param reread whether the file is no longer as it was read */
        void notDone(ClientException why, boolean tryAgain, boolean reread);
    }

    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final Tasks tasks;
    private final InstantSource clock;
    private final Listener<T> listener;
    private IdempotencyKey key = IdempotencyKey.create();
    /** From the first lost answer until it is known what became of it. */
    private boolean unsure;

    public KeyedAct(Tasks tasks, InstantSource clock, Listener<T> listener) {
        this.tasks = tasks;
        this.clock = clock;
        this.listener = listener;
    }

    /** Asks for it, or asks what became of it: to the backend that is the same. */
    public void ask(Function<IdempotencyKey, T> call) {
        listener.asking();
        IdempotencyKey mine = key;
        tasks.call(() -> call.apply(mine))
                .onDone(this::done)
                .onFailure(this::failed)
                .onFault(this::unsure)
                .start();
    }

    /** The next is another wish. */
    public void renew() {
        key = IdempotencyKey.create();
    }

    private void done(T answer) {
        unsure = false;
        listener.done(answer);
    }

    private void unsure() {
        unsure = true;
        listener.unsure(clock.instant().plus(ASK_AGAIN_AFTER));
    }

    private void failed(ClientException why) {
        AfterFailure next = AfterFailure.of(why, unsure);
        unsure = false;
        switch (next) {
            case ASK_AGAIN -> unsure();
            case IDENTIFY -> listener.identify();
            case REREAD -> listener.notDone(why, false, true);
            case TRY_AGAIN -> listener.notDone(why, true, false);
            case GIVE_UP -> listener.notDone(why, false, false);
        }
    }
}
