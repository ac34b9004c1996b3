package eu.guichet.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.desktop.ui.Appearance;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.TextSize;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void what_was_chosen_is_there_the_next_day() throws IOException {
        SettingsFile file = new SettingsFile(folder.resolve("not yet there"));
        Settings settings = file.load().settings();
        settings.language().set(Language.ENGLISH);
        settings.appearance().set(Appearance.DARK);
        settings.textSize().set(TextSize.LARGEST);
        settings.window().set(new WindowPlace(10, 20, 1200, 800, true));
        file.write(file.text(settings));

        Settings next = file.load().settings();

        assertThat(next.language().get()).isEqualTo(Language.ENGLISH);
        assertThat(next.appearance().get()).isEqualTo(Appearance.DARK);
        assertThat(next.textSize().get()).isEqualTo(TextSize.LARGEST);
        assertThat(next.window().get()).isEqualTo(new WindowPlace(10, 20, 1200, 800, true));
    }

    @Test
    void the_first_day_is_in_French_and_needs_no_file() {
        SettingsFile.Loaded loaded = new SettingsFile(folder).load();

        assertThat(loaded.unreadable()).isNull();
        assertThat(loaded.settings().language().get()).isEqualTo(Language.FRENCH);
        assertThat(loaded.settings().backend()).isNull();
    }

    @Test
    void a_file_that_cannot_be_read_is_kept_beside() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{ language: ");

        SettingsFile.Loaded loaded = new SettingsFile(folder).load();

        assertThat(loaded.unreadable()).hasContent("{ language: ").isNotEqualTo(folder.resolve("settings.json"));
        assertThat(loaded.settings().language().get()).isEqualTo(Language.FRENCH);
    }

    @Test
    void a_backend_that_is_no_web_address_is_not_taken() throws IOException {
        Files.writeString(folder.resolve("settings.json"), "{\"backend.url\": \"file:///etc\"}");

        assertThat(new SettingsFile(folder).load().unreadable()).isNotNull();
    }

    @Test
    void an_older_file_lacks_a_few_things_and_a_newer_one_has_more() throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"backend.url\": \"https://guichet.example.eu/\", \"invented.later\": 7}");

        SettingsFile.Loaded loaded = new SettingsFile(folder).load();

        assertThat(loaded.unreadable()).isNull();
        assertThat(loaded.settings().backend()).isEqualTo(URI.create("https://guichet.example.eu/"));
        assertThat(loaded.settings().textSize().get()).isEqualTo(TextSize.NORMAL);
    }

    @Test
    void nothing_half_written_is_left_behind() throws IOException {
        SettingsFile file = new SettingsFile(folder);
        file.write(file.text(Settings.defaults()));
        file.write(file.text(Settings.defaults()));

        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }
}
