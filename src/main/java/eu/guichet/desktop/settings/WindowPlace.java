package eu.guichet.desktop.settings;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Rectangle2D;

/** Where the window was, in device-independent pixels of the whole desktop. */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    /** The smallest window in which nothing is lost. */
    public static final double LEAST_WIDTH = 960;

    public static final double LEAST_HEIGHT = 640;
    private static final double WISHED_WIDTH = 1440;
    private static final double WISHED_HEIGHT = 900;

    /** In the middle of the screen, as large as wished for where it has room. */
    public static WindowPlace in(Rectangle2D screen) {
        double width = Math.min(WISHED_WIDTH, screen.getWidth());
        double height = Math.min(WISHED_HEIGHT, screen.getHeight());
        return new WindowPlace(
                screen.getMinX() + (screen.getWidth() - width) / 2,
                screen.getMinY() + (screen.getHeight() - height) / 2,
                width,
                height,
                false);
    }

    /**
     * This place, moved and cut so that all of it is on the screen it covers most; a screen may have gone since.
     *
     * @param screens what is visible of each screen, the main one first; at least one
     */
    public WindowPlace within(List<Rectangle2D> screens) {
        Rectangle2D screen =
                screens.stream().max(Comparator.comparingDouble(this::covered)).orElseThrow();
        if (covered(screen) == 0) {
            screen = screens.getFirst();
        }
        double w = Math.min(Math.max(width, LEAST_WIDTH), screen.getWidth());
        double h = Math.min(Math.max(height, LEAST_HEIGHT), screen.getHeight());
        return new WindowPlace(
                clamp(x, screen.getMinX(), screen.getMaxX() - w),
                clamp(y, screen.getMinY(), screen.getMaxY() - h),
                w,
                h,
                maximized);
    }

    private double covered(Rectangle2D screen) {
        double w = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        double h = Math.min(y + height, screen.getMaxY()) - Math.max(y, screen.getMinY());
        return w <= 0 || h <= 0 ? 0 : w * h;
    }

    private static double clamp(double value, double least, double most) {
        return Math.min(Math.max(value, least), most);
    }
}
