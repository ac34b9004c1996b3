package eu.guichet.process;

import eu.guichet.typed.Typed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a scanner read. It types like a keyboard, on whatever layout the desk has, so the text is read as it stands, as
 * typed on an AZERTY layout and as typed on a QWERTZ one; the check characters tell which of the readings can be meant.
 *
 * @param references every reading that is a letter's reference, the likeliest first
 * @param itemNumbers every reading that is an S10 number, the likeliest first
 * @param shapedAsCode whether a reading has the shape of a confirmation code, right or wrong
 */
public record Scanned(List<LetterReference> references, List<ItemNumber> itemNumbers, boolean shapedAsCode) {
    /** What the keys of a QWERTY layout type on a French or Belgian AZERTY one. */
    private static final Map<Character, Character> FROM_AZERTY = Map.ofEntries(
            Map.entry('&', '1'),
            Map.entry('É', '2'),
            Map.entry('"', '3'),
            Map.entry('\'', '4'),
            Map.entry('(', '5'),
            Map.entry('-', '6'),
            Map.entry('§', '6'),
            Map.entry('È', '7'),
            Map.entry('_', '8'),
            Map.entry('!', '8'),
            Map.entry('Ç', '9'),
            Map.entry('À', '0'),
            Map.entry(')', '-'),
            Map.entry('°', '-'),
            Map.entry('A', 'Q'),
            Map.entry('Q', 'A'),
            Map.entry('Z', 'W'),
            Map.entry('W', 'Z'),
            Map.entry(',', 'M'),
            Map.entry('?', 'M'));

    private static final Map<Character, Character> FROM_QWERTZ =
            Map.of('Y', 'Z', 'Z', 'Y', 'ß', '-', '\'', '-', '?', '-');

    public Scanned {
        references = List.copyOf(references);
        itemNumbers = List.copyOf(itemNumbers);
    }

    public static Scanned read(String text) {
        String typed = Typed.line(text);
        List<String> readings = Stream.of(
                        typedOn(Map.of(), typed), typedOn(FROM_AZERTY, typed), typedOn(FROM_QWERTZ, typed))
                .distinct()
                .toList();
        return new Scanned(
                readable(readings, LetterReference::parse),
                readable(readings, ItemNumber::parse),
                readings.stream().anyMatch(Scanned::isShapedAsCode));
    }

    /** Never prints what was scanned. */
    @Override
    public String toString() {
        return "Scanned[" + references.size() + ", " + itemNumbers.size() + "]";
    }

    private static <T> List<T> readable(List<String> readings, Function<String, Optional<T>> parse) {
        return readings.stream().map(parse).flatMap(Optional::stream).distinct().toList();
    }

    private static boolean isShapedAsCode(String reading) {
        String normal = Base32.normalise(reading);
        return normal.length() == ConfirmationCode.LENGTH && Base32.inSet(normal);
    }

    private static String typedOn(Map<Character, Character> keys, String text) {
        StringBuilder meant = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char key = Character.toUpperCase(text.charAt(i));
            meant.append(keys.getOrDefault(key, key).charValue());
        }
        return meant.toString();
    }
}
