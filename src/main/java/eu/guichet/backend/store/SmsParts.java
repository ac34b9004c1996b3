package eu.guichet.backend.store;

import eu.guichet.contract.MessageStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Which parts of which SMS a gateway has taken over, and what it said of them. */
public final class SmsParts {
    private static final String SELECT = "SELECT message_id, route, part, parts, gateway_id, status FROM sms_part";

    private final Handle handle;

    SmsParts(Handle handle) {
        this.handle = handle;
    }

    /** Does nothing where it is known already. */
    public void add(SmsPart part) {
        handle.createUpdate("INSERT INTO sms_part (message_id, route, part, parts, gateway_id, status)"
                        + " VALUES (:message, :route, :part, :parts, :gateway, :status) ON CONFLICT DO NOTHING")
                .bind("message", part.messageId())
                .bind("route", part.route())
                .bind("part", part.part())
                .bind("parts", part.parts())
                .bind("gateway", part.gatewayId())
                .bind("status", part.status().name())
                .execute();
    }

    /** By route and number. */
    public List<SmsPart> of(String messageId) {
        return handle.createQuery(SELECT + " WHERE message_id = :message ORDER BY route, part")
                .bind("message", messageId)
                .map((row, context) -> read(row))
                .list();
    }

    /** Those of a route that go by one of these ids. */
    public List<SmsPart> named(String route, Collection<String> gatewayIds) {
        return gatewayIds.isEmpty()
                ? List.of()
                : handle.createQuery(SELECT + " WHERE route = :route AND gateway_id IN (<ids>)")
                        .bind("route", route)
                        .bindList("ids", List.copyOf(gatewayIds))
                        .map((row, context) -> read(row))
                        .list();
    }

    public void set(SmsPart part, MessageStatus status) {
        handle.createUpdate("UPDATE sms_part SET status = :status"
                        + " WHERE message_id = :message AND route = :route AND part = :part")
                .bind("status", status.name())
                .bind("message", part.messageId())
                .bind("route", part.route())
                .bind("part", part.part())
                .execute();
    }

    private static SmsPart read(ResultSet row) throws SQLException {
        return new SmsPart(
                row.getString("message_id"),
                row.getString("route"),
                row.getInt("part"),
                row.getInt("parts"),
                row.getString("gateway_id"),
                MessageStatus.valueOf(row.getString("status")));
    }
}
