package eu.guichet.contract;

import java.util.List;

/**
 * What to say now.
 *
 * @param toAgent in the agent's language: what to check and what to do, in order
 * @param toPensioner the sentences to say, in the pensioner's language
 * @param toPensionerInAgents the same sentences in the agent's language, for who does not read hers; empty where they are in it
 *     already
 * @param language BCP 47 tag of {@code toPensioner}
 */
public record Advice(
        List<String> toAgent, List<String> toPensioner, List<String> toPensionerInAgents, String language) {
    public Advice {
        toAgent = List.copyOf(toAgent);
        toPensioner = List.copyOf(toPensioner);
        toPensionerInAgents = List.copyOf(toPensionerInAgents);
    }
}
