package eu.guichet.contract;

/** A message to send again. It goes to what is on file; there is no way to name a destination. */
public record MessageRequest(MessageKind kind) {}
