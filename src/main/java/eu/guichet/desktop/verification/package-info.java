/**
 * How the agent records that the person is who he or she says: at the counter, called back, or by data points the
 * backend compares. What is typed here is wiped as soon as it has been sent; nothing here knows a right answer.
 */
package eu.guichet.desktop.verification;
