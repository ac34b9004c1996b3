package eu.guichet.backend.letter;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where documents are made: on platform threads of its own, each with its fonts. What is loaded for the first document pins
 * the thread it is loaded on; were that one of the few that carry the virtual ones, several at once would stop all of them.
 * As many documents are in memory at once as there are threads.
 */
final class Press {
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final ThreadLocal<TypeCase> FONTS = ThreadLocal.withInitial(TypeCase::load);
    private static final Executor EXECUTOR = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("press-", 0).factory());

    private Press() {}

    /** Begins after a while, and waits for nothing. */
    static void later(Duration pause, Consumer<TypeCase> work) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, EXECUTOR)
                .execute(() -> work.accept(FONTS.get()));
    }

    /** Waits for the document. */
    static <T> T make(Function<TypeCase, T> work) {
        try {
            return CompletableFuture.supplyAsync(() -> work.apply(FONTS.get()), EXECUTOR)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LetterException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
