package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a file is opened; travels in the {@value #HEADER} header as {@code call}, {@code counter}, {@code worklist} or
 * {@code ticket NUMBER}.
 */
public record AccessReason(@JsonValue String value) {
    public static final String HEADER = "Guichet-Reason";

    // Before the reasons, which are checked by it.
    private static final Pattern VALID = Pattern.compile("call|counter|worklist|ticket [A-Za-z0-9-]{1,40}");

    public static final AccessReason CALL = new AccessReason("call");
    public static final AccessReason COUNTER = new AccessReason("counter");
    public static final AccessReason WORKLIST = new AccessReason("worklist");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccessReason {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a reason for opening a file");
        }
    }

    /** Whether she stands at the counter. */
    public boolean atCounter() {
        return equals(COUNTER);
    }

    public static AccessReason ticket(String number) {
        return new AccessReason("ticket " + number);
    }

    /** Reads the header's value; empty when it is none of the known reasons. */
    public static Optional<AccessReason> parse(String header) {
        return VALID.matcher(header).matches() ? Optional.of(new AccessReason(header)) : Optional.empty();
    }
}
