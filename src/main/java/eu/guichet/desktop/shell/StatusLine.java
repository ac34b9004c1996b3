package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Dates;
import eu.guichet.text.Keys;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * The line at the foot: how the window stands with the backend and what to do about it, and what was just said. It is always
 * there, so nothing moves when the line drops.
 */
final class StatusLine extends HBox {
    private final ShellModel model;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final Session session;
    private final ObservableValue<Instant> now;
    private final ZoneId zone;
    private final Label connection = new Label();
    private final Label said = new Label();
    private final Button way = new Button();
    private @Nullable Link drawn;

    /**
     * @param sentence says in one sentence why there is no answer, where waiting does not help
     * @param now by the second
     * @param zone in which moments are shown
     */
    StatusLine(
            ShellModel model,
            StatusMessage message,
            Texts texts,
            Function<ClientException, String> sentence,
            Session session,
            ObservableValue<Instant> now,
            ZoneId zone,
            Runnable shortcuts) {
        this.zone = zone;
        this.model = model;
        this.texts = texts;
        this.sentence = sentence;
        this.session = session;
        this.now = now;
        getStyleClass().addAll("status-line", "banner");
        connection.setId("connection");
        connection.getStyleClass().add("small");
        way.setId("status-way");
        way.getStyleClass().addAll("status-help");
        way.managedProperty().bind(way.visibleProperty());
        way.setMinWidth(USE_PREF_SIZE);
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
        help.setMinWidth(USE_PREF_SIZE);
        help.setOnAction(event -> shortcuts.run());
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(connection, way, said, gap, help);
        message.sentence().subscribe(this::say);
        model.link().subscribe(this::show);
        texts.language().subscribe(() -> {
            drawn = null;
            show();
        });
        now.subscribe(this::count);
        show();
    }

    private void say(StatusMessage.@Nullable Sentence sentenceNow) {
        said.setVisible(sentenceNow != null);
        said.setManaged(sentenceNow != null);
        said.setText(
                sentenceNow == null
                        ? ""
                        : texts.get(sentenceNow.key(), sentenceNow.arguments().toArray()));
    }

    /** The seconds move on; the button stays the one that has the focus. */
    private void count() {
        Link link = model.link().get();
        if (link instanceof Link.Away) {
            connection.setText(words(link));
        }
    }

    private void show() {
        Link link = model.link().get();
        connection.setText(words(link));
        if (drawn != null && drawn.getClass().equals(link.getClass())) {
            return;
        }
        drawn = link;
        boolean good = link instanceof Link.Connected || link instanceof Link.Connecting || link instanceof Link.Slow;
        getStyleClass().remove("warn");
        if (!good) {
            getStyleClass().add("warn");
        }
        Feather icon = link instanceof Link.Slow ? Feather.CLOCK : good ? Feather.CLOUD : Feather.CLOUD_OFF;
        connection.setGraphic(Icons.of(icon, good ? "quiet" : "warn"));
        switch (link) {
            case Link.Connecting _, Link.Connected _, Link.Slow _ -> way.setVisible(false);
            case Link.Unheard _, Link.Away _, Link.Failed _ -> offer("again", model::read);
            case Link.SignedOut _, Link.NoDesk _ -> {
                if (session.renewable()) {
                    offer("sign-in", session::renew);
                } else {
                    offer("leave", session::leave);
                }
            }
        }
    }

    private void offer(String name, Runnable act) {
        way.setText(texts.get("status.way." + name));
        way.setOnAction(event -> act.run());
        way.setVisible(true);
    }

    private String words(Link link) {
        return switch (link) {
            case Link.Connecting _ -> texts.get("status.connecting");
            case Link.Connected _ -> texts.get("status.connected");
            case Link.Unheard _ -> texts.get("status.unheard");
            case Link.Slow(long seconds) -> texts.get("status.slow", "seconds", seconds);
            case Link.Away(Instant since, Instant nextTry) ->
                texts.get("status.away", "time", time(since), "seconds", seconds(nextTry));
            case Link.SignedOut _ -> texts.get(session.renewable() ? "status.signed-out" : "status.signed-out.restart");
            case Link.NoDesk noDesk ->
                texts.get("status.no-desk", "role", texts.get("role." + Keys.kebab(noDesk.role())));
            case Link.Failed(ClientException why) -> sentence.apply(why);
        };
    }

    private String time(Instant moment) {
        return Dates.in(texts.locale()).time(moment.atZone(zone).toLocalTime());
    }

    private long seconds(Instant nextTry) {
        return Math.max(0, Duration.between(now.getValue(), nextTry).toSeconds());
    }
}
