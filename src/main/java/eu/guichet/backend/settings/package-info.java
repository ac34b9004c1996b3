/** Reads the lines of a settings file: each by its name, with a sentence where one cannot be used. Knows no other room. */
package eu.guichet.backend.settings;
