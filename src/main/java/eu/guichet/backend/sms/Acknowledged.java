package eu.guichet.backend.sms;

import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.SmsPart;
import eu.guichet.contract.MessageStatus;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What gateways have taken over, kept so that a repeated hand-over sends only what is missing. */
final class Acknowledged {
    private final Database database;

    Acknowledged(Database database) {
        this.database = database;
    }

    /** Whether one route has all of it. */
    boolean carried(String messageId) {
        return whole(database.read(tx -> tx.smsParts().of(messageId)));
    }

    static boolean whole(List<SmsPart> parts) {
        return parts.stream().collect(Collectors.groupingBy(SmsPart::route)).values().stream()
                .anyMatch(route -> route.size() >= route.getFirst().parts());
    }

    /** Numbers, from 1. */
    Set<Integer> parts(String messageId, String route) {
        return database.read(tx -> tx.smsParts().of(messageId)).stream()
                .filter(part -> part.route().equals(route))
                .map(SmsPart::part)
                .collect(Collectors.toSet());
    }

    void keep(String messageId, String route, int part, int parts, String gatewayId) {
        database.executeBeside(tx -> tx.smsParts()
                .add(new SmsPart(messageId, route, part, parts, GatewayIds.kept(gatewayId), MessageStatus.SENT)));
    }
}
