package eu.guichet.desktop.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes pictures of scenes, numbered in the order taken. */
final class Camera {
    private final Path folder;
    private final List<Path> taken = new ArrayList<>();

    Camera(Path folder) {
        this.folder = folder;
    }

    Path take(Scene scene, String name) {
        BufferedImage picture = Hands.onScreen(() -> opaque(snapshot(scene)));
        Path file = folder.resolve("%02d-%s.png".formatted(taken.size() + 1, name));
        try {
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new TourException("the picture cannot be written: " + file, e);
        }
        taken.add(file);
        return file;
    }

    /** Nothing shines through a window, and a picture that need not say so is written in half the time. */
    private static BufferedImage opaque(WritableImage taken) {
        BufferedImage picture =
                new BufferedImage((int) taken.getWidth(), (int) taken.getHeight(), BufferedImage.TYPE_INT_RGB);
        return SwingFXUtils.fromFXImage(taken, picture);
    }

    /**
     * A scene on no stage draws whole only the first time; afterwards what was exchanged within it may be missing. So each
     * picture is taken of a scene made for it.
     */
    private static WritableImage snapshot(Scene scene) {
        Parent content = scene.getRoot();
        scene.setRoot(new Group());
        // first the colours, then what is drawn with them: without a sheet no colour has a name
        Scene fresh = new Scene(new Group(), scene.getWidth(), scene.getHeight(), scene.getFill());
        fresh.setUserAgentStylesheet(scene.getUserAgentStylesheet());
        fresh.getStylesheets().setAll(scene.getStylesheets());
        fresh.setRoot(content);
        content.applyCss();
        content.layout();
        WritableImage picture = fresh.snapshot(null);
        fresh.setRoot(new Group());
        scene.setRoot(content);
        return picture;
    }

    int count() {
        return taken.size();
    }
}
