package eu.guichet.backend;

import eu.guichet.backend.http.TrainingDoor;
import eu.guichet.backend.training.Training;
import eu.guichet.contract.TrainingWorld;
import java.util.Locale;

/** Lets the training panel in. */
record TrainingPanel(Training training) implements TrainingDoor {
    @Override
    public TrainingWorld world(String pensionerId, Locale language) {
        return training.world(pensionerId, language);
    }

    @Override
    public TrainingWorld move(String pensionerId, TrainingWorld.MoveKind move, Locale language) {
        return training.move(pensionerId, move, language);
    }
}
