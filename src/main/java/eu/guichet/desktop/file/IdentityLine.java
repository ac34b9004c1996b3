package eu.guichet.desktop.file;

import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Whether the person is identified, how, and for how long that still counts. */
final class IdentityLine extends HBox {
    private static final PseudoClass KNOWN = PseudoClass.getPseudoClass("known");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");

    private final Texts texts;
    private final DateTimes moments;
    private final Countdown countdown;
    private final Label sentence = new Label();
    private final Button verify = new Button();
    private @Nullable PensionerFile file;

    IdentityLine(Texts texts, DateTimes moments, Countdown countdown, Runnable identify) {
        this.texts = texts;
        this.moments = moments;
        this.countdown = countdown;
        getStyleClass().add("identity");
        setAlignment(Pos.CENTER_LEFT);
        sentence.setId("identity");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        verify.setId("identify");
        verify.setText(texts.get("identity.verify"));
        verify.setMinWidth(USE_PREF_SIZE);
        verify.setOnAction(event -> identify.run());
        getChildren().addAll(sentence, verify);
    }

    void show(PensionerFile shown, Instant now) {
        file = shown;
        tick(now);
    }

    void tick(Instant now) {
        if (file == null) {
            return;
        }
        Verification verification = file.verification();
        VerificationLock lock = file.verificationLock();
        boolean known = verification != null && verification.validUntil().isAfter(now);
        boolean locked = !known && lock != null && lock.until().isAfter(now);
        pseudoClassStateChanged(KNOWN, known);
        pseudoClassStateChanged(LOCKED, locked);
        verify.setVisible(!known && !locked);
        verify.setManaged(!known && !locked);
        if (known && verification != null) {
            sentence.setText(texts.get(
                    "identity.known",
                    "how",
                    texts.get("identity.by." + verification.method().name()),
                    "at",
                    moments.time(verification.at()),
                    "left",
                    countdown.left(verification.validUntil(), now)));
            icon(Feather.CHECK_CIRCLE);
        } else if (locked && lock != null) {
            sentence.setText(texts.get("identity.locked", "when", countdown.in(lock.until(), now)));
            icon(Feather.LOCK);
        } else {
            sentence.setText(texts.get("identity.unknown"));
            icon(Feather.SHIELD);
        }
    }

    private void icon(Feather wanted) {
        if (!wanted.equals(sentence.getUserData())) {
            sentence.setUserData(wanted);
            sentence.setGraphic(Icons.of(wanted));
        }
    }
}
