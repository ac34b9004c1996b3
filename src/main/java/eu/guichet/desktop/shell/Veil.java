package eu.guichet.desktop.shell;

import eu.guichet.contract.Me;
import eu.guichet.contract.Office;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Dates;
import java.time.Instant;
import java.time.ZoneId;
import javafx.geometry.Pos;
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

    Veil(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
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
        failed.textProperty().bind(texts.bind("veil.failed"));
        getChildren().addAll(Icons.of(Feather.EYE_OFF, "large", "quiet"), title, line, failed);
        refused(false);
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
        setAccessibleText(texts.get("veil.title") + ". " + line.getText());
        refused(false);
    }

    void refused(boolean shown) {
        failed.setVisible(shown);
        failed.setManaged(shown);
    }
}
