/**
 * Tells whoever has a file open what changes in it. In memory only: what is missed is seen at the next reading. It knows the
 * contract and who calls, no HTTP and no store.
 */
package eu.guichet.backend.live;
