/**
 * The main job and an office's whole day by itself: the real content of the window, driven through its own controls on a
 * machine that may have no display, with a picture of every screen. It knows the controls by their ids, like a UI test, and
 * no rule of the process.
 */
package eu.guichet.desktop.tour;
