package eu.guichet.desktop.flow;

import eu.guichet.typed.TypedDates;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.DatePicker;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A day, chosen from the calendar or typed in any of the ways people write one. */
public final class DayField extends DatePicker {
    private static final int CENTURY = 100;
    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /**
     * One that is not in the future.
     *
     * @param name what is asked for, for those who hear the screen
     * @param today the office's day
     */
    public DayField(String id, String name, @Nullable LocalDate day, Supplier<LocalDate> today) {
        this(id, name, day, typed -> past(typed, today.get()));
    }

    /** As the constructor, of a day within the year to come; without its year it is the next of its name. */
    public static DayField toCome(String id, String name, @Nullable LocalDate day, Supplier<LocalDate> today) {
        return new DayField(id, name, day, typed -> toCome(typed, today.get()));
    }

    private DayField(String id, String name, @Nullable LocalDate day, Function<String, Optional<LocalDate>> reader) {
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
                return reader.apply(typed).orElse(getValue());
            }
        });
        focusedProperty().subscribe(focused -> {
            if (!focused) {
                getEditor().setText(getConverter().toString(getValue()));
            }
        });
    }

    private static Optional<LocalDate> past(String typed, LocalDate today) {
        return TypedDates.parse(typed, today).map(day -> recent(day, today));
    }

    private static Optional<LocalDate> toCome(String typed, LocalDate today) {
        return TypedDates.parse(typed, today.plusYears(1))
                .or(() -> TypedDates.parseDay(typed)
                        .map(day -> day.atYear(today.getYear()))
                        .map(day -> day.isBefore(today) ? day.plusYears(1) : day));
    }

    /** A year of two digits is read as one of birth; what happens at a desk happened in this century. */
    private static LocalDate recent(LocalDate day, LocalDate today) {
        LocalDate later = day.plusYears(CENTURY);
        return later.isAfter(today) ? day : later;
    }
}
