package eu.guichet.backend.http;

import eu.guichet.contract.TrainingWorld;
import java.util.Locale;

/** Where the training panel comes in; who stands behind it is not this package's business. */
public interface TrainingDoor {
    /** @param language the agent's */
    TrainingWorld world(String pensionerId, Locale language);

    /** @param language the agent's */
    TrainingWorld move(String pensionerId, TrainingWorld.MoveKind move, Locale language);
}
