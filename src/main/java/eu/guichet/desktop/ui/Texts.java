package eu.guichet.desktop.ui;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
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
        return resources().containsKey(key);
    }

    /** The text as it is without arguments; with arguments, filled in by {@link MessageFormat}. */
    public String get(String key, Object... arguments) {
        String text = resources().getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale()).format(arguments);
    }

    /** As {@link #get}, following the language, and each argument that is itself an {@link ObservableValue}. */
    public StringBinding bind(String key, Object... arguments) {
        Observable[] sources = new Observable[arguments.length + 1];
        int count = 0;
        sources[count++] = language;
        for (Object argument : arguments) {
            if (argument instanceof ObservableValue<?> observable) {
                sources[count++] = observable;
            }
        }
        return Bindings.createStringBinding(() -> get(key, values(arguments)), Arrays.copyOf(sources, count));
    }

    private static Object[] values(Object[] arguments) {
        Object[] values = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            values[i] = arguments[i] instanceof ObservableValue<?> observable ? observable.getValue() : arguments[i];
        }
        return values;
    }

    private ResourceBundle resources() {
        return ResourceBundle.getBundle(bundle, locale(), Texts.class.getModule());
    }
}
