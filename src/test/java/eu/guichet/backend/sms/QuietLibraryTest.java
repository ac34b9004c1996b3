package eu.guichet.backend.sms;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuietLibraryTest {
    @TempDir
    Path folder;

    @Test
    void what_jSMPP_logs_of_codes_and_passwords_is_kept_off_however_much_is_logged_of_the_rest() throws JoranException {
        for (String configuration : new String[] {"logback.xml", "logback-desktop.xml"}) {
            LoggerContext context = new LoggerContext();
            context.putProperty("guichet.log.level", "TRACE");
            context.putProperty("guichet.home", folder.toString());
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(
                    Path.of("src/main/resources", configuration).toFile());
            assertThat(context.getLogger("org.jsmpp.DefaultPDUSender").getEffectiveLevel())
                    .as(configuration)
                    .isEqualTo(Level.OFF);
            context.stop();
        }
    }
}
