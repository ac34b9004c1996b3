/**
 * Sign-in by an OpenID provider, from the backend's side: whether a provider's access token holds, and who in the offices it
 * stands for. It knows who may call ({@code access}) and settings, no HTTP of its own and no store.
 */
package eu.guichet.backend.oidc;
