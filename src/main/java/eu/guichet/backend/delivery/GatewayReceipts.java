package eu.guichet.backend.delivery;

/** Takes in what SMS gateways tell by themselves, over HTTP, of messages that they have taken over. */
public interface GatewayReceipts {
    /** Where no gateway tells anything by itself. */
    GatewayReceipts NONE = new GatewayReceipts() {
        @Override
        public boolean isFrom(String gateway, String secret) {
            return false;
        }

        @Override
        public int told(String gateway, String body, boolean form) {
            return 0;
        }
    };

    /**
     * Whether somebody is the gateway that is meant.
     *
     * @param gateway its place in the settings, unchecked
     * @param secret as it came
     */
    boolean isFrom(String gateway, String secret);

    /**
     * Records what is told, each receipt once; one about a message of somebody else's changes nothing.
     *
     * @param gateway that it is from
     * @param form whether the body is a form rather than JSON
     * @return how many receipts there were in it; 0 where it has none, or cannot be read
     * @throws eu.guichet.backend.store.StoreUnavailableException when it has to be told again later
     */
    int told(String gateway, String body, boolean form);
}
