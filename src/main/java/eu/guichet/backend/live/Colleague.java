package eu.guichet.backend.live;

import eu.guichet.contract.OfficeCode;
import org.jspecify.annotations.Nullable;

/**
 * An agent, as colleagues see her.
 *
 * @param office where she works; null where it is not known
 */
public record Colleague(String id, String name, @Nullable OfficeCode office) {}
