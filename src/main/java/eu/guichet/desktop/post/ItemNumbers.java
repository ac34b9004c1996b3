package eu.guichet.desktop.post;

/** Registered item numbers as they stand on the label. */
final class ItemNumbers {
    private ItemNumbers() {}

    /** {@code RR 473 124 829 BE}. */
    static String spaced(String number) {
        return number.length() == 13
                ? number.substring(0, 2) + " " + number.substring(2, 5) + " " + number.substring(5, 8) + " "
                        + number.substring(8, 11) + " " + number.substring(11)
                : number;
    }
}
