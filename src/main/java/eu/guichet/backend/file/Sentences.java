package eu.guichet.backend.file;

import eu.guichet.process.ServiceNames;
import eu.guichet.text.Dates;
import eu.guichet.text.Languages;
import eu.guichet.text.TextBundle;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The sentences of one bundle in one language, with days and times written as people write them there. */
final class Sentences {
    private final TextBundle texts;
    private final Dates dates;

    private Sentences(String name, Locale language, ServiceNames services) {
        this.texts = TextBundle.of("eu.guichet.backend.file." + name, language).with(services.in(language));
        this.dates = Dates.in(language);
    }

    /** For the agent: English where it is asked for, French otherwise. */
    static Sentences forAgent(Locale wanted, ServiceNames services) {
        return new Sentences("sentences", Languages.agent(wanted), services);
    }

    /** For the pensioner: the first of her languages that we have, else English. */
    static Sentences forPensioner(List<String> languages, ServiceNames services) {
        return new Sentences("advice", Languages.pensioner(languages), services);
    }

    /** What is said to a pensioner, in the language of these sentences for the agent. */
    static Sentences forAgentToSay(Sentences agent, ServiceNames services) {
        return new Sentences("advice", agent.texts.locale(), services);
    }

    /** Why somebody is among those found, in the language of these sentences for the agent. */
    static Sentences whyFound(Sentences agent, ServiceNames services) {
        return new Sentences("found", agent.texts.locale(), services);
    }

    /** The texts of another bundle of this package in the same language, which speak of no enrolment. */
    TextBundle beside(String bundle) {
        return TextBundle.of("eu.guichet.backend.file." + bundle, texts.locale());
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

    /** As it stands in a sentence: {@code 12 mars}, with its year where it is not this one. */
    String day(LocalDate day, LocalDate today) {
        return dates.definite(day, today);
    }

    /** {@code à 10:09}, with its day where it is not today. */
    String moment(Instant at, ZoneId zone, Instant now) {
        return dates.at(at.atZone(zone), now.atZone(zone).toLocalDate());
    }

    String time(LocalTime time) {
        return dates.time(time);
    }

    String dayOfWeek(DayOfWeek day) {
        return dates.weekday(day);
    }
}
