package eu.guichet.backend.file;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.Verification;
import eu.guichet.process.History;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a message to DIGIT is made of.
 *
 * @param verification in force in the agent's contact, or null
 * @param sends whether it can be sent from here
 * @param followUp day on which the policy has DIGIT asked again
 */
public record DigitDraft(
        Pensioner pensioner, History history, @Nullable Verification verification, boolean sends, LocalDate followUp) {}
