/**
 * The figures of a day, a week or a month: of the offices for whoever oversees them, one's own for an agent. Nobody is named and
 * nobody ranked; what is counted and how is said beside each figure, and behind each chart is its table.
 */
package eu.guichet.desktop.figures;
