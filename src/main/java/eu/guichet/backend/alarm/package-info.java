/** Watches for what goes wrong without anybody asking. Knows the store alone; what it finds supervisors and operators are shown. */
package eu.guichet.backend.alarm;
