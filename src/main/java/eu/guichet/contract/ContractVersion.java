package eu.guichet.contract;

/**
 * How both ends tell each other apart. The contract only grows, so most versions understand each other; these numbers say where
 * they no longer do. Every answer of a backend names its own, and the lowest of the
 * desktops it still serves; a desktop names its own, and where that is lower its acts are refused.
 */
public final class ContractVersion {
    /**
     * The header with the version that a backend speaks in each answer, and a desktop in each request. A backend that says nothing
     * speaks the first; a caller that says nothing is no desktop.
     */
    public static final String SPOKEN_HEADER = "Guichet-Contract";

    /** The header with the lowest version a desktop has to speak to be served. */
    public static final String LOWEST_DESKTOP_HEADER = "Guichet-Contract-Lowest";

    /** The one of this program; raised by one with each addition that one end may need from the other. */
    public static final int SPOKEN = 1;

    /** What a desktop has to speak at least for this program's backend. */
    public static final int LOWEST_DESKTOP = 1;

    /** What a backend has to speak at least for this program's desktop. */
    public static final int LOWEST_BACKEND = 1;

    private ContractVersion() {}
}
