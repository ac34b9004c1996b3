/**
 * The composition root: what is started in which order, and stopped in the opposite one. The only room of the desktop
 * that knows the backend, and only to start one in this process where no other is named.
 */
package eu.guichet.desktop.app;
