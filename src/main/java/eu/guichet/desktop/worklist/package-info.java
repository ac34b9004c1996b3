/**
 * The worklists: what the office has before it, list by list, and the way from one file to the next. It opens no file itself;
 * the shell does, within a contact whose reason is the list.
 */
package eu.guichet.desktop.worklist;
