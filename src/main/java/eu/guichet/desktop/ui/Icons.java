package eu.guichet.desktop.ui;

import javafx.scene.AccessibleRole;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Small pictures beside words. They never stand alone for a meaning, so a screen reader skips them. */
public final class Icons {
    private Icons() {}

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
