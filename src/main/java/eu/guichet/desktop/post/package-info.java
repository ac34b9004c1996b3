/**
 * The letter desk: letters to print, to post, on their way, overdue and returned, each list with its count. A scanner does
 * most of the work; what it reads is looked up by the backend, and what is recorded can be taken back.
 */
package eu.guichet.desktop.post;
