package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Role;
import java.time.Instant;

/** How the window stands with the backend, as far as it knows. Each is another sentence, and another way on. */
sealed interface Link {
    /** The first answer is awaited. */
    record Connecting() implements Link {}

    /** It answers, and what changes elsewhere is heard where the role hears of it. */
    record Connected() implements Link {}

    /** An answer is waited for longer than usual; what is shown holds. */
    record Slow(long seconds) implements Link {}

    /** It answers, but what changes elsewhere is not heard. */
    record Unheard() implements Link {}

    /**
     * It does not answer; it is asked again by itself.
     *
     * @param since when that was noticed
     */
    record Away(Instant since, Instant nextTry) implements Link {}

    /** It answers that it does not know the session. */
    record SignedOut() implements Link {}

    /** It answers, and has no screen for this role. */
    record NoDesk(Role role) implements Link {}

    /** Something that waiting does not help. */
    record Failed(ClientException why) implements Link {}
}
