package eu.guichet.desktop.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small pictures beside words. They never stand alone for a meaning, so a screen reader skips them. */
public final class Icons {
    private static final List<Integer> PROGRAM_SIZES = List.of(16, 32, 48, 64, 128, 256);

    private Icons() {}

    /** The program's own, in every size: the system takes the one that fits title bar, task bar or switcher. */
    public static List<Image> ofProgram() {
        return PROGRAM_SIZES.stream()
                .map(size -> "icons/guichet-" + size + ".png")
                .map(name -> Objects.requireNonNull(Icons.class.getResource(name), name))
                .map(place -> new Image(place.toExternalForm()))
                .toList();
    }

    /** The colour and size come from the stylesheet: {@code .icon} and the classes given. */
    public static FontIcon of(Feather feather, String... styleClasses) {
        FontIcon icon = new FontIcon(feather);
        icon.getStyleClass().add("icon");
        icon.getStyleClass().addAll(styleClasses);
        icon.setAccessibleRole(AccessibleRole.NODE);
        icon.setFocusTraversable(false);
        return icon;
    }
}
