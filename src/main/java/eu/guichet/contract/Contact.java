package eu.guichet.contract;

import java.time.Instant;

/**
 * A call, a visit, a ticket or a worklist item: one agent's work on one file, from its opening to its closing. Verifications
 * and acts name it in the {@value #HEADER} header.
 *
 * @param id opaque, safe in a URL
 * @param note the agent's own line, kept with what was done; empty where none was written
 */
public record Contact(String id, String pensionerId, AccessReason reason, Instant openedAt, String note) {
    public static final String HEADER = "Guichet-Contact";
}
