/**
 * The contract as a Java interface, and OkHttp behind it: bearer sign-in, retry of what is safe to repeat, idempotency
 * keys, the live stream. Failures are typed. No JavaFX and no rule of the process lives here.
 */
package eu.guichet.client;
