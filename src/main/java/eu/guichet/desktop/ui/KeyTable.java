package eu.guichet.desktop.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys of the window or of a screen in one table: what a key does and what the overview tells of it cannot differ. */
public final class KeyTable {
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
    public record Command(String name, Runnable act) {}

    /** A key that always works while its window or screen is shown. */
    public KeyTable key(String name, Predicate<KeyEvent> matches, Runnable act) {
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

    /** As the other, for a key of which it matters how it was pressed. */
    public KeyTable key(String name, Predicate<KeyEvent> matches, Consumer<KeyEvent> act) {
        return key(name, () -> true, matches, event -> {
            act.accept(event);
            return true;
        });
    }

    /** A key that works while it is offered, and can then be had by its name too. */
    public KeyTable key(String name, BooleanSupplier offered, Predicate<KeyEvent> matches, Runnable act) {
        entries.add(new Entry(
                name,
                offered,
                event -> matches.test(event) && offered.getAsBoolean(),
                event -> {
                    act.run();
                    return true;
                },
                act));
        return this;
    }

    /**
     * @param offered whether the overview tells of it now
     * @param act whether it has used the event
     */
    public KeyTable key(String name, BooleanSupplier offered, Predicate<KeyEvent> matches, Predicate<KeyEvent> act) {
        entries.add(new Entry(name, offered, matches, act, null));
        return this;
    }

    /** A key that a screen or a control sees to; here it only has its place in the overview. */
    public KeyTable told(String name) {
        entries.add(new Entry(name, () -> true, event -> false, event -> false, null));
        return this;
    }

    /** Whether a key of the table has used the event. */
    public boolean pressed(KeyEvent event) {
        return entries.stream()
                .filter(entry -> entry.matches().test(event))
                .findFirst()
                .map(entry -> entry.act().test(event))
                .orElse(false);
    }

    /** What the overview tells, in its order. */
    public List<String> names() {
        return entries.stream()
                .filter(entry -> entry.offered().getAsBoolean())
                .map(Entry::name)
                .toList();
    }

    /** Those that need nothing but their name. */
    public List<Command> commands() {
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
