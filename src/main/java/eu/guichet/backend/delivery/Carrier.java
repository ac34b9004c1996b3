package eu.guichet.backend.delivery;

/** Takes messages of one channel over. What becomes of them later it reports as process events. */
@FunctionalInterface
public interface Carrier {
    /**
     * Takes a parcel over, once however often it is handed over under one message id.
     *
     * @throws NotCarriedException when it could not be taken over now
     */
    void carry(Parcel parcel) throws NotCarriedException;
}
