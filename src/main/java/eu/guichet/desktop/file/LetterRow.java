package eu.guichet.desktop.file;

import eu.guichet.contract.Condition;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PrintJob;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.ItemNumbers;
import eu.guichet.desktop.flow.StatusChip;
import eu.guichet.desktop.flow.StatusIcons;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.WrapRow;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One registered letter: public reference, state, its days, what that means now; one that is over keeps to two lines. */
final class LetterRow implements Rows.Row<Letter> {
    /**
     * What can be done from a letter.
     *
     * @param track opens the carrier's page; runs the other where nothing opened it
     * @param busy while an act is under way no other can be started
     */
    record Doors(
            Consumer<Letter> print,
            Consumer<Letter> discard,
            BiConsumer<URI, Runnable> track,
            ObservableBooleanValue busy) {}

    private final Texts texts;
    private final DateTimes moments;
    private final Supplier<Instant> now;
    private final Label reference = new Label();
    private final StatusChip state = new StatusChip();
    private final Label note = FlowCard.sentence("");
    private final WrapRow facts = new WrapRow(14, 0);
    private final Button print;
    private final Button discard;
    private final WrapRow acts;
    private final Button track;
    private final Label untracked = FlowCard.sentence("");
    private final VBox node;
    private @Nullable Letter letter;
    private boolean newest;

    LetterRow(Texts texts, DateTimes moments, Supplier<Instant> now, Doors doors) {
        this.texts = texts;
        this.moments = moments;
        this.now = now;
        reference.getStyleClass().add("letter-reference");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(reference, gap, state);
        head.getStyleClass().add("letter-head");
        head.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("letter-note");
        facts.getStyleClass().add("letter-facts");
        print = FlowCard.button("", texts.get("letter.print"), () -> {
            if (letter != null) {
                doors.print().accept(letter);
            }
        });
        print.setGraphic(Icons.of(Feather.PRINTER));
        print.disableProperty().bind(doors.busy());
        print.managedProperty().bind(print.visibleProperty());
        discard = FlowCard.button("", texts.get("letter.discard"), () -> {
            if (letter != null) {
                doors.discard().accept(letter);
            }
        });
        discard.getStyleClass().add("quiet");
        discard.disableProperty().bind(doors.busy());
        discard.managedProperty().bind(discard.visibleProperty());
        acts = new WrapRow(8, 0, print, discard);
        acts.managedProperty().bind(acts.visibleProperty());
        track = FlowCard.button("", texts.get("letter.track"), () -> {
            if (letter != null && letter.tracking() != null) {
                URI page = letter.tracking();
                doors.track().accept(page, () -> untracked(page));
            }
        });
        track.getStyleClass().add("link");
        untracked.setManaged(false);
        untracked.setVisible(false);
        node = new VBox(head, note, facts, untracked, acts);
        node.getStyleClass().addAll("letter-row", "ring");
        node.setAccessibleRole(AccessibleRole.TEXT);
    }

    @Override
    public Node node() {
        return node;
    }

    Button print() {
        return print;
    }

    @Override
    public void show(Letter value) {
        letter = value;
        print.setId("letter-print-" + value.id());
        print.setAccessibleText(texts.get("letter.print.spoken", "reference", value.reference()));
        PrintJob job = value.print();
        boolean again = job != null && job.again();
        print.setVisible(value.printable() || again);
        print.setText(texts.get(again ? "letter.print-again" : "letter.print"));
        discard.setId("letter-discard-" + value.id());
        discard.setAccessibleText(texts.get("letter.discard.spoken", "reference", value.reference()));
        discard.setVisible(Boolean.TRUE.equals(value.voidable()));
        acts.setVisible(print.isVisible() || discard.isVisible());
        track.setId("letter-track-" + value.id());
        track.setAccessibleText(texts.get("letter.track.spoken", "reference", value.reference()));
        reference.setText(value.reference());
        draw();
    }

