package eu.guichet.backend.http;

import eu.guichet.contract.SignInOffer;

/** How to sign in, for whoever has not done so yet. */
final class SignInResource {
    private final SignInOffer offer;

    SignInResource(Services rooms) {
        offer = rooms.signIn();
    }

    Route offer() {
        return new Route.Open("/v1/sign-in", () -> Answer.ok(offer));
    }
}
