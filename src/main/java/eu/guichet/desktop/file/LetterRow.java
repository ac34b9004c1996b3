package eu.guichet.desktop.file;

import eu.guichet.contract.Letter;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.StatusChip;
import eu.guichet.desktop.flow.StatusIcons;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One registered letter: public reference, state, what that means now, the item's number and until when it serves. */
final class LetterRow implements Rows.Row<Letter> {
    private final Texts texts;
    private final DateTimes moments;
    private final Supplier<Instant> now;
    private final VBox node = new VBox();
    private final Label reference = new Label();
    private final StatusChip state = new StatusChip();
    private final Label note = new Label();
    private final FlowPane facts = new FlowPane();
    private @Nullable Letter letter;

    private final Button printing = new Button();
    private final HBox printRow = new HBox(printing);

    /** @param busy while an act is under way no other can be started */
    LetterRow(
            Texts texts,
            DateTimes moments,
            Supplier<Instant> now,
            Consumer<Letter> print,
            ObservableBooleanValue busy) {
        this.texts = texts;
        this.moments = moments;
        this.now = now;
        reference.getStyleClass().add("letter-reference");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(reference, gap, state);
        head.getStyleClass().add("letter-head");
        head.setAlignment(Pos.CENTER_LEFT);
        note.setWrapText(true);
        note.setMinHeight(Label.USE_PREF_SIZE);
        note.getStyleClass().add("letter-note");
        facts.getStyleClass().add("letter-facts");
        printing.setText(texts.get("letter.print"));
        printing.setGraphic(Icons.of(Feather.PRINTER));
        printing.setOnAction(event -> {
            if (letter != null) {
                print.accept(letter);
            }
        });
        printing.disableProperty().bind(busy);
        node.getChildren().setAll(head, note, facts, printRow);
        node.getStyleClass().add("letter-row");
        node.setAccessibleRole(AccessibleRole.TEXT);
        node.setFocusTraversable(true);
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void show(Letter letter) {
        this.letter = letter;
        printing.setId("letter-print-" + letter.id());
        printing.setAccessibleText(texts.get("letter.print.spoken", "reference", letter.reference()));
        printRow.setVisible(letter.printable());
        printRow.setManaged(letter.printable());
        reference.setText(letter.reference());
        state.show(
                texts.get("letter." + letter.state().name()),
                StatusIcons.icon(letter.state()),
                StatusIcons.tone(letter.state()));
        note.setText(letter.note());
        List<String> lines = new ArrayList<>();
        lines.add(texts.get("letter.generated", "day", moments.day(letter.generatedAt(), now.get())));
        if (letter.postedOn() != null) {
            lines.add(texts.get("letter.posted", "day", moments.day(letter.postedOn(), now.get())));
        }
        if (letter.receivedOn() != null) {
            lines.add(texts.get("letter.received", "day", moments.day(letter.receivedOn(), now.get())));
        }
        if (letter.itemNumber() != null) {
            lines.add(texts.get("letter.item", "item", spaced(letter.itemNumber())));
        }
        if (letter.usableUntil() != null) {
            lines.add(texts.get("letter.usable-until", "day", moments.day(letter.usableUntil(), now.get())));
            lines.add(texts.get("letter.tries-left", "tries", letter.triesLeft()));
        }
        facts.getChildren().setAll(lines.stream().map(LetterRow::factLabel).toList());
        node.setAccessibleText(texts.get(
                        "letter.spoken",
                        "reference",
                        letter.reference(),
                        "state",
                        state.getText(),
                        "note",
                        letter.note())
                + " " + String.join(", ", lines));
    }

    private static Label factLabel(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("letter-fact");
        return label;
    }

    /** {@code RR 473 124 829 BE}, as it stands on the label of the item. */
    private static String spaced(String item) {
        return item.length() == 13
                ? String.join(
                        " ",
                        item.substring(0, 2),
                        item.substring(2, 5),
                        item.substring(5, 8),
                        item.substring(8, 11),
                        item.substring(11))
                : item;
    }
}
