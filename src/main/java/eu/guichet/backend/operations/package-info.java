/** What those who run the backend look at: whether it lives, whether it can take work, and its figures. */
package eu.guichet.backend.operations;
