package eu.guichet.backend.search;

import java.net.IDN;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** One e-mail address as it may be on file: its domain in letters of any alphabet, or in the plain ones that stand for them. */
final class EmailSpellings {
    private EmailSpellings() {}

    static Set<String> of(String email) {
        String address = email.toLowerCase(Locale.ROOT);
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(address);
        int at = address.lastIndexOf('@');
        String mailbox = address.substring(0, at + 1);
        String domain = address.substring(at + 1);
        try {
            spellings.add(mailbox + IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED));
            spellings.add(mailbox + IDN.toUnicode(domain, IDN.ALLOW_UNASSIGNED));
        } catch (IllegalArgumentException noDomain) {
            return spellings;
        }
        return spellings;
    }
}
