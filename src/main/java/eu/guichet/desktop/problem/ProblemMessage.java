package eu.guichet.desktop.problem;

/**
 * A failure in a person's words.
 *
 * @param sentence what happened
 * @param nextStep what to do about it
 * @param retry whether trying the same again makes sense and does no harm
 * @param reference the correlation id, to be quoted to whoever looks after the program
 */
public record ProblemMessage(String sentence, String nextStep, boolean retry, String reference) {}
