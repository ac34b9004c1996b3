package eu.guichet.desktop.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The machine-wide settings cannot be used. Which line of which file is at fault, and how. */
public final class MachineSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final String file;
    private final int line;
    private final String what;

    /** How a line is at fault. */
    public enum Fault {
        /** There is a file, and it cannot be read. */
        UNREADABLE,
        NO_KEY_AND_VALUE,
        UNKNOWN_KEY,
        TWICE,
        WRONG_VALUE,
        /** Of two that need each other, only this one has a value. */
        ALONE
    }

    /**
     * @param line from 1; 0 where it is the whole file
     * @param what the key, or what stands in its place
     */
    MachineSettingsException(Fault fault, Path file, int line, String what, @Nullable Throwable cause) {
        super(file + (line == 0 ? "" : ", line " + line) + ": " + fault + " " + what, cause);
        this.fault = fault;
        this.file = file.toString();
        this.line = line;
        this.what = what;
    }

    public Fault fault() {
        return fault;
    }

    public String file() {
        return file;
    }

    /** From 1; 0 where it is the whole file. */
    public int line() {
        return line;
    }

    /** The key, or what stands in its place. */
    public String what() {
        return what;
    }
}
