/**
 * The training panel: the mailbox, phone and letterbox of the simulated pensioner whose file is open, and the steps she
 * can take next. Only where the backend says it is a training one; nothing here is needed to do the job.
 */
package eu.guichet.desktop.training;
