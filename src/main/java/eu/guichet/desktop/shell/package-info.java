/**
 * The one window's content: head, results, open file, training panel, and what holds them together. Features meet here
 * and nowhere else; a feature is told what another one did, it never asks for it.
 */
package eu.guichet.desktop.shell;
