package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Principal;
import eu.guichet.contract.Environment;
import eu.guichet.contract.Me;

/** Who the caller is. */
final class MeResource {
    private final Environment environment;

    MeResource(Environment environment) {
        this.environment = environment;
    }

    Route me() {
        return Route.get("/v1/me", Permission.KNOW_ONESELF, call -> {
            Principal who = call.principal();
            return Answer.ok(new Me(who.id(), who.name(), who.role(), who.office(), environment));
        });
    }
}
