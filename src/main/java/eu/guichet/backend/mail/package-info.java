/** E-mail: hands messages to a mail server, and reads from a mailbox what became of them. Knows no person and no rule. */
package eu.guichet.backend.mail;
