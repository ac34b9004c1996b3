/**
 * What the program remembers for one person on one machine: language, look, the window's place, and where the backend
 * is. Kept as one small JSON file in the user's own folder, beside what an administrator fixes in one file for the machine; nothing about a pensioner is ever in it.
 */
package eu.guichet.desktop.settings;
