package eu.guichet.backend.store;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** PostgreSQL brings programs that do it; here is only said how they are to be called. */
record PostgreSqlBackup(String url) implements Backup {
    static final String URL = "jdbc:postgresql:";

    @Override
    public String into(Path file, boolean overwrite) {
        throw new CannotCopyException("A PostgreSQL database is backed up by PostgreSQL's own program: " + dump(file));
    }

    @Override
    public String from(Path file) {
        throw new CannotCopyException(
                "A PostgreSQL database is restored, when it is new and empty, by PostgreSQL's own program: "
                        + restore(file));
    }

    /** The line to type. The dump is for its owner alone; its format can be restored in parts and is compressed. */
    String dump(Path file) {
        return "umask 077 && pg_dump --format=custom --file=" + quoted(file.toString()) + " " + connection();
    }

    /** All or nothing, and owned by whoever restores it. */
    String restore(Path file) {
        return "pg_restore --single-transaction --exit-on-error --no-owner " + connection() + " "
                + quoted(file.toString());
    }

    /** Without the password, which would stand in the list of processes: it is in the file that PGPASSFILE names. */
    private String connection() {
        Map<String, String> parts = parts();
        String[] hosts = parts.getOrDefault("PGHOST", "localhost").split(",", -1);
        String[] ports = parts.getOrDefault("PGPORT", "5432").split(",", -1);
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < hosts.length; i++) {
            addresses.add(hosts[i] + ":" + ports[Math.min(i, ports.length - 1)]);
        }
        String user = parts.get("user");
        String mode =
                "true".equals(parts.get("ssl")) ? parts.getOrDefault("sslmode", "verify-full") : parts.get("sslmode");
        return "--dbname="
                + quoted("postgresql://" + (user == null ? "" : encoded(user) + "@") + String.join(",", addresses) + "/"
                        + encoded(parts.getOrDefault("PGDBNAME", ""))
                        + (mode == null ? "" : "?sslmode=" + encoded(mode)));
    }

    /** As the driver reads the URL, by the names of its properties. */
    private Map<String, String> parts() {
        try {
            Map<String, String> parts = new HashMap<>();
            for (DriverPropertyInfo part : DriverManager.getDriver(url).getPropertyInfo(url, new Properties())) {
                if (part.value != null && !part.value.isEmpty()) {
                    parts.put(part.name, part.value);
                }
            }
            return parts;
        } catch (SQLException e) {
            throw new CannotOpenException("The database URL is not one that PostgreSQL's driver understands.", e);
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** For a shell. */
    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9._/:@,%=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