    /** Days have passed, or another letter is the newest now. */
    void draw(boolean isNewest) {
        newest = isNewest;
        draw();
    }

    private void draw() {
        Letter shown = letter;
        if (shown == null) {
            return;
        }
        boolean over = isOver(shown);
        node.getStyleClass().remove("over");
        String word = texts.get("letter." + shown.state());
        if (over) {
            node.getStyleClass().add("over");
            state.showOver(word, StatusIcons.icon(shown.state()));
        } else {
            state.show(word, isLate(shown) ? Condition.OVERDUE : StatusIcons.condition(shown.state()));
        }
        note.setText(shown.note());
        List<String> lines = facts(shown);
        List<Node> words = new ArrayList<>();
        if (!over) {
            lines.forEach(line -> words.add(fact(line)));
            if (shown.tracking() != null) {
                words.add(track);
            }
        }
        facts.getChildren().setAll(words);
        facts.setVisible(!words.isEmpty());
        facts.setManaged(!words.isEmpty());
        node.setAccessibleText(
                texts.get("letter.spoken", "reference", shown.reference(), "state", word, "note", shown.note()) + " "
                        + String.join(", ", lines));
    }

    /** What is over asks for nothing; only what became of the newest letter is news. */
    private boolean isOver(Letter shown) {
        return switch (shown.state()) {
            case SUPERSEDED, VOIDED -> true;
            case RETURNED, EXPIRED, LOCKED -> !newest;
            case GENERATED, PRINTED, POSTED, RECEIVED, REDEEMED -> false;
        };
    }

    private boolean isLate(Letter shown) {
        return shown.goesBackOn() != null && !shown.goesBackOn().isAfter(moments.today(now.get()));
    }

    private List<String> facts(Letter shown) {
        Instant at = now.get();
        LocalDate today = moments.today(at);
        List<String> lines = new ArrayList<>();
        if (shown.print() != null && shown.state() == LetterState.GENERATED) {
            lines.add(shown.print().note());
        }
        lines.add(texts.get("letter.generated", "day", moments.day(shown.generatedAt(), at)));
        if (shown.printedAt() != null) {
            lines.add(texts.get("letter.printed", "day", moments.day(shown.printedAt(), at)));
        }
        if (shown.postedOn() != null) {
            String posted = moments.day(shown.postedOn(), at);
            long since = ChronoUnit.DAYS.between(shown.postedOn(), today);
            lines.add(
                    shown.state() == LetterState.POSTED
                            ? texts.get("letter.posted", "day", posted, "days", since)
                            : texts.get("letter.was-posted", "day", posted));
        }
        if (shown.goesBackOn() != null) {
            long left = ChronoUnit.DAYS.between(today, shown.goesBackOn());
            String day = moments.day(shown.goesBackOn(), at);
            lines.add(
                    left > 0
                            ? texts.get("letter.goes-back", "day", day, "days", left)
                            : texts.get("letter.was-to-go-back", "day", day));
        }
        if (shown.receivedOn() != null) {
            lines.add(texts.get("letter.received", "day", moments.day(shown.receivedOn(), at)));
        }
        if (shown.usableUntil() != null && shown.state() == LetterState.RECEIVED) {
            LocalDate last = moments.today(shown.usableUntil());
            lines.add(texts.get("letter.days-left", "days", ChronoUnit.DAYS.between(today, last)));
        }
        if (shown.triesMissed() > 0 && shown.state().outstanding()) {
            lines.add(texts.get("letter.tries-left", "tries", shown.triesLeft()));
        }
        if (shown.itemNumber() != null) {
            lines.add(ItemNumbers.spaced(shown.itemNumber()));
        }
        return lines;
    }

    private void untracked(URI page) {
        untracked.setText(texts.get("letter.untracked", "page", page.toString()));
        untracked.setManaged(true);
        untracked.setVisible(true);
    }

    private static Label fact(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("letter-fact");
        label.setWrapText(true);
        return label;
    }
}
