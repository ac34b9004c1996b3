package eu.guichet.contract;

/** By which way a message reaches the pensioner. Each channel can be switched off by policy. */
public enum Channel {
    EMAIL,
    SMS
}
