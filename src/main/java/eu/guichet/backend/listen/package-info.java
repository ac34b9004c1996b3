/** The socket: where the backend listens, its certificate, and how long a caller may take. */
package eu.guichet.backend.listen;
