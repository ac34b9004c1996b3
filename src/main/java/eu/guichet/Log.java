package eu.guichet;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import eu.guichet.desktop.settings.UserFolder;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Where the log goes and how it is written; where it goes is to be said once, before the first logger is made. */
final class Log {
    private static final String LEVEL = "guichet.log.level";

    /** Which file {@code logback.xml} includes. */
    private static final String FORMAT = "guichet.log.format";

    private static final String JSON = "json";
    private static final String FORMAT_VARIABLE = "GUICHET_LOG_FORMAT";

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

    /** From here on a JSON object a line, also where loggers have been made already. */
    static void asJson() {
        if (JSON.equals(System.getProperty(FORMAT))) {
            return;
        }
        System.setProperty(FORMAT, JSON);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        try {
            new ContextInitializer(context).autoConfig(Log.class.getClassLoader());
        } catch (JoranException e) {
            throw new IllegalStateException("logback.xml cannot be read", e);
        }
    }

    /** What libraries write to the JDK's own log goes where ours goes. */
    private static void oneLog() {
        if (JSON.equalsIgnoreCase(System.getenv(FORMAT_VARIABLE))) {
            System.setProperty(FORMAT, JSON);
        }
        LogManager.getLogManager().reset();
        SLF4JBridgeHandler.install();
    }
}
