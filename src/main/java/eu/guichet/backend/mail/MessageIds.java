package eu.guichet.backend.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of a message as it stands in the headers of its e-mail, and in what mail servers say about it. */
final class MessageIds {
    private static final Pattern HEADER = Pattern.compile("<?([0-9A-Za-z-]{1,64})@([0-9A-Za-z.-]+)>?");

    private MessageIds() {}

    static String header(String messageId, String domain) {
        return "<" + messageId + "@" + domain + ">";
    }

    /** Empty for the id of somebody else's e-mail. */
    static Optional<String> read(String header, String domain) {
        Matcher id = HEADER.matcher(header.strip());
        return id.matches() && id.group(2).equalsIgnoreCase(domain) ? Optional.of(id.group(1)) : Optional.empty();
    }
}
