package eu.guichet.desktop.shell;

import eu.guichet.contract.Me;
import eu.guichet.contract.Office;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Dates;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What stands in the window instead of everything else: whose desk it is, since when, and how to go on. */
final class Veil extends VBox {
    private final Texts texts;
    private final ZoneId zone;
    private final Label line = new Label();
    private final Label failed = new Label();
    private final Button way = new Button();
    private final Session session;
    private Unveil.Answer answer = Unveil.Answer.LIFT;

    Veil(Texts texts, ZoneId zone, Session session) {
        this.texts = texts;
        this.zone = zone;
        this.session = session;
        setId("veiled");
        getStyleClass().addAll("canvas", "veiled");
        setAlignment(Pos.CENTER);
        setFocusTraversable(true);
        Label title = new Label();
        title.getStyleClass().add("standing");
        title.textProperty().bind(texts.bind("veil.title"));
        line.setId("veil-line");
        line.getStyleClass().add("soft");
        line.setWrapText(true);
        failed.setId("veil-failed");
        failed.getStyleClass().addAll("danger", "wrap");
        way.setId("veil-way");
        way.setFocusTraversable(false);
        way.setOnAction(event -> goOn());
        getChildren().addAll(Icons.of(Feather.EYE_OFF, "large", "quiet"), title, line, failed, way);
        told(Unveil.Answer.LIFT);
    }

    /** @param way see {@link Unveil#way()} */
    void show(@Nullable Me me, @Nullable Office office, Instant since, String way) {
        String how = texts.get("veil.by." + way);
        line.setText(
                me == null || office == null
                        ? how
                        : texts.get(
                                "veil.line",
                                "office",
                                office.name(),
                                "agent",
                                me.name(),
                                "time",
                                Dates.in(texts.locale()).time(since.atZone(zone).toLocalTime()),
                                "how",
                                how));
        told(Unveil.Answer.LIFT);
        setAccessibleText(texts.get("veil.title") + ". " + line.getText());
    }

    /** Why it was not lifted. */
    void told(Unveil.Answer what) {
        answer = what;
        boolean lifted = what == Unveil.Answer.LIFT;
        failed.setText(lifted ? "" : texts.get("veil." + Keys.kebab(what)));
        failed.setVisible(!lifted);
        failed.setManaged(!lifted);
        way.setText(texts.get("status.way." + (session.renewable() ? "sign-in" : "leave")));
        way.setVisible(isOver());
        way.setManaged(isOver());
        setAccessibleText(texts.get("veil.title") + ". " + failed.getText());
    }

    /** Whether nothing can be shown again: what is left is a new session, or to leave. */
    boolean isOver() {
        return answer == Unveil.Answer.OVER;
    }

    /** By the button or its Enter, where the session is over. */
    void goOn() {
        if (session.renewable()) {
            session.renew();
        } else {
            session.leave();
        }
    }
}
