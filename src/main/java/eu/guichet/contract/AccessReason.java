package eu.guichet.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import eu.guichet.typed.Typed;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a file is opened; travels in the {@value #HEADER} header as {@code call}, {@code counter}, {@code worklist},
 * {@code worklist NAME} or {@code ticket NUMBER}.
 */
public record AccessReason(@JsonValue String value) {
    public static final String HEADER = "Guichet-Reason";

    private static final String TICKET_OF = "ticket ";

    /** A prefix such as {@code INC}, {@code HELP-} or {@code SR/}, then digits: neither a name nor a code. */
    private static final Pattern TICKET = Pattern.compile("(?=.{1,40}$)[A-Za-z]{0,12}[-/]?[0-9]+([-/.][0-9]+)*");

    /** Signs that people put before or into the number and that do not belong to it. */
    private static final Pattern NOT_ITS_OWN = Pattern.compile("[ #\\[\\]]|n°|N°");

    // Before the reasons, which are checked by it; wider than what is accepted today, because it is on file.
    private static final Pattern VALID =
            Pattern.compile("call|counter|worklist( [a-z-]{1,40})?|ticket [A-Za-z0-9/.-]{1,40}");

    private static final String WORKLIST_OF = "worklist ";

    public static final AccessReason CALL = new AccessReason("call");
    public static final AccessReason COUNTER = new AccessReason("counter");
    public static final AccessReason WORKLIST = new AccessReason("worklist");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccessReason {
        value = value.startsWith(TICKET_OF) ? TICKET_OF + bare(value.substring(TICKET_OF.length())) : value;
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a reason for opening a file");
        }
    }

    /** Whether she stands at the counter. */
    public boolean atCounter() {
        return equals(COUNTER);
    }

    /**
     * The number of a ticket as it is kept, of what was read out, copied or typed: {@code IM 204 518}, {@code #2026112610}.
     *
     * @return empty where this cannot be one: at most one prefix of letters, and then digits
     */
    public static Optional<String> ticketNumber(String written) {
        return Optional.of(bare(written)).filter(AccessReason::isTicket);
    }

    private static boolean isTicket(String number) {
        return TICKET.matcher(number).matches();
    }

    private static String bare(String written) {
        return NOT_ITS_OWN.matcher(Typed.line(written)).replaceAll("");
    }

    public static AccessReason ticket(String number) {
        return new AccessReason(TICKET_OF + number);
    }

    /** It stood on this list. */
    public static AccessReason worklist(Worklist list) {
        return new AccessReason(WORKLIST_OF + list.key());
    }

    /** On which list it stood; empty where it was opened for something else. */
    public Optional<Worklist> worklist() {
        return value.startsWith(WORKLIST_OF) ? Worklist.of(value.substring(WORKLIST_OF.length())) : Optional.empty();
    }

    /** Whether it may be given for opening a file today; what is on file may have a number that is no longer accepted. */
    public boolean acceptable() {
        if (value.startsWith(WORKLIST_OF)) {
            return worklist().isPresent();
        }
        return !value.startsWith(TICKET_OF) || isTicket(value.substring(TICKET_OF.length()));
    }

    /** Reads the header's value; empty when it is none of the known reasons, or not the number of a ticket. */
    public static Optional<AccessReason> parse(String header) {
        String given = header.strip();
        Optional<AccessReason> reason = given.startsWith(TICKET_OF)
                ? ticketNumber(given.substring(TICKET_OF.length())).map(AccessReason::ticket)
                : Optional.of(given)
                        .filter(text -> VALID.matcher(text).matches())
                        .map(AccessReason::new);
        return reason.filter(AccessReason::acceptable);
    }
}
