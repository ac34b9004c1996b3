package eu.guichet.desktop.oversight;

import eu.guichet.contract.OpeningSpan;
import eu.guichet.text.Dates;
import eu.guichet.typed.TypedTimes;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** The hours of a week, a field a day: {@code 9:00-12:00 14:00-16:00}, empty for a day on which it does not open. */
final class WeekFields extends GridPane {
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\d)[\\s,;]+(?=\\d)");
    private static final Pattern UNTIL = Pattern.compile("\\s*[-–]\\s*");

    private final Map<DayOfWeek, TextField> fields = new EnumMap<>(DayOfWeek.class);
    private final Map<DayOfWeek, Label> names = new EnumMap<>(DayOfWeek.class);

    /** @param id of the fields, before the number of the day */
    WeekFields(String id) {
        setHgap(8);
        setVgap(4);
        for (DayOfWeek day : DayOfWeek.values()) {
            TextField field = new TextField();
            field.setId(id + "-" + day.getValue());
            Label name = new Label();
            name.getStyleClass().addAll("small", "soft");
            name.setMinWidth(USE_PREF_SIZE);
            name.setLabelFor(field);
            GridPane.setHgrow(field, Priority.ALWAYS);
            addRow(day.getValue(), name, field);
            fields.put(day, field);
            names.put(day, name);
        }
    }

    /** @param what is open, for those who hear the screen */
    void in(Locale language, String what) {
        Dates dates = Dates.in(language);
        names.forEach((day, name) -> name.setText(dates.shortWeekday(day)));
        fields.forEach((day, field) -> field.setAccessibleText(what + ", " + dates.weekday(day)));
    }

    void show(List<OpeningSpan> hours) {
        fields.forEach((day, field) -> field.setText(hours.stream()
                .filter(span -> span.day() == day)
                .map(span -> span.from() + "-" + span.to())
                .collect(Collectors.joining(" "))));
    }

    /** Empty where one of them cannot be read. */
    Optional<List<OpeningSpan>> hours() {
        List<OpeningSpan> hours = new ArrayList<>();
        for (Map.Entry<DayOfWeek, TextField> field : fields.entrySet()) {
            String typed = UNTIL.matcher(field.getValue().getText().strip()).replaceAll("-");
            if (!typed.isEmpty()) {
                for (String span : BETWEEN.split(typed, -1)) {
                    Optional<OpeningSpan> read = span(field.getKey(), span);
                    if (read.isEmpty()) {
                        return Optional.empty();
                    }
                    hours.add(read.get());
                }
            }
        }
        return Optional.of(hours);
    }

    private static Optional<OpeningSpan> span(DayOfWeek day, String typed) {
        String[] ends = typed.split("-", 2);
        Optional<LocalTime> from = TypedTimes.parse(ends[0]);
        Optional<LocalTime> to = ends.length < 2 ? Optional.empty() : TypedTimes.parse(ends[1]);
        return from.isPresent() && to.isPresent() && from.get().isBefore(to.get())
                ? Optional.of(new OpeningSpan(day, from.get(), to.get()))
                : Optional.empty();
    }
}
