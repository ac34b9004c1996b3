package eu.guichet.desktop.ui;

import eu.guichet.text.TextBundle;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;

/**
 * The texts of one bundle in the language chosen now. What is bound with {@link #bind} changes when the language does. A
 * missing key is a fault of the program and throws {@link java.util.MissingResourceException}.
 */
public final class Texts {
    private final ObservableValue<Language> language;
    private final String bundle;

    /**
     * @param bundle the bundle's full name in this module, such as {@code eu.guichet.desktop.search.search}
     */
    public Texts(ObservableValue<Language> language, String bundle) {
        this.language = language;
        this.bundle = bundle;
    }

    /** Another bundle in the same language. */
    public Texts sibling(String otherBundle) {
        return new Texts(language, otherBundle);
    }

    public ObservableValue<Language> language() {
        return language;
    }

    public Locale locale() {
        return language.getValue().locale();
    }

    public boolean has(String key) {
        return texts().has(key);
    }

    /** @see TextBundle#get */
    public String get(String key, Object... namesAndValues) {
        return texts().get(key, namesAndValues);
    }

    /** As {@link #get}, following the language, and each value that is itself an {@link ObservableValue}. */
    public StringBinding bind(String key, Object... namesAndValues) {
        Observable[] sources = Stream.concat(
                        Stream.of(language),
                        Arrays.stream(namesAndValues)
                                .filter(ObservableValue.class::isInstance)
                                .map(ObservableValue.class::cast))
                .toArray(Observable[]::new);
        return Bindings.createStringBinding(() -> get(key, now(namesAndValues)), sources);
    }

    private static Object[] now(Object[] namesAndValues) {
        return Arrays.stream(namesAndValues)
                .map(value -> value instanceof ObservableValue<?> observable ? observable.getValue() : value)
                .toArray();
    }

    private TextBundle texts() {
        return TextBundle.of(bundle, locale());
    }
}
