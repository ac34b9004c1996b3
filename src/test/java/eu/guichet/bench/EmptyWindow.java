package eu.guichet.bench;

import eu.guichet.desktop.app.Painted;
import eu.guichet.desktop.app.ProcessAge;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/** What a JavaFX program takes that does nothing: prints after how many milliseconds its empty window was painted, and leaves. */
final class EmptyWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private EmptyWindow() {}

    public static void main(String[] args) {
        Platform.startup(() -> {
            Scene scene = new Scene(new Pane(), WIDTH, HEIGHT);
            Painted.once(scene, () -> {
                System.out.println("first-paint " + ProcessAge.now().toMillis());
                Platform.exit();
            });
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }
}
