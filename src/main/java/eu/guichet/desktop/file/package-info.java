/**
 * The file of one pensioner: who, where she stands on the ladder of sixteen steps, what to say and do now, what has
 * happened. Holds no rule of the process: which action is open, why not and when is the backend's word.
 */
package eu.guichet.desktop.file;
