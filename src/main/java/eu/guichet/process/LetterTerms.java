package eu.guichet.process;

/**
 * What was promised with a letter when it was generated. It stays with the letter: a figure that changes later does not
 * judge what is on paper already.
 *
 * @param lifeMonths life of its code from its receipt
 * @param holdingDays how long a post office holds it
 * @param tries wrong codes that lock it
 */
public record LetterTerms(int lifeMonths, int holdingDays, int tries) {}
