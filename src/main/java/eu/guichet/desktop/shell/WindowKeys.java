package eu.guichet.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the window in one table: what a key does and what the overview tells of it cannot differ. */
final class WindowKeys {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param name the end of the keys {@code shortcuts.NAME} and {@code shortcuts.NAME.key} of the bundle
     * @param act whether it has used the event
     */
    private record Entry(
            String name,
            BooleanSupplier offered,
            Predicate<KeyEvent> matches,
            Predicate<KeyEvent> act,
            @Nullable Runnable command) {}

    /** What can be had by its name as well as by its key. */
    record Command(String name, Runnable act) {}

    /** A key that works anywhere in the window. */
    WindowKeys key(String name, Predicate<KeyEvent> matches, Runnable act) {
        entries.add(new Entry(
                name,
                () -> true,
                matches,
                event -> {
                    act.run();
                    return true;
                },
                act));
        return this;
    }

    /** A key that works anywhere in the window, and of which it matters how it was pressed. */
    WindowKeys key(String name, Predicate<KeyEvent> matches, Consumer<KeyEvent> act) {
        return key(name, () -> true, matches, event -> {
            act.accept(event);
            return true;
        });
    }

    /**
     * @param offered whether the overview tells of it now
     * @param act whether it has used the event
     */
    WindowKeys key(String name, BooleanSupplier offered, Predicate<KeyEvent> matches, Predicate<KeyEvent> act) {
        entries.add(new Entry(name, offered, matches, act, null));
        return this;
    }

    /** A key that a screen or a control sees to; here it only has its place in the overview. */
    WindowKeys told(String name) {
        entries.add(new Entry(name, () -> true, event -> false, event -> false, null));
        return this;
    }

    /** Whether a key of the table has used the event. */
    boolean pressed(KeyEvent event) {
        return entries.stream()
                .filter(entry -> entry.matches().test(event))
                .findFirst()
                .map(entry -> entry.act().test(event))
                .orElse(false);
    }

    /** What the overview tells, in its order. */
    List<String> names() {
        return entries.stream()
                .filter(entry -> entry.offered().getAsBoolean())
                .map(Entry::name)
                .toList();
    }

    /** Those that need nothing but their name. */
    List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (Entry entry : entries) {
            Runnable act = entry.command();
            if (act != null && entry.offered().getAsBoolean()) {
                commands.add(new Command(entry.name(), act));
            }
        }
        return commands;
    }
}
