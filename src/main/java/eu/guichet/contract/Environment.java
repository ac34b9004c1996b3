package eu.guichet.contract;

/** Which world the backend works on; the desktop shows it at all times. */
public enum Environment {
    TRAINING,
    ACCEPTANCE,
    PRODUCTION
}
