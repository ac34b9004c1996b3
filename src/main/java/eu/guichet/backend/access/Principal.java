package eu.guichet.backend.access;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.util.Set;

/**
 * Who calls.
 *
 * @param id opaque, the same at each sign-in
 * @param name as colleagues know it, such as {@code M. D.}
 * @param office where they work; it stands in the audit trail
 * @param offices for which they act, that one among them
 */
public record Principal(String id, String name, Role role, OfficeCode office, Set<OfficeCode> offices) {
    public Principal {
        offices = Set.copyOf(offices);
        if (!offices.contains(office)) {
            throw new IllegalArgumentException("whoever works at an office acts for it");
        }
    }

    /** Somebody who acts for the own office alone. */
    public Principal(String id, String name, Role role, OfficeCode office) {
        this(id, name, role, office, Set.of(office));
    }

    boolean actsFor(OfficeCode one) {
        return offices.contains(one);
    }
}
