package eu.guichet.desktop.file;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a file within its contact, which it opens or corrects as needed. Blocks, so never on the FX thread. */
final class OpenContact {
    private static final Logger LOG = LoggerFactory.getLogger(OpenContact.class);

    private final GuichetClient client;
    private final Supplier<Set<String>> held;

    /** @param held ids of the contacts that are open in this window, asked from any thread */
    OpenContact(GuichetClient client, Supplier<Set<String>> held) {
        this.client = client;
        this.held = held;
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
            return client.open(fresh(pensionerId, reason));
        }
        return client.open(before.reason().equals(reason) ? before : client.correctContact(before.id(), reason));
    }

    /** As many open as may be: those that no window of this program has were left behind by one that ended in the middle. */
    private Contact fresh(String pensionerId, AccessReason reason) {
        ContactRequest request = new ContactRequest(pensionerId, reason);
        try {
            return client.openContact(request);
        } catch (ClientException.Refused refused) {
            if (refused.type() != ProblemType.TOO_MANY_CONTACTS) {
                throw refused;
            }
            Set<String> ours = held.get();
            client.contacts().stream()
                    .filter(left -> !ours.contains(left.id()))
                    .forEach(left -> client.closeContact(left.id()));
            return client.openContact(request);
        }
    }

    private void leave(Contact contact) {
        try {
            client.closeContact(contact.id());
        } catch (ClientException e) {
            LOG.info("a contact stays open until the backend closes it: {}", e.getMessage());
        }
    }
}
