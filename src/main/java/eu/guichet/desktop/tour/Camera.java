package eu.guichet.desktop.tour;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Takes pictures of scenes, numbered in the order taken. */
final class Camera {
    private final Path folder;
    private final List<Path> taken = new ArrayList<>();

    Camera(Path folder) {
        this.folder = folder;
    }

    Path take(Scene scene, String name) {
        BufferedImage picture = Hands.onScreen(() -> SwingFXUtils.fromFXImage(scene.snapshot(null), null));
        Path file = folder.resolve("%02d-%s.png".formatted(taken.size() + 1, name));
        try {
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new TourException("the picture cannot be written: " + file, e);
        }
        taken.add(file);
        return file;
    }

    int count() {
        return taken.size();
    }
}
