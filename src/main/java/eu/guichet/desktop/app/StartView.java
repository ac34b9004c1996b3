package eu.guichet.desktop.app;

import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;

/** What is seen before there is a backend: that it starts, or why it does not. */
final class StartView extends VBox {
    private static final double WIDTH = 480;

    private final Texts texts;
    private final Label sentence = new Label();
    private final ProgressBar progress = new ProgressBar();
    private final Button again = new Button();

    StartView(Texts texts, Runnable start) {
        this.texts = texts;
        setId("start");
        getStyleClass().add("canvas");
        setAlignment(Pos.CENTER);
        setSpacing(16);
        Label name = new Label("Guichet");
        name.getStyleClass().add("name");
        sentence.setId("start-sentence");
        sentence.getStyleClass().addAll("soft", "wrap", "speech");
        sentence.setMaxWidth(WIDTH);
        sentence.setAlignment(Pos.CENTER);
        sentence.setTextAlignment(TextAlignment.CENTER);
        progress.setPrefWidth(WIDTH / 2);
        progress.accessibleTextProperty().bind(texts.bind("start.running"));
        again.setId("start-again");
        again.textProperty().bind(texts.bind("start.again"));
        again.setGraphic(Icons.of(Feather.ROTATE_CW));
        again.getStyleClass().add("primary");
        again.setOnAction(event -> start.run());
        again.managedProperty().bind(again.visibleProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        getChildren().addAll(name, sentence, progress, again);
        starting();
    }

    void starting() {
        sentence.textProperty().unbind();
        sentence.textProperty().bind(texts.bind("start.running"));
        progress.setVisible(true);
        again.setVisible(false);
    }

    void failed(StartException why) {
        sentence.textProperty().unbind();
        sentence.textProperty().bind(texts.bind(why.key(), why.arguments()));
        progress.setVisible(false);
        again.setVisible(true);
        again.requestFocus();
    }
}
