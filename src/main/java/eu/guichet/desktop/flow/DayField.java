package eu.guichet.desktop.flow;

import eu.guichet.typed.TypedDates;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A day that is not in the future, chosen from the calendar or typed in any of the ways people write one. */
public final class DayField extends DatePicker {
    private static final int CENTURY = 100;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /**
     * @param name what is asked for, for those who hear the screen
     * @param today the office's day
     */
    public DayField(String id, String name, @Nullable LocalDate day, Supplier<LocalDate> today) {
        super(day);
        setId(id);
        setAccessibleText(name);
        setPromptText(name);
        getStyleClass().add("day-field");
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LocalDate shown) {
                return shown == null ? "" : SHOWN.format(shown);
            }

            @Override
            public @Nullable LocalDate fromString(String typed) {
                if (typed.isBlank()) {
                    return null;
                }
                // what cannot be read leaves the day as it was, and the field shows that one again
                return TypedDates.parse(typed, today.get())
                        .map(day -> recent(day, today.get()))
                        .orElse(getValue());
            }
        });
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                getEditor().setText(getConverter().toString(getValue()));
            }
        });
    }

    /** A year of two digits is read as one of birth; what happens at a desk happened in this century. */
    private static LocalDate recent(LocalDate day, LocalDate today) {
        LocalDate later = day.plusYears(CENTURY);
        return later.isAfter(today) ? day : later;
    }
}
