package eu.guichet.desktop.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * The look of every window: AtlantaFX below, our stylesheet over it, light or dark, and the size of text. Every scene is
 * dressed once and follows from then on. For the FX thread only.
 */
public final class Theme {
    private static final List<String> FONTS =
            List.of("InterGuichet-Regular.ttf", "InterGuichet-SemiBold.ttf", "InterGuichet-Bold.ttf");
    private static final String STYLESHEET = resource("guichet.css").toExternalForm();
    private static final String DARK = "dark";
    private static boolean fontsLoaded;

    private final ObjectProperty<Appearance> appearance = new SimpleObjectProperty<>(Appearance.SYSTEM);
    private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);
    private final List<Scene> dressed = new ArrayList<>();

    /** Needs the toolkit to run. */
    public Theme() {
        loadFonts();
        appearance.subscribe(this::dressAll);
        textSize.subscribe(this::dressAll);
        Platform.getPreferences().colorSchemeProperty().subscribe(this::dressAll);
    }

    public ObjectProperty<Appearance> appearance() {
        return appearance;
    }

    public ObjectProperty<TextSize> textSize() {
        return textSize;
    }

    public boolean isDark() {
        return switch (appearance.get()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    /** Whether the system asks for as little motion as can be. */
    public static boolean still() {
        return Platform.getPreferences().isReducedMotion();
    }

    /** Gives the scene our look, now and whenever it changes, until {@link #undress}. */
    public void dress(Scene scene) {
        scene.getStylesheets().add(STYLESHEET);
        dressed.add(scene);
        scene.rootProperty().subscribe(root -> follow(scene));
        dressAll();
    }

    /** To be called when the scene is shown no more. */
    public void undress(Scene scene) {
        dressed.remove(scene);
    }

    private void dressAll() {
        String base = isDark() ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet();
        if (!base.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(base);
        }
        dressed.forEach(this::follow);
    }

    private void follow(Scene scene) {
        ObservableList<String> classes = scene.getRoot().getStyleClass();
        for (TextSize size : TextSize.values()) {
            set(classes, size.styleClass(), size == textSize.get());
        }
        set(classes, DARK, isDark());
    }

    private static void set(ObservableList<String> classes, String name, boolean present) {
        if (!present) {
            classes.remove(name);
        } else if (!classes.contains(name)) {
            classes.add(name);
        }
    }

    private static void loadFonts() {
        if (fontsLoaded) {
            return;
        }
        for (String name : FONTS) {
            try (InputStream font = resource("fonts/" + name).openStream()) {
                if (Font.loadFont(font, 14) == null) {
                    throw new IllegalStateException("the bundled font " + name + " cannot be read");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        fontsLoaded = true;
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(name), name);
    }
}
