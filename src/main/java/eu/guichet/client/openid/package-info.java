/**
 * Sign-in at an OpenID provider from the desktop's side, as RFC 8252 wants it of a program: in the system's browser, which
 * returns to this machine. Tokens stay in memory. It knows the contract and how this client reaches servers, no window.
 */
package eu.guichet.client.openid;
