package eu.guichet.backend.file;

import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The sentences of one bundle in one language, with days and times written as people write them there. */
final class Sentences {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final TextBundle texts;

    private Sentences(String name, Locale language) {
        this.texts = TextBundle.of("eu.guichet.backend.file." + name, language);
    }

    /** For the agent: English where it is asked for, French otherwise. */
    static Sentences forAgent(Locale wanted) {
        return new Sentences("sentences", Languages.agent(wanted));
    }

    /** For the pensioner: the first of her languages that we have, else English. */
    static Sentences forPensioner(List<String> languages) {
        return new Sentences("advice", Languages.pensioner(languages));
    }

    /** What is said to a pensioner, in the language of these sentences for the agent. */
    static Sentences forAgentToSay(Sentences agent) {
        return new Sentences("advice", agent.texts.locale());
    }

    String tag() {
        return texts.locale().toLanguageTag();
    }

    boolean has(String key) {
        return texts.has(key);
    }

    /** @see TextBundle#get */
    String text(String key, Object... namesAndValues) {
        return texts.get(key, namesAndValues);
    }

    /** @see TextBundle#list(String, Object...) */
    List<String> list(String key, Object... namesAndValues) {
        return texts.list(key, namesAndValues);
    }

    /** @see TextBundle#fill */
    String about(String key, Function<String, Object> value) {
        return texts.fill(key, value);
    }

    /** A sentence about this enrolment. */
    String text(String key, SentenceArguments enrolment) {
        return about(key, argument -> enrolment.value(argument, this));
    }

    /** The sentences {@code key.1}, {@code key.2} and so on about this enrolment. */
    List<String> list(String key, SentenceArguments enrolment) {
        return texts.list(key, argument -> enrolment.value(argument, this));
    }

    /** {@code 12 mars}, with its year where it is not this one. */
    String day(LocalDate day, LocalDate today) {
        String pattern = day.getYear() == today.getYear() ? "date.day" : "date.day-and-year";
        String number = day.getDayOfMonth() == 1 ? text("date.first") : text("date.other", "day", day.getDayOfMonth());
        return number + day.format(DateTimeFormatter.ofPattern(text(pattern), texts.locale()));
    }

    /** {@code à 10:09}, with its day where it is not today. */
    String moment(Instant at, ZoneId zone, Instant now) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        String time = local.format(TIME);
        return local.toLocalDate().equals(today)
                ? text("date.today-at", "time", time)
                : text("date.day-at", "day", day(local.toLocalDate(), today), "time", time);
    }

    String dayOfWeek(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, texts.locale());
    }
}
