package eu.guichet.backend.file;

import eu.guichet.process.PensionerLanguage;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** The sentences of one bundle in one language, with days and times written as people write them there. */
final class Sentences {
    private static final Set<String> AGENTS = Set.of("fr", "en");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

    private final Locale language;
    private final ResourceBundle bundle;

    private Sentences(String name, Locale language) {
        this.language = language;
        this.bundle =
                ResourceBundle.getBundle("eu.guichet.backend.file." + name, language, Sentences.class.getModule());
    }

    /** For the agent: English where it is asked for, French otherwise. */
    static Sentences forAgent(Locale wanted) {
        return new Sentences("sentences", AGENTS.contains(wanted.getLanguage()) ? bare(wanted) : Locale.FRENCH);
    }

    /** For the pensioner: the first of her languages that we have, else English. */
    static Sentences forPensioner(List<String> languages) {
        return new Sentences("advice", PensionerLanguage.with(languages));
    }

    String tag() {
        return language.toLanguageTag();
    }

    boolean has(String key) {
        return bundle.containsKey(key);
    }

    String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), language).format(values);
    }

    /** The sentences {@code key.1}, {@code key.2} and so on, as many as there are; at least one. */
    List<String> list(String key, Object... values) {
        List<String> sentences = new ArrayList<>();
        sentences.add(text(key + ".1", values));
        for (int number = 2; has(key + "." + number); number++) {
            sentences.add(text(key + "." + number, values));
        }
        return sentences;
    }

    /** {@code 12 mars}, with its year where it is not this one. */
    String day(LocalDate day, LocalDate today) {
        String pattern = day.getYear() == today.getYear() ? "date.day" : "date.day-and-year";
        String number = day.getDayOfMonth() == 1 ? text("date.first") : text("date.other", day.getDayOfMonth());
        return number + day.format(DateTimeFormatter.ofPattern(bundle.getString(pattern), language));
    }

    /** {@code à 10:09}, with its day where it is not today. */
    String moment(Instant at, ZoneId zone, Instant now) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        String time = local.format(TIME);
        return local.toLocalDate().equals(today)
                ? text("date.today-at", time)
                : text("date.day-at", day(local.toLocalDate(), today), time);
    }

    String dayOfWeek(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, language);
    }

    private static Locale bare(Locale locale) {
        return Locale.of(locale.getLanguage());
    }
}
