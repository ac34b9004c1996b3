package eu.guichet.desktop.settings;

import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.TextSize;
import java.net.URI;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The settings in use. Whoever shows one binds to it. For the FX thread only. */
public final class Settings {
    private final ObjectProperty<Language> language;
    private final ObjectProperty<Appearance> appearance;
    private final ObjectProperty<TextSize> textSize;
    private final ObjectProperty<@Nullable WindowPlace> window;
    private final StringProperty printer;
    private final SettingsJson own;
    private final MachineSettings machine;

    Settings(SettingsJson json, MachineSettings machine) {
        own = json;
        this.machine = machine;
        language = property(machine.language(), json.language());
        appearance = property(machine.appearance(), json.appearance());
        textSize = property(machine.textSize(), json.textSize());
        window = new SimpleObjectProperty<>(json.window());
        printer = new SimpleStringProperty(json.printer());
    }

    public static Settings defaults() {
        return defaults(MachineSettings.NONE);
    }

    /** Of somebody who has chosen nothing yet, on a machine where an administrator has. */
    public static Settings defaults(MachineSettings machine) {
        return new Settings(SettingsJson.DEFAULTS, machine);
    }

    /** What nobody can choose on this machine. */
    public MachineSettings machine() {
        return machine;
    }

    private static <T> ObjectProperty<T> property(@Nullable T fixed, T chosen) {
        return fixed == null ? new SimpleObjectProperty<>(chosen) : new Fixed<>(fixed);
    }

    public ObjectProperty<Language> language() {
        return language;
    }

    public ObjectProperty<Appearance> appearance() {
        return appearance;
    }

    public ObjectProperty<TextSize> textSize() {
        return textSize;
    }

    /** Null before the first window was closed. */
    public ObjectProperty<@Nullable WindowPlace> window() {
        return window;
    }

    /** Name of the printer used last at this desk; empty before the first. */
    public StringProperty printer() {
        return printer;
    }

    /** The institution's backend; null: one of our own in this process, for training. */
    public @Nullable URI backend() {
        URI fixed = machine.backend();
        return fixed == null ? own.backend() : fixed;
    }

    /** Calls back after every change. */
    public Subscription onChange(Runnable change) {
        return Subscription.combine(
                language.subscribe(change),
                appearance.subscribe(change),
                textSize.subscribe(change),
                window.subscribe(change),
                printer.subscribe(change));
    }

    SettingsJson json() {
        // what the machine fixes is not this person's: where it is fixed no longer, the own choice holds again
        return new SettingsJson(
                machine.fixes(MachineKey.LANGUAGE) ? own.language() : language.get(),
                machine.fixes(MachineKey.APPEARANCE) ? own.appearance() : appearance.get(),
                machine.fixes(MachineKey.TEXT_SIZE) ? own.textSize() : textSize.get(),
                window.get(),
                printer.get(),
                own.backend());
    }

    /** Keeps what an administrator has fixed, whoever sets it. */
    private static final class Fixed<T> extends SimpleObjectProperty<T> {
        private Fixed(T value) {
            super(value);
        }

        @Override
        public void set(T value) {
            // stays as it is
        }
    }
}
