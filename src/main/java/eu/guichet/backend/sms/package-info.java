/**
 * SMS: hands messages to a gateway, over SMPP 3.4 or by HTTP, and to a second one when the first is slow or down; reads what
 * the gateway tells of them later. Knows no rule.
 */
package eu.guichet.backend.sms;
