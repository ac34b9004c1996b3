/**
 * What is done for the person whose file is open, one door for each action: verifying, resending, the letter from preview
 * to paper, the hand-over to DIGIT. A letter's document passes through memory only, is never drawn on the screen, and is
 * wiped as soon as it has been handed over. What the file shows is another room's.
 */
package eu.guichet.desktop.act;
