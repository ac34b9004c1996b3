package eu.guichet.backend.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * The address as it is set in the window: as large as it can be, and never so small that a sorting machine or the postman could
 * not read it.
 *
 * @param fits whether all of it is seen however the sheet lies in its envelope
 */
record AddressBlock(List<List<Lines.Run>> lines, Style style, EnvelopeWindow.Zone zone, boolean fits) {
    private static final float LARGEST = 12;
    private static final float SMALLEST = 7;
    private static final float STEP = 0.5f;
    private static final float LEADING = 15;

    AddressBlock {
        lines = List.copyOf(lines);
    }

    static AddressBlock of(List<String> address, Face face, int colour) {
        EnvelopeWindow.Zone zone = EnvelopeWindow.DL_RIGHT.always();
        Style style = new Style(face, face, LARGEST, LEADING, colour);
        List<List<Lines.Run>> lines = wrapped(address, style, zone);
        while (isTooHigh(lines, style, zone) && style.size() > SMALLEST) {
            style = style.withSize(style.size() - STEP);
            lines = wrapped(address, style, zone);
        }
        return new AddressBlock(lines, style, zone, !isTooHigh(lines, style, zone));
    }

    private static boolean isTooHigh(List<List<Lines.Run>> lines, Style style, EnvelopeWindow.Zone zone) {
        return Pen.points(zone.bottom() - zone.top()) < lines.size() * style.leading();
    }

    private static List<List<Lines.Run>> wrapped(List<String> address, Style style, EnvelopeWindow.Zone zone) {
        List<List<Lines.Run>> lines = new ArrayList<>();
        for (String line : address) {
            // An asterisk is a mark of the letter's own texts, not of an address.
            lines.addAll(Lines.of(line.replace('*', ' '), style, Pen.points(zone.right() - zone.left())));
        }
        return lines;
    }
}
