package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.Told;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Who hears of whom at the same file. */
final class Colleagues {
    private static final OfficeCode LUX = OfficeCode.LUX;

    private Colleagues() {}

    /** Whoever has it open opens it again, and then a colleague does: whose name comes first? */
    static String told(Desks desks, Desks.Who who, String person, boolean own) throws InterruptedException {
        BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
        BlockingQueue<GuichetClient.Connection> connections = new LinkedBlockingQueue<>();
        String token = desks.token(who);
        try (GuichetClient desk = GuichetClients.connect(desks.url(false), () -> token);
                GuichetClient.Subscription _ = desk.listen(events::add, connections::add)) {
            assertThat(connections.poll(30, TimeUnit.SECONDS)).isEqualTo(GuichetClient.Connection.CONNECTED);
            read(desks.at(who, false), person);
            Desks.Who other = desks.somebody(who.role(), LUX);
            Caller opens = own ? desks.at(who, false) : desks.at(other, false);
            opens.get("/v1/pensioners/" + person, "Guichet-Reason", "call");
            Desks.Who last = desks.somebody(who.role(), LUX);
            desks.at(last, false).get("/v1/pensioners/" + person, "Guichet-Reason", "call");
            return Told.next(events, LiveEvent.AlsoOpen.class).colleague().equals(last.id()) ? "not told" : "told";
        }
    }

    private static void read(Caller by, String person) {
        assertThat(by.get("/v1/pensioners/" + person, "Guichet-Reason", "call").status())
                .isEqualTo(200);
    }
}
