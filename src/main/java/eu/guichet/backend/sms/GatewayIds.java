package eu.guichet.backend.sms;

import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.SequencedSet;
import java.util.regex.Pattern;

/** The id that a gateway gave a message. Some write it in one base when they take it over and in another in the receipt. */
final class GatewayIds {
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,64}");
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,64}");
    private static final Pattern UNSEEN = Pattern.compile("\\p{C}");
    private static final int SIXTEEN = 16;
    private static final int LONGEST = 200;

    private GatewayIds() {}

    /**
     * As it is kept and compared: without capitals, spaces and leading zeros; empty for an id of unlikely length, or with characters
     * in it that nobody sees and not every store holds.
     */
    static String kept(String written) {
        String id =
                written.strip().toLowerCase(Locale.ROOT).replaceFirst("^0x", "").replaceFirst("^0+(?=.)", "");
        return id.length() > LONGEST || UNSEEN.matcher(id).find() ? "" : id;
    }

    /** Under what a receipt's id may have been kept, the likeliest first. */
    static SequencedSet<String> readings(String written) {
        String id = kept(written);
        SequencedSet<String> readings = new LinkedHashSet<>();
        if (!id.isEmpty()) {
            readings.add(id);
        }
        if (DECIMAL.matcher(id).matches()) {
            readings.add(new BigInteger(id).toString(SIXTEEN));
        }
        if (HEX.matcher(id).matches()) {
            readings.add(new BigInteger(id, SIXTEEN).toString());
        }
        return readings;
    }
}
