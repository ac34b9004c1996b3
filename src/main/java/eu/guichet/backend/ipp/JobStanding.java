package eu.guichet.backend.ipp;

import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands at its printer.
 *
 * @param trouble why it has stopped or failed; null where it goes well
 */
public record JobStanding(PrintState state, @Nullable PrintTrouble trouble) {}
