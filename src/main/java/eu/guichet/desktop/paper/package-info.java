/**
 * Paper and files: which printers there are, the print job of a sealed document, saving where the policy allows it. A
 * document passes through memory only and is wiped as soon as it has been handed over. No feature is known here.
 */
package eu.guichet.desktop.paper;
