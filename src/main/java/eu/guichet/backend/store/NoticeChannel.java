package eu.guichet.backend.store;

import com.zaxxer.hikari.HikariConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Short notices between the programs on one PostgreSQL database, over a connection of its own. A notice may be lost, with the
 * connection or with the program; none is heard by the program that tells it. For one thread that hears and one that tells.
 */
public final class NoticeChannel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeChannel.class);
    private static final String NAME = "guichet_notices";
    private static final int WAIT_MILLIS = 200;
    /** A server that went away without a word is noticed by asking. */
    private static final Duration ASK_AFTER = Duration.ofSeconds(10);

    private final String self = UUID.randomUUID() + " ";
    private final Unpooled connections;
    private @Nullable Connection hearing;
    private @Nullable Connection telling;
    private long lastAsked;

    NoticeChannel(HikariConfig config) {
        this.connections = new Unpooled(config.getJdbcUrl(), config.getDataSourceProperties());
    }

    /**
     * What others have told since the last call; waits a moment where that is nothing. Connects where there is no connection.
     *
     * @throws StoreUnavailableException when the server is away; the next call connects anew
     */
    public List<String> hear() {
        try {
            Connection connection = listening();
            PGNotification[] notices = connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
            if (System.nanoTime() - lastAsked > ASK_AFTER.toNanos()) {
                ask(connection, "SELECT 1");
            }
            return notices == null
                    ? List.of()
                    : Arrays.stream(notices)
                            .map(PGNotification::getParameter)
                            .filter(told -> !told.startsWith(self))
                            .map(told -> told.substring(told.indexOf(' ') + 1))
                            .toList();
        } catch (SQLException e) {
            closeQuietly(hearing);
            hearing = null;
            throw away(e);
        }
    }

    private Connection listening() throws SQLException {
        Connection known = hearing;
        if (known != null) {
            return known;
        }
        Connection made = connections.getConnection();
        hearing = made;
        ask(made, "LISTEN " + NAME);
        return made;
    }

    private void ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        lastAsked = System.nanoTime();
    }

    /**
     * @param notices each under 8000 bytes with what goes before it, and nothing that is about a person but an id
     * @throws StoreUnavailableException when the server is away; they are lost then
     */
    public void tell(Collection<String> notices) {
        try {
            Connection known = telling;
            Connection connection = known == null ? connections.getConnection() : known;
            telling = connection;
            try (PreparedStatement statement =
                    connection.prepareStatement("SELECT pg_notify('" + NAME + "', told) FROM unnest(?) AS told")) {
                statement.setArray(
                        1,
                        connection.createArrayOf(
                                "text", notices.stream().map(self::concat).toArray()));
                statement.execute();
            }
        } catch (SQLException e) {
            closeQuietly(telling);
            telling = null;
            throw away(e);
        }
    }

    private static StoreUnavailableException away(SQLException failure) {
        return new StoreUnavailableException("no notices between the nodes (" + failure.getSQLState() + ")", failure);
    }

    private static void closeQuietly(@Nullable Connection connection) {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("the connection was gone already ({})", e.getSQLState());
            }
        }
    }

    /** Once nobody hears or tells any more. */
    @Override
    public void close() {
        closeQuietly(hearing);
        closeQuietly(telling);
    }
}
