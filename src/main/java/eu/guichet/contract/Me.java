package eu.guichet.contract;

/** Who is calling. */
public record Me(String id, String name, Role role, OfficeCode office, Environment environment) {}
