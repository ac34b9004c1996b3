package eu.guichet.backend.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoticeChannelTest {
    private final String name = PostgresServer.running().newDatabase();
    private final String url = PostgresServer.running().url(name);
    private final Database database = Database.open(url);
    private final NoticeChannel here = database.notices().orElseThrow();
    private final NoticeChannel there = database.notices().orElseThrow();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        here.close();
        there.close();
        database.close();
        PostgresServer.running().drop(name);
    }

    private static List<String> heard(NoticeChannel channel, int count) {
        List<String> heard = new ArrayList<>();
        for (int tries = 0; heard.size() < count && tries < 100; tries++) {
            heard.addAll(channel.hear());
        }
        return heard;
    }

    @Test
    void what_one_program_tells_the_other_hears_and_itself_does_not() {
        assertThat(here.hear()).isEmpty();
        assertThat(there.hear()).isEmpty();
        here.tell(List.of("p1", "p2 1700000000000"));
        assertThat(heard(there, 2)).containsExactly("p1", "p2 1700000000000");
        assertThat(here.hear()).isEmpty();
    }

    @Test
    void a_server_that_was_started_again_is_heard_again() throws SQLException {
        assertThat(there.hear()).isEmpty();
        here.tell(List.of("p1"));
        assertThat(heard(there, 1)).containsExactly("p1");
        try (Connection connection =
                        DriverManager.getConnection(PostgresServer.running().url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity WHERE datname = '" + name + "'");
        }
        assertThatThrownBy(() -> heard(there, 1)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> here.tell(List.of("lost"))).isInstanceOf(StoreUnavailableException.class);
        assertThat(there.hear()).isEmpty();
        here.tell(List.of("p2"));
        assertThat(heard(there, 1)).containsExactly("p2");
    }

    @Test
    void a_file_has_no_channel() {
        try (Database file = Database.open(folder.resolve("guichet.db").toString())) {
            assertThat(file.notices()).isEmpty();
        }
    }
}
