/**
 * From the outbox to whoever carries a message on: a mail server, an SMS gateway, in training the simulated post. A code that
 * goes out by SMS is drawn here, at the moment of handing over, and only its hash stays.
 */
package eu.guichet.backend.delivery;
