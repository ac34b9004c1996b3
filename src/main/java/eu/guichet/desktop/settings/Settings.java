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
    private final @Nullable URI backend;

    Settings(SettingsJson json) {
        language = new SimpleObjectProperty<>(json.language());
        appearance = new SimpleObjectProperty<>(json.appearance());
        textSize = new SimpleObjectProperty<>(json.textSize());
        window = new SimpleObjectProperty<>(json.window());
        printer = new SimpleStringProperty(json.printer());
        backend = json.backend();
    }

    public static Settings defaults() {
        return new Settings(SettingsJson.DEFAULTS);
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
        return backend;
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
        return new SettingsJson(language.get(), appearance.get(), textSize.get(), window.get(), printer.get(), backend);
    }
}
