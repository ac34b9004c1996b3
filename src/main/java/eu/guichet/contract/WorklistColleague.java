package eu.guichet.contract;

/** An agent who had files of a worklist last. */
public record WorklistColleague(String id, String name) {}
