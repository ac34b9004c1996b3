/**
 * Finding the pensioner while she waits: one field, results as one types, and the reason for opening a file. It opens
 * nothing itself; whoever shows it is told which file, and why.
 */
package eu.guichet.desktop.search;
