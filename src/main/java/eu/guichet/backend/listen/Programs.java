package eu.guichet.backend.listen;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.access.ProgramCertificates;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.contract.Role;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The programs that may show a certificate instead of a token.
 *
 * @param authority PEM file of the certificates that may vouch for theirs, and for no other caller's
 * @param known whose it is, by the subject of the certificate
 */
public record Programs(Path authority, Map<X500Principal, Principal> known) {
    static final String AUTHORITY = "listen.programs.authority";
    static final String SUBJECTS = "listen.programs.subjects";
    private static final Pattern ONE =
            Pattern.compile("\\s*(process|register)\\s+([A-Za-z0-9._-]{1,60})\\s*:\\s*(\\S.*)");

    public Programs {
        known = Map.copyOf(known);
    }

    /**
     * Null where no program shows one.
     *
     * @throws IllegalArgumentException where one line is without the other, or cannot be understood
     */
    static @Nullable Programs read(SettingLines lines) {
        Optional<String> authority = lines.text(AUTHORITY);
        Optional<String> subjects = lines.text(SUBJECTS);
        if (authority.isPresent() != subjects.isPresent()) {
            throw new IllegalArgumentException(AUTHORITY + " and " + SUBJECTS + " belong together");
        }
        return authority.isEmpty() ? null : new Programs(path(authority.get()), known(subjects.orElseThrow()));
    }

    private static Path path(String written) {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(AUTHORITY + ": " + written + " is not a path", e);
        }
    }

    private static Map<X500Principal, Principal> known(String written) {
        Map<X500Principal, Principal> known = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (String one : written.split(";", -1)) {
            Matcher matcher = ONE.matcher(one);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(SUBJECTS + ": a program is written process rcam: CN=rcam.example,"
                        + " O=Commission, and the next one after a semicolon");
            }
            String name = matcher.group(2);
            Role role = Role.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
            if (!names.add(name)) {
                throw new IllegalArgumentException(SUBJECTS + ": two programs have the name " + name);
            }
            if (known.put(subject(matcher.group(3).strip()), ProgramCertificates.program(role, name)) != null) {
                throw new IllegalArgumentException(SUBJECTS + ": two programs have the subject " + matcher.group(3));
            }
        }
        return known;
    }

    /** Such as {@code rcam}, in the order of the alphabet. */
    public List<String> names() {
        return known.values().stream().map(Principal::name).sorted().toList();
    }

    private static X500Principal subject(String written) {
        try {
            return new X500Principal(written);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SUBJECTS + ": " + written + " is no subject of a certificate", e);
        }
    }
}
