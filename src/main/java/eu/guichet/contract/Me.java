package eu.guichet.contract;

/**
 * Who is calling.
 *
 * @param desk what the policy says of the desk
 */
public record Me(String id, String name, Role role, OfficeCode office, Environment environment, Desk desk) {
    /**
     * @param contactsOpen most contacts that may be open at once
     * @param veilAtCounterSeconds after how long an untouched desk hides a file that is open for a visit to the counter
     * @param veilOnCallSeconds the same for every other reason
     * @param savePdf whether a letter may be saved to a file instead of printed
     */
    public record Desk(int contactsOpen, int veilAtCounterSeconds, int veilOnCallSeconds, boolean savePdf) {
        public static final Desk STANDARD = new Desk(2, 180, 600, false);
    }
}
