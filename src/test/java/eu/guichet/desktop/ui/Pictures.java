package eu.guichet.desktop.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javax.imageio.ImageIO;

/** Pictures of screens, of any size, for people to look at. */
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {}

    /** Renders the content in a scene on no stage; to be called on the FX thread. The file is {@code target/pictures/NAME.png}. */
    public static Path take(Parent content, double width, double height, Theme theme, String name) {
        Scene scene = new Scene(content, width, height);
        theme.dress(scene);
        content.applyCss();
        content.layout();
        Path file = take(scene, name);
        theme.undress(scene);
        scene.setRoot(new Pane());
        return file;
    }

    /** Renders a scene as it stands, in which no field's prompt may be cut off; to be called on the FX thread. */
    public static Path take(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        assertThat(Prompts.cutOff(scene.getRoot())).as(name).isEmpty();
        try {
            Files.createDirectories(FOLDER);
            Path file = FOLDER.resolve(name + ".png");
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
