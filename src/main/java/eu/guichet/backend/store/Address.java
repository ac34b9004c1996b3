package eu.guichet.backend.store;

/**
 * A postal address.
 *
 * @param country ISO 3166 alpha-2
 */
public record Address(String street, String postcode, String city, String country) {
    /** Never prints where somebody lives. */
    @Override
    public String toString() {
        return "Address[" + country + "]";
    }
}
