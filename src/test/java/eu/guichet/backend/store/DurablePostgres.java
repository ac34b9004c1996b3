package eu.guichet.backend.store;

import java.io.IOException;

/** A PostgreSQL server of one test's own that may crash, with one empty database; it stops with the Java machine. */
public final class DurablePostgres {
    private final PostgresServer server = PostgresServer.durable();
    private final String database = server.newEmptyDatabase();

    public String url() {
        return server.url(database);
    }

    /** A server that follows it, and to which it can be switched over. */
    public final class Pair {
        private final PostgresStandby standby;

        private Pair() throws IOException {
            standby = server.standby();
        }

        /** Of both: whoever connects reaches the one that writes. */
        public String url() {
            return "jdbc:postgresql://127.0.0.1:" + server.port() + ",127.0.0.1:" + standby.port() + "/" + database
                    + "?user=guichet&targetServerType=primary";
        }

        /** The first one fails for good. */
        public void fail() throws IOException {
            server.fail();
        }

        /** The second one takes over. */
        public void promote() {
            standby.promote();
        }

        /** Of the second one alone. */
        public String standbyUrl() {
            return standby.url(database);
        }
    }

    /** Returns once the second server has all that the first one has. */
    public Pair pair() throws IOException {
        return new Pair();
    }

    /** Ends it as a power cut would, and starts it again; returns once it answers. */
    public void crashAndRestart() throws IOException {
        server.crashAndRestart();
    }
}
