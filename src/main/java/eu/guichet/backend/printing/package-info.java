/**
 * The print queue: hands letters to the offices' printers and follows each job to its end. What may be printed, and what is
 * recorded of it, the desk decides; how a printer is spoken to is not known here.
 */
package eu.guichet.backend.printing;
