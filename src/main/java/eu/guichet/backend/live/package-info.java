/**
 * Tells whoever has a file open what changes in it and who else has, at whichever node. In memory only: what is missed is seen at the next reading. It knows the
 * contract and who calls, no HTTP and no store; for what other servers record it is handed a question to ask and a
 * channel to listen at.
 */
package eu.guichet.backend.live;
