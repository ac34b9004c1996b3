package eu.guichet.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one bundle in one language. A text names its arguments, {@code Letter {reference}, {tries, plural, one {one
 * try} other {# tries}} left}, and is given exactly those: a missing key, a missing argument and one too many are faults
 * of the program and throw. Safe for use by several threads.
 */
public final class TextBundle {
    private static final Map<Name, TextBundle> LOADED = new ConcurrentHashMap<>();

    private final String name;
    private final Locale locale;
    private final ResourceBundle texts;
    private final Map<String, TextPattern> patterns;
    private final Map<String, Object> common;

    private TextBundle(Name name) {
        this.name = name.bundle();
        this.locale = name.locale();
        this.texts = ResourceBundle.getBundle(name.bundle(), name.locale(), TextBundle.class.getModule());
        this.patterns = new ConcurrentHashMap<>();
        this.common = Map.of();
    }

    private TextBundle(TextBundle of, Map<String, Object> common) {
        this.name = of.name;
        this.locale = of.locale;
        this.texts = of.texts;
        this.patterns = of.patterns;
        this.common = Map.copyOf(common);
    }

    /**
     * @param bundle its full name in this module, such as {@code eu.guichet.desktop.search.search}
     * @param locale a language the bundle exists in; its region decides how numbers are written
     */
    public static TextBundle of(String bundle, Locale locale) {
        return LOADED.computeIfAbsent(new Name(bundle, locale), TextBundle::new);
    }

    /** The same texts, any of which may also name these; they need not be given again. */
    public TextBundle with(Map<String, Object> values) {
        return new TextBundle(this, values);
    }

    public Locale locale() {
        return locale;
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    /**
     * @param namesAndValues a name, its value, the next name and so on; a number where the text has a plural
     * @throws java.util.MissingResourceException if there is no such text
     * @throws IllegalArgumentException if the text has other arguments
     */
    public String get(String key, Object... namesAndValues) {
        Map<String, Object> values = pairs(key, namesAndValues);
        TextPattern pattern = pattern(key);
        check(key, own(pattern), values.keySet());
        return filled(pattern, values::get);
    }

    /** As {@link #get}, asking for the value of each argument that this text has. */
    public String fill(String key, Function<String, @Nullable Object> value) {
        return filled(pattern(key), value);
    }

    /**
     * The texts {@code key.1}, {@code key.2} and so on, as many as there are; at least one.
     *
     * @param namesAndValues as for {@link #get}; each is an argument of one of the texts at least
     */
    public List<String> list(String key, Object... namesAndValues) {
        Map<String, Object> values = pairs(key, namesAndValues);
        Set<String> used = new HashSet<>();
        List<String> list = list(key, argument -> {
            used.add(argument);
            return value(key, argument, values);
        });
        check(key, used, values.keySet());
        return list;
    }

    /** As the other, asking for the value of each argument that these texts have. */
    public List<String> list(String key, Function<String, @Nullable Object> value) {
        List<String> list = new ArrayList<>();
        list.add(fill(key + ".1", value));
        for (int number = 2; has(key + "." + number); number++) {
            list.add(fill(key + "." + number, value));
        }
        return list;
    }

    private TextPattern pattern(String key) {
        return patterns.computeIfAbsent(key, wanted -> TextPattern.of(texts.getString(wanted), locale));
    }

    /** The arguments that are not common to all texts. */
    private Set<String> own(TextPattern pattern) {
        Set<String> own = new HashSet<>(pattern.names());
        own.removeAll(common.keySet());
        return own;
    }

    private String filled(TextPattern pattern, Function<String, @Nullable Object> value) {
        Map<String, Object> values = new HashMap<>();
        for (String argument : pattern.names()) {
            Object known = common.get(argument);
            values.put(argument, known == null ? Objects.requireNonNull(value.apply(argument), argument) : known);
        }
        return pattern.with(values);
    }

    private void check(String key, Set<String> arguments, Set<String> given) {
        if (!arguments.equals(given)) {
            throw new IllegalArgumentException(
                    name + ": " + key + " has the arguments " + arguments + " and was given " + given);
        }
    }

    private Object value(String key, String argument, Map<String, Object> values) {
        Object value = values.get(argument);
        if (value == null) {
            throw new IllegalArgumentException(name + ": " + key + " was not given " + argument);
        }
        return value;
    }

    private Map<String, Object> pairs(String key, Object[] namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            if (!(namesAndValues[at] instanceof String argument) || at + 1 == namesAndValues.length) {
                throw new IllegalArgumentException(name + ": " + key + " was not given names and values in turn");
            }
            values.put(argument, namesAndValues[at + 1]);
        }
        return values;
    }

    private record Name(String bundle, Locale locale) {}
}
