package eu.guichet.desktop.shell;

import eu.guichet.desktop.ui.Tasks;
import java.time.Duration;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The one sentence at the foot that says why a key did nothing, or what was done by itself. It goes after a while. */
final class StatusMessage {
    private static final Duration SHOWN = Duration.ofSeconds(10);

    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable Sentence> sentence = new ReadOnlyObjectWrapper<>();
    private Tasks.Cancellation end = () -> {};

    /** @param arguments names and values in turn */
    record Sentence(String key, List<Object> arguments) {}

    StatusMessage(Tasks tasks) {
        this.tasks = tasks;
    }

    /** @param key of the shell's bundle, without {@code said.} */
    void say(String key, Object... namesAndValues) {
        end.cancel();
        // null first, so that the same sentence said again is heard again
        sentence.set(null);
        sentence.set(new Sentence("said." + key, List.of(namesAndValues)));
        end = tasks.after(SHOWN, this::clear);
    }

    void clear() {
        end.cancel();
        sentence.set(null);
    }

    ReadOnlyObjectProperty<@Nullable Sentence> sentence() {
        return sentence.getReadOnlyProperty();
    }
}
