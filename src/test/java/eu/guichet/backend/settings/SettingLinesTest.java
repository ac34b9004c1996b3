package eu.guichet.backend.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingLinesTest {
    @TempDir
    Path folder;

    @Test
    void a_secret_is_taken_from_a_file_or_else_from_the_environment() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "from the file\nand more\n");
        Map<String, String> environment = Map.of("GUICHET_MAIL_MAILBOX_PASSWORD", "from the environment");
        SettingLines both = new SettingLines(Map.of("mail.mailbox.password-file", file.toString()), environment);
        assertThat(both.secretIn("mail.mailbox.password-file").map(Secret::reveal))
                .contains("from the file");
        SettingLines none = new SettingLines(Map.of(), environment);
        assertThat(none.secretIn("mail.mailbox.password-file").map(Secret::reveal))
                .contains("from the environment");
        assertThat(none.secretIn("mail.password-file")).isEmpty();
    }
}
