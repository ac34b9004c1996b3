/**
 * The enrolment process itself: events become state, open and closed actions, advice. Pure functions of history, policy and
 * now, with the codes, numbers, periods and office hours they need. No I/O and no clock of its own may enter.
 */
package eu.guichet.process;
