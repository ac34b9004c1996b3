package eu.guichet.desktop.act;

import eu.guichet.desktop.flow.DayField;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.typed.TypedTimes;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** When somebody is to be called: a day and a time in the zone of the office. What was typed stays until it is done. */
final class CallTime {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final ViewContext context;
    private final DayField day;
    private final TextField time = new TextField();
    private final Label dayName = new Label();
    private final Label timeName = new Label();
    private final HBox node;

    CallTime(ViewContext context, String id) {
        this.context = context;
        day = DayField.toCome(id + "-day", context.texts().get("callback.day"), nextWeekday(), this::today);
        time.setId(id + "-time");
        time.setPrefColumnCount(6);
        dayName.setLabelFor(day);
        timeName.setLabelFor(time);
        node = new HBox(16, new VBox(4, dayName, day), new VBox(4, timeName, time));
    }

    /** In the language chosen now. */
    Node draw() {
        Texts texts = context.texts();
        dayName.setText(texts.get("callback.day"));
        timeName.setText(texts.get("callback.time"));
        time.setPromptText(texts.get("callback.time.prompt"));
        time.setAccessibleText(texts.get("callback.time"));
        return node;
    }

    /** The day is proposed, the time is not. */
    Node first() {
        return time;
    }

    /** Empty while the day or the time cannot be read. */
    Optional<Instant> at() {
        LocalDate on = day.getValue();
        Optional<LocalTime> read = TypedTimes.parse(time.getText());
        return on == null
                ? Optional.empty()
                : read.map(at -> on.atTime(at).atZone(context.zone()).toInstant());
    }

    private LocalDate today() {
        return context.clock().instant().atZone(context.zone()).toLocalDate();
    }

    private LocalDate nextWeekday() {
        LocalDate next = today().plusDays(1);
        while (WEEKEND.contains(next.getDayOfWeek())) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** What cannot be read is said under the fields, and nothing is asked. */
    static Label fault(String id, String sentence) {
        Label wrong = FlowCard.sentence(sentence);
        wrong.setId(id);
        wrong.getStyleClass().add("flow-fault");
        wrong.setVisible(!sentence.isEmpty());
        wrong.setManaged(!sentence.isEmpty());
        return wrong;
    }
}
