package eu.guichet.backend.sms;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A text as it goes over the air.
 *
 * @param parts one where it fits; otherwise each leaves room for the header that joins them on the telephone
 */
record SmsText(Coding coding, List<byte[]> parts) {
    /** How characters are written, with the octets for one part alone and for one of several. */
    enum Coding {
        GSM7(0x00, 160, 153),
        UCS2(0x08, 140, 134);

        private final byte dataCoding;
        private final int alone;
        private final int ofSeveral;

        Coding(int dataCoding, int alone, int ofSeveral) {
            this.dataCoding = (byte) dataCoding;
            this.alone = alone;
            this.ofSeveral = ofSeveral;
        }

        byte dataCoding() {
            return dataCoding;
        }

        /** Whether what stands before a cut belongs together with what stands behind it. */
        private boolean splits(byte[] text, int cut) {
            return switch (this) {
                case GSM7 -> text[cut - 1] == Gsm7.ESCAPE;
                case UCS2 -> Character.isHighSurrogate((char) (((text[cut - 2] & 0xFF) << 8) | (text[cut - 1] & 0xFF)));
            };
        }

        private int step() {
            return this == GSM7 ? 1 : 2;
        }
    }

    /** In the GSM alphabet wherever the text allows it. */
    static SmsText of(String text) {
        Optional<byte[]> septets = Gsm7.encode(text);
        return septets.isPresent()
                ? new SmsText(Coding.GSM7, cut(Coding.GSM7, septets.get()))
                : new SmsText(Coding.UCS2, cut(Coding.UCS2, text.getBytes(UTF_16BE)));
    }

    private static List<byte[]> cut(Coding coding, byte[] text) {
        if (text.length <= coding.alone) {
            return List.of(text);
        }
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < text.length; ) {
            int to = Math.min(text.length, from + coding.ofSeveral);
            if (to < text.length && coding.splits(text, to)) {
                to -= coding.step();
            }
            parts.add(Arrays.copyOfRange(text, from, to));
            from = to;
        }
        return List.copyOf(parts);
    }
}
