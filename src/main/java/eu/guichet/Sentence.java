package eu.guichet;

import eu.guichet.backend.InstitutionException;
import eu.guichet.backend.listen.CannotListenException;
import eu.guichet.backend.store.CannotCopyException;
import eu.guichet.backend.store.CannotOpenException;
import eu.guichet.desktop.tour.TourException;
import java.io.UncheckedIOException;

/** What a person reads when the program cannot do what was asked: one sentence, no trace. */
final class Sentence {
    private Sentence() {}

    static String of(Throwable failure) {
        if (failure instanceof InstitutionException
                || failure instanceof CannotOpenException
                || failure instanceof CannotCopyException
                || failure instanceof CannotListenException
                || failure instanceof UncheckedIOException
                || failure instanceof TourException) {
            return String.valueOf(failure.getMessage());
        }
        return "It ended unexpectedly (" + failure.getClass().getSimpleName()
                + "); run it again with JAVA_TOOL_OPTIONS=-Dguichet.log.level=DEBUG to see why.";
    }
}
