/**
 * What every screen shares: calls off the FX thread, texts that change language while they are shown, the look, small
 * controls. It imports no feature; what only one feature needs does not belong here.
 */
package eu.guichet.desktop.ui;
