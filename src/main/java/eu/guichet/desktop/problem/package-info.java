/**
 * What a person sees when a call did not end well: one sentence, one next step, and the reference to quote. In the place
 * it concerns, never in a box over everything; no stack trace and no rule of the process.
 */
package eu.guichet.desktop.problem;
