/**
 * What a backend does again and again in the background. Rounds go on whatever one of them meets; what a round does is the
 * business of the room that starts it.
 */
package eu.guichet.backend.schedule;
