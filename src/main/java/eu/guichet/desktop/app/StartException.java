package eu.guichet.desktop.app;

import eu.guichet.desktop.settings.MachineSettingsException;
import eu.guichet.text.Keys;
import org.jspecify.annotations.Nullable;

/** The program cannot start its work; one sentence of the bundle says why. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String place;
    private final transient Object[] arguments;

    /**
     * @param key of the sentence, without {@code start.failed.}
     * @param place a file or folder the sentence names, or empty
     */
    StartException(String key, String place, @Nullable Throwable cause) {
        super(key, cause);
        this.key = key;
        this.place = place;
        this.arguments = place.isEmpty() ? new Object[0] : new Object[] {"place", place};
    }

    /** An administrator's line is at fault; nobody at the desk can mend it. */
    StartException(MachineSettingsException fault) {
        super("machine", fault);
        this.key = "machine." + Keys.kebab(fault.fault());
        this.place = fault.file();
        this.arguments = new Object[] {"place", place, "line", String.valueOf(fault.line()), "what", fault.what()};
    }

    String key() {
        return "start.failed." + key;
    }

    String place() {
        return place;
    }

    /** The sentence's, as names and values in turn. */
    Object[] arguments() {
        return arguments.clone();
    }
}
