package eu.guichet.backend.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What every new database of the tests has: today's schema, and the few rows it begins with. A database that a test has left is
 * brought back to it, which costs a fifth of dropping it and copying the template anew.
 *
 * @param schema the catalogue's rows: how many there are, and the last transaction that touched them
 * @param begins the statements that bring back the first rows
 * @param size of the whole, in bytes
 */
record PostgresTemplate(String schema, List<String> begins, long size) {
    /** Rows that are deleted stay where they lay: beyond so much they are in the way of those who read. */
    private static final long MOST_LEFT_BEHIND = 4 << 20;

    private static final String TABLES =
            " FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) > 0";

    private static final String SCHEMA = "SELECT concat_ws('/', "
            + touched("pg_class") + ", " + touched("pg_attribute") + ", " + touched("pg_constraint") + ", "
            + touched("pg_trigger")
            + ", (SELECT count(*) FROM pg_db_role_setting JOIN pg_database d ON d.oid = setdatabase"
            + " WHERE d.datname = current_database())) AS schema, pg_database_size(current_database()) AS size,"
            + " (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid())"
            + " AS others";

    private static final String DELETE = "DO $$ DECLARE filled regclass; BEGIN FOR filled IN SELECT oid" + TABLES
            + " LOOP EXECUTE 'DELETE FROM ' || filled; END LOOP; END $$";

    private static String touched(String catalogue) {
        return "(SELECT count(*) || ' ' || max(xmin::text::bigint) FROM " + catalogue + ")";
    }

    static PostgresTemplate of(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            List<String> filled = new ArrayList<>();
            try (ResultSet tables = statement.executeQuery("SELECT oid::regclass::text" + TABLES)) {
                while (tables.next()) {
                    filled.add(tables.getString(1));
                }
            }
            List<String> begins = new ArrayList<>();
            for (String table : filled) {
                try (ResultSet rows =
                        statement.executeQuery("SELECT quote_literal(json_agg(t)::text) FROM " + table + " t")) {
                    rows.next();
                    begins.add("INSERT INTO " + table + " SELECT * FROM json_populate_recordset(NULL::" + table + ", "
                            + rows.getString(1) + ")");
                }
            }
            try (ResultSet now = statement.executeQuery(SCHEMA)) {
                now.next();
                return new PostgresTemplate(now.getString("schema"), begins, now.getLong("size"));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the database is as it was when it was copied; it is not where somebody has it open still, or has changed a table. */
    boolean broughtBack(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            try (ResultSet now = statement.executeQuery(SCHEMA)) {
                now.next();
                if (!now.getString("schema").equals(schema)
                        || now.getLong("size") > size + MOST_LEFT_BEHIND
                        || now.getInt("others") > 0) {
                    return false;
                }
            }
            connection.setAutoCommit(false);
            // no order of the tables is asked for
            statement.execute("SET LOCAL session_replication_role = replica");
            statement.execute(DELETE);
            for (String rows : begins) {
                statement.execute(rows);
            }
            connection.commit();
            return true;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
