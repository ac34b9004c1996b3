package eu.guichet.desktop.ui;

import java.util.Locale;

/** The four sizes in which all text can be read. */
public enum TextSize {
    NORMAL(14),
    LARGE(16),
    LARGER(18.5),
    LARGEST(21);

    private final double pixels;

    TextSize(double pixels) {
        this.pixels = pixels;
    }

    /** Size of body text in device-independent pixels; all other sizes are multiples of it. */
    public double pixels() {
        return pixels;
    }

    String styleClass() {
        return "text-" + name().toLowerCase(Locale.ROOT);
    }
}
