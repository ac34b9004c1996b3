package eu.guichet.desktop.app;

import eu.guichet.contract.HandoverDraft;
import eu.guichet.desktop.act.MailProgram;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mail program that the system opens for a {@code mailto:} address. */
final class SystemMail implements MailProgram {
    private static final Logger LOG = LoggerFactory.getLogger(SystemMail.class);

    @Override
    public boolean open(HandoverDraft draft) {
        if (!java.awt.Desktop.isDesktopSupported()
                || !java.awt.Desktop.getDesktop().isSupported(java.awt.Desktop.Action.MAIL)) {
            return false;
        }
        try {
            java.awt.Desktop.getDesktop()
                    .mail(URI.create("mailto:" + draft.to() + "?subject=" + encode(draft.subject()) + "&body="
                            + encode(draft.body())));
            return true;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException | SecurityException e) {
            LOG.warn("no mail program could be opened", e);
            return false;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
