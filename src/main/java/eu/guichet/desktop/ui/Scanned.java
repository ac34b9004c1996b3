package eu.guichet.desktop.ui;

import java.util.List;
import java.util.Optional;

/**
 * What a scanner has typed, by its shape. A scanner speaks the keys of an American keyboard; where the desk has an AZERTY
 * one, its digits arrive as {@code & é " '} and some letters change places, and on a QWERTZ one the hyphen and two letters, so
 * each reading is tried. Whether the number exists is for the backend to say.
 */
public sealed interface Scanned {
    /** A letter's reference or an S10 number, as the backend reads it. */
    record Letter(String number) implements Scanned {}

    /** It has the shape of a confirmation code: nobody keeps it, and it is sent nowhere. */
    record Code() implements Scanned {}

    /** Neither of them. */
    record Other() implements Scanned {}

    /** What the scanner read. */
    static Scanned of(String typed) {
        List<String> readings = List.of(
                ScannedShapes.bare(typed),
                ScannedShapes.bare(Azerty.read(typed)),
                ScannedShapes.bare(Qwertz.read(typed)));
        for (String reading : readings) {
            Optional<String> number = ScannedShapes.number(reading);
            if (number.isPresent()) {
                return new Letter(number.get());
            }
        }
        return readings.stream().anyMatch(ScannedShapes::isCode) ? new Code() : new Other();
    }

    /** Whether the text has the letter's code in it, and not only what could be one from an SMS. */
    static boolean holdsConfirmationCode(String text) {
        return ScannedShapes.confirmationCodeWithin(text);
    }

    /** The text without what could be the beginning of a code at its end. */
    static String withoutGroupsAtEnd(String text) {
        return ScannedShapes.withoutGroupsAtEnd(text);
    }

    /** Whether a text that people typed or pasted has a code in it. It rather takes a harmless word for one. */
    static boolean holdsCode(String text) {
        return ScannedShapes.codeWithin(text);
    }
}
