package eu.guichet.backend.http;

import eu.guichet.typed.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, so that all of it is told at once. */
final class Violations {
    private static final int SHORTEST_JUSTIFICATION = 3;
    private static final int LONGEST_JUSTIFICATION = 300;

    private static final Pattern IDENTIFIER = Pattern.compile("[!-~]+");

    private final Map<String, Fault> found = new LinkedHashMap<>();

    Violations require(String field, @Nullable Object value) {
        if (value == null) {
            found.put(path(field), Fault.MISSING);
        }
        return this;
    }

    Violations text(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            found.put(path(field), Fault.MISSING);
        }
        return value == null ? this : line(field, value, longest);
    }

    /** May be empty. */
    Violations line(String field, String value, int longest) {
        return check(field, value.length() <= longest, Fault.TOO_LONG)
                .check(field, value.codePoints().allMatch(Violations::storable), Fault.CONTROL_CHARACTER);
    }

    /** What is only read and never stored: it may have what parts lines and cells. */
    Violations pasted(String field, @Nullable String value, int longest) {
        return text(field, value == null ? null : Typed.line(value), longest);
    }

    /** What another system calls something: an opaque word, not a text. */
    Violations identifier(String field, @Nullable String value, int longest) {
        text(field, value, longest);
        return check(field, value == null || isIdentifier(value), Fault.MALFORMED);
    }

    static boolean isIdentifier(String value) {
        return IDENTIFIER.matcher(value).matches();
    }

    /** Why something out of the ordinary is done, in the caller's own words. */
    Violations justification(String field, @Nullable String value) {
        text(field, value, LONGEST_JUSTIFICATION);
        if (value != null) {
            check(field, value.strip().length() >= SHORTEST_JUSTIFICATION, Fault.TOO_SHORT);
        }
        return this;
    }

    Violations range(String field, long value, long least, long most) {
        return check(field, value >= least && value <= most, Fault.OUT_OF_RANGE);
    }

    Violations absent(String field, @Nullable Object value) {
        return check(field, value == null, Fault.NOT_EXPECTED);
    }

    /** Notes the fault unless one was found with this field before. */
    Violations check(String field, boolean sound, Fault fault) {
        if (!sound) {
            found.putIfAbsent(path(field), fault);
        }
        return this;
    }

    /** Whether something was found with this field. */
    boolean has(String field) {
        return found.containsKey(path(field));
    }

    /** @param field of the request's body */
    static String path(String field) {
        return "$." + field;
    }

    void none() {
        if (!found.isEmpty()) {
            throw ProblemException.at(found);
        }
    }

    /** What no database of ours takes, or not alike, is refused: a control character, or half of a pair of surrogates. */
    private static boolean storable(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }
}
