package eu.guichet.backend.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Dates and instants travel as ISO 8601 text and in no other way: a number or a date with a time on it is a mistake. */
final class StrictDates {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");

    private StrictDates() {}

    /**
     * A day of the years 0 to 9999: those of nine digits, which ISO 8601 also writes, are beyond what a store counts in
     * milliseconds.
     *
     * @throws DateTimeException when the text is none
     */
    static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new DateTimeException("not a day");
        }
        return LocalDate.parse(text);
    }

    /** A minute of a day. */
    private static LocalTime time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new DateTimeException("not a minute of a day");
        }
        return LocalTime.parse(text);
    }

    static SimpleModule module() {
        return new SimpleModule()
                .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, StrictDates::day))
                .addDeserializer(LocalTime.class, new Text<>(LocalTime.class, StrictDates::time))
                .addDeserializer(
                        Instant.class,
                        new Text<>(
                                Instant.class,
                                text -> OffsetDateTime.parse(text).toInstant()));
    }

    private static final class Text<T> extends StdDeserializer<T> {
        private final transient Function<String, T> parse;

        Text(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(parser, handledType(), JsonToken.VALUE_STRING, "it is text");
            }
            String text = parser.getString();
            try {
                return parse.apply(text);
            } catch (DateTimeException e) {
                throw context.weirdStringException(text, handledType(), "not of this form");
            }
        }
    }
}
