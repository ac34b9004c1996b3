package eu.guichet.desktop.ui;

/** An American keyboard read through a French or Belgian one. */
final class Azerty {
    private static final String TYPED = "&é\"'(§-è!_çà)aqzwAQZW,?;";
    private static final String MEANT = "123456678890-qawzQAWZmMm";

    private Azerty() {}

    /** The text as meant; unchanged where nothing in it is a digit of that keyboard, or its hyphen. */
    static String read(String typed) {
        if (typed.chars().noneMatch(sign -> "&é\"'(§è!_çà)".indexOf(sign) >= 0)) {
            return typed;
        }
        StringBuilder meant = new StringBuilder();
        typed.chars().forEach(sign -> {
            int at = TYPED.indexOf(sign);
            meant.append(at < 0 ? (char) sign : MEANT.charAt(at));
        });
        return meant.toString();
    }
}
