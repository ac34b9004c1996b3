package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The line at the foot: whether the backend is heard. It is always there, so nothing moves when the line drops. */
final class StatusLine extends HBox {
    private final ShellModel model;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final Label connection = new Label();
    private final Label said = new Label();

    /** @param sentence says in one sentence why there is no answer, where waiting does not help */
    StatusLine(
            ShellModel model,
            StatusMessage message,
            Texts texts,
            Function<ClientException, String> sentence,
            Runnable shortcuts) {
        this.model = model;
        this.texts = texts;
        this.sentence = sentence;
        getStyleClass().addAll("status-line", "banner");
        connection.setId("connection");
        connection.getStyleClass().add("small");
        said.setId("said");
        said.getStyleClass().addAll("small", "said");
        said.setGraphic(Icons.of(Feather.INFO));
        said.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button help = new Button();
        help.setId("shortcuts-open");
        help.textProperty().bind(texts.bind("status.shortcuts"));
        help.getStyleClass().addAll("quiet", "status-help");
        help.setOnAction(event -> shortcuts.run());
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(connection, said, gap, help);
        message.sentence().subscribe(this::say);
        model.connected().subscribe(this::show);
        model.me().subscribe(this::show);
        model.failure().subscribe(this::show);
        texts.language().subscribe(this::show);
        show();
    }

    private void say(StatusMessage.@Nullable Sentence now) {
        said.setVisible(now != null);
        said.setManaged(now != null);
        said.setText(now == null ? "" : texts.get(now.key(), now.arguments().toArray()));
    }

    private void show() {
        ClientException failure = model.failure().get();
        boolean heard = model.connected().get() && failure == null;
        boolean known = model.me().get() != null;
        getStyleClass().remove("warn");
        if (!heard) {
            getStyleClass().add("warn");
            connection.setText(
                    failure == null || failure.passes() ? texts.get("status.lost") : sentence.apply(failure));
            connection.setGraphic(Icons.of(Feather.CLOUD_OFF, "warn"));
        } else if (known) {
            connection.setText(texts.get("status.connected"));
            connection.setGraphic(Icons.of(Feather.CLOUD, "quiet"));
        } else {
            connection.setText(texts.get("status.connecting"));
            connection.setGraphic(Icons.of(Feather.CLOUD, "quiet"));
        }
    }
}
