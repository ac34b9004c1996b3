package eu.guichet.backend.store;

import com.zaxxer.hikari.HikariConfig;
import eu.guichet.contract.OfficeCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Stores for tests: SQLite in the test's own folder, or, in a class that is run {@link OnBothStores}, a database of its own on
 * the server the tests start.
 */
public final class Stores {
    private static final Map<Path, String> DATABASES = new ConcurrentHashMap<>();
    /** Those of them that began without a table. */
    private static final Set<String> BARE = ConcurrentHashMap.newKeySet();

    private static volatile Kind kind = Kind.SQLITE;

    static {
        QuickCodes.use();
    }

    private Stores() {}

    /** Which engine. */
    public enum Kind {
        SQLITE,
        POSTGRESQL
    }

    static void use(Kind other) {
        kind = other;
    }

    /** Which engine the test runs on now. */
    public static Kind kind() {
        return kind;
    }

    static void leaveThoseOfTheTest() {
        DATABASES.values().forEach(name -> {
            if (BARE.remove(name)) {
                PostgresServer.running().drop(name);
            } else {
                PostgresServer.running().leave(name);
            }
        });
        DATABASES.clear();
    }

    /** The store of this folder, the same one each time it is asked for. */
    public static String url(Path folder) {
        return switch (kind) {
            case SQLITE -> copyIn(folder).toString();
            case POSTGRESQL ->
                PostgresServer.running()
                        .url(DATABASES.computeIfAbsent(
                                folder, _ -> PostgresServer.running().newDatabase()));
        };
    }

    /** A copy of an empty store, as on the server: to bring the schema up in each test would take most of its time. */
    private static Path copyIn(Path folder) {
        Path file = file(folder);
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(folder);
                Files.write(file, Empty.STORE);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder) {
        return folder.resolve("guichet.db");
    }

    /** What the program makes where there is no file, once for all tests. */
    private static final class Empty {
        static final byte[] STORE = made();

        private static byte[] made() {
            try {
                Path folder = Files.createTempDirectory("empty-store");
                Database.open(file(folder).toString()).close();
                byte[] store = Files.readAllBytes(file(folder));
                try (Stream<Path> left = Files.list(folder)) {
                    for (Path path : left.toList()) {
                        Files.delete(path);
                    }
                }
                Files.delete(folder);
                return store;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As {@link #url}, but nobody has opened it yet. */
    private static String untouched(Path folder) {
        return switch (kind) {
            case SQLITE -> file(folder).toString();
            case POSTGRESQL -> PostgresServer.running().url(DATABASES.computeIfAbsent(folder, _ -> bare()));
        };
    }

    private static String bare() {
        String name = PostgresServer.running().newEmptyDatabase();
        BARE.add(name);
        return name;
    }

    /** Every version that a store can have been left in, oldest first, today's among them. */
    public static List<String> versions() {
        return Stream.concat(
                        Schema.MIGRATIONS.stream().map(name -> name.substring(1, name.indexOf("__"))),
                        Stream.of(new LettersPrintedBefore().getVersion().getVersion()))
                .sorted(Comparator.comparing(MigrationVersion::fromVersion))
                .toList();
    }

    /** As an earlier version of the program has left it; the current one has not opened it yet. */
    public static String left(Path folder, String version, String... statements) {
        String url = untouched(folder);
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
