package eu.guichet.desktop.app;

import eu.guichet.client.openid.SignInPage;
import java.net.URI;

/** The page of a backend at which nobody signs in. */
final class NobodySignsIn implements SignInPage {
    static final SignInPage PAGE = new NobodySignsIn();

    @Override
    public void open(URI page) {
        throw new AssertionError("nobody signs in here");
    }

    @Override
    public Words words() {
        return new Words("en", "", "");
    }
}
