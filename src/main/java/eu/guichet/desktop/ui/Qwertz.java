package eu.guichet.desktop.ui;

/** An American keyboard read through a German or Swiss one, as some desks in Luxembourg have it. */
final class Qwertz {
    private static final String TYPED = "yzYZß'?";
    private static final String MEANT = "zyZY---";

    private Qwertz() {}

    /** The text as meant. */
    static String read(String typed) {
        StringBuilder meant = new StringBuilder();
        typed.chars().forEach(sign -> {
            int at = TYPED.indexOf(sign);
            meant.append(at < 0 ? (char) sign : MEANT.charAt(at));
        });
        return meant.toString();
    }
}
