package eu.guichet.desktop.act;

import java.net.URI;

/** The system's browser. */
@FunctionalInterface
public interface WebBrowser {
    /** Off the FX thread: the system may take its time. @return whether a browser took the page */
    boolean open(URI page);
}
