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
    private final VBox steps = new VBox();

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
        again.setGraphic(Icons.of(Feather.ROTATE_CW));
        again.getStyleClass().add("primary");
        again.setOnAction(event -> start.run());
        again.managedProperty().bind(again.visibleProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        steps.setMaxWidth(WIDTH);
        steps.managedProperty().bind(steps.visibleProperty());
        getChildren().addAll(name, sentence, progress, steps, again);
        starting();
    }

    void starting() {
        say("start.running");
        progress.setVisible(true);
        again.setVisible(false);
        again.textProperty().bind(texts.bind("start.again"));
        steps.setVisible(false);
    }

    /** @param cancel gives it up */
    void signingIn(BrowserSignIn.Asked asked, Runnable cancel) {
        say("sign-in.title");
        SignInSteps todo = new SignInSteps(texts, asked, false, cancel);
        steps.getChildren().setAll(todo);
        steps.setVisible(true);
        progress.setVisible(false);
        todo.focus();
    }

    /** That nobody is signed in any more, and that somebody may be. */
    void signedOut() {
        starting();
        say("start.signed-out");
        progress.setVisible(false);
        again.textProperty().bind(texts.bind("start.sign-in"));
        again.setVisible(true);
        again.requestFocus();
    }

    private void say(String key, Object... namesAndValues) {
        sentence.textProperty().unbind();
        sentence.textProperty().bind(texts.bind(key, namesAndValues));
    }

    void failed(StartException why) {
        say(why.key(), why.arguments());
        progress.setVisible(false);
        steps.setVisible(false);
        again.setVisible(true);
        again.requestFocus();
    }
}
