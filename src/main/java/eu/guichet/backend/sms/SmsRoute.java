package eu.guichet.backend.sms;

import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One gateway. What it has acknowledged of a message it never gets again. */
interface SmsRoute extends AutoCloseable {
    /** Its place in the settings. */
    String name();

    /** After how long the next route takes over. */
    Duration limit();

    void start();

    /**
     * Connects, signs in, and hangs up; not while it is started.
     *
     * @return why that failed; null where it went well, or where nothing can be asked without sending something
     */
    @Nullable
    String tryOut();

    /**
     * Returns when the gateway has acknowledged every part; gives up by itself after a while.
     *
     * @throws NotCarriedException when it did not
     */
    void submit(Parcel parcel, SmsText text) throws NotCarriedException;

    @Override
    void close();
}
