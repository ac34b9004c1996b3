package eu.guichet.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFolderTest {
    @Test
    void Linux_has_it_in_the_data_folder() {
        assertThat(find(Map.of("user.home", "/home/m", "os.name", "Linux"), Map.of()))
                .isEqualTo(Path.of("/home/m/.local/share/guichet"));
        assertThat(find(Map.of("user.home", "/home/m", "os.name", "Linux"), Map.of("XDG_DATA_HOME", "/data/m")))
                .isEqualTo(Path.of("/data/m/guichet"));
    }

    @Test
    void Windows_has_it_where_nothing_is_copied_over_the_network() {
        assertThat(find(
                        Map.of("user.home", "/u/m", "os.name", "Windows 11"),
                        Map.of("APPDATA", "/u/m/roaming", "LOCALAPPDATA", "/u/m/local")))
                .isEqualTo(Path.of("/u/m/local/Guichet"));
    }

    @Test
    void macOS_has_it_in_the_library() {
        assertThat(find(Map.of("user.home", "/Users/m", "os.name", "Mac OS X"), Map.of()))
                .isEqualTo(Path.of("/Users/m/Library/Application Support/Guichet"));
    }

    @Test
    void the_property_goes_before_the_environment() {
        assertThat(find(
                        Map.of("guichet.home", "/here", "user.home", "/home/m", "os.name", "Linux"),
                        Map.of("GUICHET_HOME", "/there")))
                .isEqualTo(Path.of("/here"));
        assertThat(find(Map.of("user.home", "/home/m", "os.name", "Linux"), Map.of("GUICHET_HOME", "/there")))
                .isEqualTo(Path.of("/there"));
    }

    private static Path find(Map<String, String> properties, Map<String, String> environment) {
        return UserFolder.find(properties::get, environment::get);
    }
}
