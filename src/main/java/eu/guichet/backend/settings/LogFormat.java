package eu.guichet.backend.settings;

/** How the log is written. */
public enum LogFormat {
    /** For people: a line each. */
    TEXT,
    /** For programs that collect logs: a JSON object each, in a line. */
    JSON;

    private static final String LINE = "log.format";

    public static boolean isLine(String name) {
        return name.equals(LINE);
    }

    /** @throws IllegalArgumentException where it is neither */
    public static LogFormat read(SettingLines lines) {
        return lines.choice(LINE, TEXT);
    }
}
