package eu.guichet.backend.store;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Which failures a connection does not survive, beside those the pool knows. After a switch-over the server behind a connection
 * can be the one that only reads; another connection reaches the new one.
 */
final class SwitchOver implements SQLExceptionOverride {
    /** Read-only, ended for doing nothing in a transaction, ended by the server, in recovery. */
    private static final Set<String> OF_THE_SERVER = Set.of("25006", "25P03", "57P01", "57P02", "57P03", "57P05");

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return OF_THE_SERVER.contains(failure.getSQLState()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
