package eu.guichet.desktop.flow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Registered item numbers as they stand on the label. */
public final class ItemNumbers {
    private static final Pattern S10 = Pattern.compile("(..)(...)(...)(...)(..)");
    private static final String GROUPS = "$1\u00a0$2\u00a0$3\u00a0$4\u00a0$5";

    private ItemNumbers() {}

    /** {@code RR 473 124 829 BE}, with spaces at which no line ends; another length is left as it is. */
    public static String spaced(String number) {
        Matcher item = S10.matcher(number);
        return item.matches() ? item.replaceFirst(GROUPS) : number;
    }
}
