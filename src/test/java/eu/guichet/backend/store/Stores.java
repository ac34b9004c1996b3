package eu.guichet.backend.store;

import com.zaxxer.hikari.HikariConfig;
import eu.guichet.contract.OfficeCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores for tests: SQLite in the test's own folder, or, where the environment variable {@value #POSTGRES} names a server
 * by its JDBC URL, a schema of its own there.
 */
public final class Stores {
    static final String POSTGRES = "GUICHET_TEST_POSTGRES";

    private Stores() {}

    public static String url(Path folder) {
        String server = System.getenv(POSTGRES);
        if (server == null) {
            return folder.resolve("guichet.db").toString();
        }
        String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = DriverManager.getConnection(server);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    /** As an earlier version of the program has left it; the current one has not opened it yet. */
    public static String left(Path folder, String version, String... statements) {
        String url = url(folder);
        Dialect dialect = Dialect.of(url);
        HikariConfig writers = dialect.writers();
        Schema.bringUpTo(version, writers, dialect.bytewise());
        try (Connection connection =
                        new Unpooled(writers.getJdbcUrl(), writers.getDataSourceProperties()).getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return url;
    }

    public static Database open(Path folder) {
        return Database.open(url(folder));
    }

    /** Somebody with this id, of whom nothing else matters. */
    public static Pensioner somebody(String id) {
        return somebody(id, "Müller", "Annelise", "anna.mueller@example.org", "+352621123456");
    }

    public static Pensioner somebody(
            String id, String lastName, String firstName, @Nullable String email, @Nullable String phone) {
        return new Pensioner(
                id,
                "10" + id.toUpperCase(java.util.Locale.ROOT),
                lastName,
                firstName,
                LocalDate.of(1944, 3, 12),
                OfficeCode.LUX,
                List.of("de", "fr"),
                new Address("1, rue du Test", "L-1234", "Luxembourg", "LU"),
                email,
                phone,
                0);
    }
}
