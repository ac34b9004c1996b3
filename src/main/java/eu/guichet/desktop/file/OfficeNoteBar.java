package eu.guichet.desktop.file;

import eu.guichet.contract.OfficeNote;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What offices have left for each other about the person, as long as it waits. */
final class OfficeNoteBar extends VBox {
    private final Texts texts;
    private final DateTimes moments;
    private final Consumer<OfficeNote> seeTo;
    private List<OfficeNote> shown = List.of();

    OfficeNoteBar(Texts texts, DateTimes moments, Consumer<OfficeNote> seeTo) {
        this.texts = texts;
        this.moments = moments;
        this.seeTo = seeTo;
        setId("office-notes");
        getStyleClass().add("callbacks");
        show(List.of(), Instant.EPOCH);
    }

    void show(List<OfficeNote> waiting, Instant now) {
        setVisible(!waiting.isEmpty());
        setManaged(!waiting.isEmpty());
        if (!waiting.equals(shown)) {
            shown = waiting;
            getChildren().setAll(waiting.stream().map(note -> row(note, now)).toList());
        }
    }

    private Node row(OfficeNote note, Instant now) {
        String left = texts.get(
                "office-note.left",
                "by",
                note.by(),
                "from",
                texts.get("office." + note.from()),
                "to",
                texts.get("office." + note.to()),
                "when",
                moments.at(note.writtenAt(), now));
        String taken = note.takenBy() == null ? "" : " " + texts.get("office-note.taken", "by", note.takenBy());
        Label sentence = FlowCard.sentence(left + taken + "  " + texts.get("callback.note", "note", note.note()));
        sentence.setId("office-note-" + note.id());
        sentence.setGraphic(Icons.of(Feather.CORNER_UP_RIGHT));
        sentence.getStyleClass().addAll("callback-sentence", "ring");
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setFocusTraversable(true);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox row = new HBox(sentence);
        if (note.forCaller() || note.mine()) {
            Button button = FlowCard.button(
                    "office-note-see-" + note.id(), texts.get("office-note.see-to"), () -> seeTo.accept(note));
            button.setAccessibleText(texts.get("office-note.see-to") + " " + left);
            row.getChildren().add(button);
        }
        row.getStyleClass().add("callback-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
