package eu.guichet.client.openid;

import java.net.URI;

/** What a person sees of a sign-in; called on the thread that signs in. */
public interface SignInPage {
    /** Shows the provider's page in a browser, and where it is, for the case that none opens. */
    void open(URI page);

    /** What the browser shows once it has come back; plain text. */
    Words words();

    /**
     * @param language as in HTML, such as {@code fr}
     * @param done that the person is signed in and can go back to the program
     * @param failed that the person is not, and that the program says why
     */
    record Words(String language, String done, String failed) {}
}
