package eu.guichet.desktop.app;

import eu.guichet.desktop.act.WebBrowser;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browser that the system opens a page with. */
final class SystemBrowser implements WebBrowser {
    private static final Logger LOG = LoggerFactory.getLogger(SystemBrowser.class);

    @Override
    public boolean open(URI page) {
        if (!Desktop.isDesktopSupported() || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
            return false;
        }
        try {
            Desktop.getDesktop().browse(page);
            return true;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException | SecurityException e) {
            // the page may carry the number of somebody's letter: the kind of failure is enough
            LOG.warn("No browser could be opened: {}", e.getClass().getSimpleName());
            return false;
        }
    }
}
