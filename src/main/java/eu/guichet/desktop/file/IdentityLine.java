package eu.guichet.desktop.file;

import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.desktop.flow.Countdown;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Duration;
import java.time.Instant;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Whether the person is identified in this contact; how long it still counts is said only when little is left. */
final class IdentityLine extends HBox {
    private static final PseudoClass KNOWN = PseudoClass.getPseudoClass("known");
    private static final PseudoClass LOCKED = PseudoClass.getPseudoClass("locked");
    private static final Duration LITTLE = Duration.ofMinutes(5);

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
        setAlignment(Pos.BASELINE_LEFT);
        sentence.setId("identity");
        verify.setId("identify");
        verify.setText(texts.get("identity.verify"));
        verify.getStyleClass().add("link");
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
            boolean little = verification.validUntil().isBefore(now.plus(LITTLE));
            sentence.setText(
                    little
                            ? texts.get("identity.known.little", "left", countdown.left(verification.validUntil(), now))
                            : texts.get("identity.known"));
            sentence.setAccessibleText(texts.get(
                    "identity.known.spoken",
                    "how",
                    texts.get("identity.by." + verification.method().name()),
                    "at",
                    moments.time(verification.at()),
                    "left",
                    countdown.left(verification.validUntil(), now)));
            icon(Feather.CHECK_CIRCLE);
        } else if (locked && lock != null) {
            say(texts.get("identity.locked", "when", countdown.in(lock.until(), now)), Feather.LOCK);
        } else {
            say(texts.get("identity.unknown"), Feather.SHIELD);
        }
    }

    private void say(String words, Feather icon) {
        sentence.setText(words);
        sentence.setAccessibleText(words);
        icon(icon);
    }

    private void icon(Feather wanted) {
        if (!wanted.equals(sentence.getUserData())) {
            sentence.setUserData(wanted);
            sentence.setGraphic(Icons.of(wanted));
        }
    }
}
