/**
 * What an act on an open file is made of on the screen: the place in which its steps take turns, the card each step is
 * drawn on, and the doors by which one feature asks for another without knowing it. Imports no feature.
 */
package eu.guichet.desktop.flow;
