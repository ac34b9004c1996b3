package eu.guichet.backend.access;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;

/**
 * Who calls.
 *
 * @param id opaque, the same at each sign-in
 * @param name as colleagues know it, such as {@code M. D.}
 */
public record Principal(String id, String name, Role role, OfficeCode office) {}
