package eu.guichet.contract;

/**
 * @param ticket DIGIT's ticket number, as in its answer
 */
public record HandoverRequest(String ticket) {}
