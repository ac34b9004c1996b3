package eu.guichet.process;

import eu.guichet.contract.Alert;
import java.time.Instant;

/** An alert in force, and since when. */
public record ActiveAlert(Alert kind, Instant since) {}
