package eu.guichet.client;

import eu.guichet.client.ClientException.Hindered;
import eu.guichet.client.ClientException.Hindered.Hindrance;
import eu.guichet.client.Outcome.Answer;
import eu.guichet.contract.ContractVersion;
import org.jspecify.annotations.Nullable;

/** Whether the backend that answers and this program understand each other. */
final class Versions {
    private static final int FIRST = 1;

    private Versions() {}

    /** @throws Hindered when they do not */
    static void require(Answer answer, String correlation) {
        if (number(answer.headers().get(ContractVersion.LOWEST_DESKTOP_HEADER)) > ContractVersion.SPOKEN) {
            throw new Hindered(Hindrance.DESKTOP_TOO_OLD, correlation, null);
        }
        if (number(answer.headers().get(ContractVersion.SPOKEN_HEADER)) < ContractVersion.LOWEST_BACKEND) {
            throw new Hindered(Hindrance.BACKEND_TOO_OLD, correlation, null);
        }
    }

    /** What is no number was not written by a backend. */
    private static int number(@Nullable String header) {
        return header != null && header.matches("\\d{1,6}") ? Integer.parseInt(header) : FIRST;
    }
}
