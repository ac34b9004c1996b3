package eu.guichet.contract;

/** A contact to be opened: about whom, and why. */
public record ContactRequest(String pensionerId, AccessReason reason) {}
