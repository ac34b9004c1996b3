package eu.guichet.backend.store;

import eu.guichet.contract.MessageStatus;

/**
 * A part of an SMS that a gateway has taken over.
 *
 * @param route the gateway's place in the settings, such as {@code first}
 * @param part from 1
 * @param parts how many the message has
 * @param gatewayId by which the gateway's receipts name it; empty where it gave none
 * @param status {@link MessageStatus#SENT}, and what its receipt said later
 */
public record SmsPart(String messageId, String route, int part, int parts, String gatewayId, MessageStatus status) {}
