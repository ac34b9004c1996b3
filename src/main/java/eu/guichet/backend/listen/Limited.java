package eu.guichet.backend.listen;

import io.helidon.common.concurrency.limits.FixedLimit;
import io.helidon.webserver.spi.ServerConnection;
import java.util.concurrent.Semaphore;

/** A connection that is handled under a limit; Helidon's older way to say it has to be there still. */
interface Limited extends ServerConnection {
    @Override
    @SuppressWarnings("removal") // it is abstract still
    default void handle(Semaphore requests) throws InterruptedException {
        handle(FixedLimit.create(requests));
    }
}
