package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Principal;
import eu.guichet.contract.Environment;
import eu.guichet.contract.Me;
import eu.guichet.contract.PrintingBy;
import eu.guichet.process.Policy;

/** Who the caller is. */
final class MeResource {
    private final Environment environment;
    private final Me.Desk desk;

    MeResource(Services rooms) {
        environment = rooms.environment();
        Policy.Contacts contacts = rooms.policy().contacts();
        PrintingBy printing = rooms.policy().letters().printing();
        desk = new Me.Desk(
                contacts.open(),
                (int) contacts.veilAtCounter().toSeconds(),
                (int) contacts.veilOnCall().toSeconds(),
                printing == PrintingBy.DESK
                        && (rooms.policy().letters().savePdf() || environment == Environment.TRAINING),
                printing);
    }

    Route me() {
        return Route.get("/v1/me", Permission.KNOW_ONESELF, call -> {
            Principal who = call.principal();
            return Answer.ok(new Me(who.id(), who.name(), who.role(), who.office(), environment, desk));
        });
    }
}
