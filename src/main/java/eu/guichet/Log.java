package eu.guichet;

import eu.guichet.desktop.settings.UserFolder;
import java.util.logging.LogManager;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the log goes; to be said once, before the first logger is made. */
final class Log {
    private static final String LEVEL = "guichet.log.level";

    private Log() {}

    /** For commands: standard output belongs to their answers. */
    static void toStandardError() {
        oneLog();
    }

    /** For what people watch: only what went wrong, unless they asked for more. */
    static void warningsToStandardError() {
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, "WARN");
        }
        oneLog();
    }

    /** For the desktop, which has no standard error that anybody sees. */
    static void toTheUsersFolder() {
        System.setProperty(UserFolder.PROPERTY, UserFolder.find().toString());
        System.setProperty("logback.configurationFile", "logback-desktop.xml");
        oneLog();
    }

    /** What libraries write to the JDK's own log goes where ours goes. */
    private static void oneLog() {
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
    }
}
