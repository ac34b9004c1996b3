package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Principal;
import eu.guichet.contract.Environment;
import eu.guichet.contract.Me;
import eu.guichet.contract.PrintingBy;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Policy;
import java.time.Instant;
import java.time.InstantSource;

/** Who the caller is. */
final class MeResource {
    private final Environment environment;
    private final DatedPolicy policy;
    private final InstantSource clock;

    MeResource(Services rooms) {
        environment = rooms.environment();
        policy = rooms.policy();
        clock = rooms.clock();
    }

    Route me() {
        return Route.get("/v1/me", Permission.KNOW_ONESELF, call -> {
            Principal who = call.principal();
            return Answer.ok(
                    new Me(who.id(), who.name(), who.role(), who.office(), environment, desk(clock.instant())));
        });
    }

    private Me.Desk desk(Instant now) {
        Policy figures = policy.at(now);
        Policy.Contacts contacts = figures.contacts();
        PrintingBy printing = figures.letters().printing();
        return new Me.Desk(
                contacts.open(),
                (int) contacts.veilAtCounter().toSeconds(),
                (int) contacts.veilOnCall().toSeconds(),
                printing == PrintingBy.DESK && (figures.letters().savePdf() || environment == Environment.TRAINING),
                printing,
                policy.changeAfter(now).orElse(null));
    }
}
