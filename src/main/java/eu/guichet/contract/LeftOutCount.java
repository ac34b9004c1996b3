package eu.guichet.contract;

/** How many letters are left out for one reason. */
public record LeftOutCount(LeftOutReason reason, int count) {}
