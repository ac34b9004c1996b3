package eu.guichet.backend.store;

import com.zaxxer.hikari.HikariConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The migrations, which Flyway runs in order. A migration that was ever released is never changed again. */
final class Schema {
    private static final Logger LOG = LoggerFactory.getLogger(Schema.class);

    static final List<String> MIGRATIONS = List.of(
            "V1__first.sql",
            "V2__status.sql",
            "V3__letters.sql",
            "V4__contacts.sql",
            "V5__limits.sql",
            "V6__sms_parts.sql",
            "V7__task_leases.sql",
            "V8__retention.sql",
            "V9__print_jobs.sql",
            "V10__register_and_limits.sql",
            "V11__worklists.sql",
            "V13__name_index.sql",
            "V14__batches.sql",
            "V15__approvals.sql",
            "V16__callbacks.sql",
            "V17__notices.sql",
            "V18__figures.sql",
            "V19__handovers.sql",
            "V20__reminders.sql",
            "V21__offices.sql",
            "V22__birth_name.sql",
            "V23__office_notes.sql",
            "V24__retention_of_jobs.sql",
            "V25__reviews.sql",
            "V26__canaries.sql",
            "V27__outbox_by_person.sql");

    private static final String HISTORY = "SELECT installed_rank, version, type, description, script, checksum, success"
            + " FROM flyway_schema_history ORDER BY installed_rank";

    /** The last history that Flyway has found in order in this process, by how its engine compares. */
    private static final Map<String, List<Applied>> IN_ORDER = new ConcurrentHashMap<>();

    private Schema() {}

    /** A row of Flyway's history, without what differs between two stores of the same schema. */
    private record Applied(
            int rank,
            @Nullable String version,
            String type,
            String description,
            String script,
            int checksum,
            boolean success) {}

    /** The newest version that this program knows. */
    static MigrationVersion newest() {
        return MIGRATIONS.stream()
                .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** @param bytewise the engine's name for comparing text byte by byte, on which finding by a beginning relies */
    static void bringUpToDate(HikariConfig config, String bytewise) {
        List<Applied> found = history(config);
        if (found.isEmpty() || !found.equals(IN_ORDER.get(bytewise))) {
            bringUpTo("latest", config, bytewise);
            IN_ORDER.put(bytewise, history(config));
        }
    }

    /** Empty where there is none, or none that can be read: Flyway then says what there is to say. */
    private static List<Applied> history(HikariConfig config) {
        List<Applied> history = new ArrayList<>();
        try (Connection connection = unpooled(config).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(HISTORY)) {
            while (rows.next()) {
                history.add(new Applied(
                        rows.getInt("installed_rank"),
                        rows.getString("version"),
                        rows.getString("type"),
                        rows.getString("description"),
                        rows.getString("script"),
                        rows.getInt("checksum"),
                        rows.getBoolean("success")));
            }
            return history;
        } catch (SQLException e) {
            LOG.debug("no history to be read", e);
            return List.of();
        }
    }

    private static Unpooled unpooled(HikariConfig config) {
        return new Unpooled(config.getJdbcUrl(), config.getDataSourceProperties());
    }

    /** Whether every migration that this program knows has been run on it. */
    static boolean isUpToDate(HikariConfig config, String bytewise) {
        return flyway("latest", config, bytewise).info().pending().length == 0;
    }

    /** @param version to which it is brought, such as {@code 2}; what came later is left out */
    static void bringUpTo(String version, HikariConfig config, String bytewise) {
        flyway(version, config, bytewise).migrate();
    }

    private static Flyway flyway(String version, HikariConfig config, String bytewise) {
        return Flyway.configure(Schema.class.getClassLoader())
                .dataSource(unpooled(config))
                .resourceProvider(new Migrations())
                .target(version)
                // two changes that were made side by side may come in another order than their numbers
                .outOfOrder(true)
                .javaMigrations(new LettersPrintedBefore())
                .placeholders(Map.of("bytewise", bytewise))
                .load();
    }

    /** Flyway looks for its scripts in folders of the class path; a module has none, so they are handed over by name. */
    private static final class Migrations implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return MIGRATIONS.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return MIGRATIONS.stream()
                    .filter(name -> name.startsWith(prefix)
                            && List.of(suffixes).stream().anyMatch(name::endsWith))
                    .<LoadableResource>map(Script::new)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream stream = Schema.class.getResourceAsStream("migration/" + name);
            if (stream == null) {
                throw new UncheckedIOException(new IOException("migration missing: " + name));
            }
            return new InputStreamReader(stream, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
