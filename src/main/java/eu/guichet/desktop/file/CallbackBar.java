package eu.guichet.desktop.file;

import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.KeptFocus;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The calls that the person is owed, each with its note: before what is said to her, because she may ask for it. */
final class CallbackBar extends VBox {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    /** More of them would leave no room for the file. */
    private static final int SHOWN = 3;

    private final Texts texts;
    private final DateTimes moments;
    private final Consumer<Callback> settle;
    private List<Line> shown = List.of();

    CallbackBar(Texts texts, DateTimes moments, Consumer<Callback> settle) {
        this.texts = texts;
        this.moments = moments;
        this.settle = settle;
        setId("callbacks");
        getStyleClass().add("callbacks");
    }

    /** What is drawn of one: drawn anew when it changes, or when its time has come. */
    private record Line(Callback callback, String sentence, boolean late) {}

    void show(List<Callback> owed, Instant now) {
        setVisible(!owed.isEmpty());
        setManaged(!owed.isEmpty());
        List<Line> lines = owed.stream().map(callback -> line(callback, now)).toList();
        if (!lines.equals(shown)) {
            shown = lines;
            List<Node> rows = Stream.concat(
                            lines.stream().limit(SHOWN).map(this::row),
                            lines.size() <= SHOWN ? Stream.empty() : Stream.of(more(lines.size() - SHOWN)))
                    .toList();
            KeptFocus.redrawing(this, () -> getChildren().setAll(rows));
        }
    }

    private Line line(Callback callback, Instant now) {
        boolean late = callback.overdue(now);
        String who = callback.by() == CallbackBy.OFFICE ? "office" : callback.mine() ? "mine" : "colleague";
        String when = moments.at(callback.at(), now);
        String sentence = who.equals("mine")
                ? texts.get("callback.mine", "when", when)
                : texts.get("callback." + who, "when", when, "by", callback.promisedBy());
        return new Line(callback, late ? texts.get("callback.late", "sentence", sentence) : sentence, late);
    }

    private Node row(Line line) {
        Callback callback = line.callback();
        Label sentence = FlowCard.sentence(
                callback.note().isEmpty()
                        ? line.sentence()
                        : line.sentence() + "  " + texts.get("callback.note", "note", callback.note()));
        sentence.setId("callback-" + callback.id());
        sentence.setGraphic(Icons.of(line.late() ? Feather.ALERT_CIRCLE : Feather.PHONE_OUTGOING));
        sentence.getStyleClass().addAll("callback-sentence", "ring");
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setFocusTraversable(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button button = FlowCard.button(
                "callback-settle-" + callback.id(), texts.get("callback.settle"), () -> settle.accept(callback));
        button.setAccessibleText(texts.get("callback.settle") + " " + line.sentence());
        HBox row = new HBox(sentence, button);
        row.getStyleClass().add("callback-row");
        // whoever promised it must not overlook it; to a colleague it is news
        row.pseudoClassStateChanged(LATE, line.late() && (callback.mine() || callback.by() == CallbackBy.OFFICE));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node more(int others) {
        Label label = FlowCard.sentence(texts.get("callback.more", "count", others));
        label.getStyleClass().addAll("callback-row", "soft");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }
}
