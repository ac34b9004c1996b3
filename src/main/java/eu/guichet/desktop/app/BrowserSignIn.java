package eu.guichet.desktop.app;

import eu.guichet.client.openid.SignInPage;
import eu.guichet.desktop.act.WebBrowser;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.Texts;
import java.net.URI;
import java.util.function.Consumer;

/** Has somebody sign in in the browser, and says so in the window. To be made on the FX thread. */
final class BrowserSignIn implements SignInPage {
    private final WebBrowser browser;
    private final Tasks tasks;
    private final Consumer<Asked> window;
    private final Words words;

    /** @param opened whether a browser shows the page */
    record Asked(URI page, boolean opened) {}

    /** @param window told on the FX thread what is asked of the person */
    BrowserSignIn(Texts texts, WebBrowser browser, Tasks tasks, Consumer<Asked> window) {
        this.browser = browser;
        this.tasks = tasks;
        this.window = window;
        words = new Words(
                texts.locale().toLanguageTag(), texts.get("sign-in.page.done"), texts.get("sign-in.page.failed"));
    }

    @Override
    public void open(URI page) {
        boolean opened = browser.open(page);
        tasks.onScreen(() -> window.accept(new Asked(page, opened)));
    }

    @Override
    public Words words() {
        return words;
    }
}
