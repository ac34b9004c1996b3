package eu.guichet.desktop.file;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.PensionerFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file within its contact, which it opens or corrects as needed. Blocks, so never on the FX thread. */
final class OpenContact {
    private static final Logger LOG = LoggerFactory.getLogger(OpenContact.class);

    private final GuichetClient client;

    OpenContact(GuichetClient client) {
        this.client = client;
    }

    /**
     * @param before the contact with which the last file was read, or null; it is closed where it is about somebody else
     * @param reason why this file is open
     */
    PensionerFile read(@Nullable Contact before, String pensionerId, AccessReason reason) {
        if (before != null && !before.pensionerId().equals(pensionerId)) {
            leave(before);
        }
        boolean same = before != null && before.pensionerId().equals(pensionerId);
        if (before == null || !same) {
            return client.open(client.openContact(new ContactRequest(pensionerId, reason)));
        }
        return client.open(before.reason().equals(reason) ? before : client.correctContact(before.id(), reason));
    }

    private void leave(Contact contact) {
        try {
            client.closeContact(contact.id());
        } catch (ClientException e) {
            LOG.info("a contact stays open until the backend closes it: {}", e.getMessage());
        }
    }
}
