package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, about whom, and within which contact.
 *
 * @param contactId as named by the caller, or null where none was named; whether it is open, the caller's and about this
 *     person, the act itself finds out
 */
public record InContact(
        Principal who, String pensionerId, @Nullable String contactId) {}
