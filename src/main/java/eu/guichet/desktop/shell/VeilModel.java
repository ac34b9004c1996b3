package eu.guichet.desktop.shell;

import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Whether the window hides what it shows, and since when nobody has touched it, by the machine's own time: a backend's clock that
 * jumps veils no desk. For the FX thread only.
 */
final class VeilModel {
    private final ReadOnlyBooleanWrapper veiled = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Instant> since = new ReadOnlyObjectWrapper<>();
    private Instant touched;

    VeilModel(Instant now) {
        touched = now;
    }

    /** A key, the mouse or a finger. */
    void touched(Instant now) {
        touched = now;
    }

    /** @param patience after which an untouched window is hidden */
    void tick(Instant now, Duration patience) {
        if (now.isBefore(touched)) {
            // the machine's clock was put back
            touched = now;
        }
        if (!veiled.get() && !now.isBefore(touched.plus(patience))) {
            veil(now);
        }
    }

    void veil(Instant now) {
        since.set(now);
        veiled.set(true);
    }

    void lift(Instant now) {
        touched = now;
        veiled.set(false);
        since.set(null);
    }

    ReadOnlyBooleanProperty veiled() {
        return veiled.getReadOnlyProperty();
    }

    /** Null while nothing is hidden. */
    ReadOnlyObjectProperty<@Nullable Instant> since() {
        return since.getReadOnlyProperty();
    }
}
