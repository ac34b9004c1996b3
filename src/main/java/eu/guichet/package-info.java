/**
 * The program's entry and its words on the command line: nothing (the desktop), {@code serve}, {@code import},
 * {@code tour}. What they start lives in the packages below; nothing below knows this one.
 */
package eu.guichet;
