package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.contract.TrainingMove;

/** The training panel. Routed in training only: elsewhere its paths do not exist. */
final class TrainingResource {
    private static final String PATH = "/training/v1/pensioners/{id}";

    private final TrainingDoor door;

    TrainingResource(TrainingDoor door) {
        this.door = door;
    }

    Route world() {
        return Route.get(PATH, Permission.TRAIN, call -> Answer.ok(door.world(call.id(), call.language())));
    }

    Route move() {
        return Route.post(PATH + "/moves", Permission.TRAIN, call -> {
            TrainingMove asked = call.body(TrainingMove.class);
            new Violations().require("kind", asked.kind()).none();
            return Answer.ok(door.move(call.id(), asked.kind(), call.language()));
        });
    }
}
