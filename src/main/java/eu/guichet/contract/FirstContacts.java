package eu.guichet.contract;

/**
 * How often a call, a visit or a ticket was the last about its matter. A contact is solved where the same person had no other
 * within so many days after it was closed; what a worklist brought about counts neither way.
 *
 * @param closed in the period
 * @param solved of those
 * @param again of those, with another contact since
 * @param undecided of those: the days are not over, and there was no other so far
 */
public record FirstContacts(int closed, int solved, int again, int undecided, int days) {}
