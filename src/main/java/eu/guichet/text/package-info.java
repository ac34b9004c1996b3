/**
 * Texts for people: sentences with named arguments and plurals, the languages they exist in, and how the field's names
 * are written in keys. Pure: the same key, language and arguments always give the same text. Depends on no other room;
 * which sentence is said where is each room's own business.
 */
@NullMarked
package eu.guichet.text;

import org.jspecify.annotations.NullMarked;
