package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import eu.guichet.typed.Typed;
import java.time.Instant;

/** What becomes of a call-back that is owed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CallbackPatch.Done.class, name = "DONE"),
    @JsonSubTypes.Type(value = CallbackPatch.Moved.class, name = "MOVED"),
    @JsonSubTypes.Type(value = CallbackPatch.GivenUp.class, name = "GIVEN_UP")
})
public sealed interface CallbackPatch {
    /** She was called. */
    record Done() implements CallbackPatch {}

    /** She is called at another time: while the phone of its office is answered, UTC. */
    record Moved(Instant at) implements CallbackPatch {}

    /** Nobody calls any more; the reason has 3 to 300 characters and is kept in the history. */
    record GivenUp(String reason) implements CallbackPatch {
        public GivenUp {
            if (reason != null) {
                reason = Typed.words(reason);
            }
        }
    }
}
