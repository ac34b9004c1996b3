package eu.guichet.backend.access;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.text.Digests;
import eu.guichet.text.Keys;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person who trains under a name of their own, beside the one principal that each role has. */
public record NamedAgent(String name, Role role, OfficeCode office) {
    private static final int LONGEST_NAME = 60;
    private static final int ID_DIGITS = 16;

    public NamedAgent {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("a name has 1 to " + LONGEST_NAME + " characters");
        }
        if (role.ofProgram()) {
            throw new IllegalArgumentException(
                    "the role " + Keys.kebab(role) + " is that of programs, which have no name");
        }
    }

    /**
     * Reads {@code NAME:ROLE:OFFICE}, such as {@code Anna Berger:letter-officer:LUX}.
     *
     * @throws IllegalArgumentException with one sentence when it is not like that
     */
    public static NamedAgent of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("an agent is NAME:ROLE:OFFICE, such as \"Anna Berger:agent:BRU\"");
        }
        return new NamedAgent(parts[0], role(parts[1].strip()), office(parts[2].strip()));
    }

    /** The same at each start, so that the audit trail of a kept store goes on. It does not tell the name: ids are logged. */
    Principal principal() {
        return new Principal(Keys.kebab(role) + "-" + Digests.sha256(name).substring(0, ID_DIGITS), name, role, office);
    }

    private static Role role(String text) {
        return Arrays.stream(Role.values())
                .filter(role -> !role.ofProgram() && Keys.kebab(role).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a role is one of "
                        + Arrays.stream(Role.values())
                                .filter(role -> !role.ofProgram())
                                .map(Keys::kebab)
                                .collect(Collectors.joining(", "))
                        + ", not \"" + text + "\""));
    }

    private static OfficeCode office(String text) {
        Optional<OfficeCode> office = Arrays.stream(OfficeCode.values())
                .filter(code -> code.name().equalsIgnoreCase(text))
                .findFirst();
        return office.orElseThrow(() -> new IllegalArgumentException("an office is one of "
                + Arrays.stream(OfficeCode.values()).map(Enum::name).collect(Collectors.joining(", ")) + ", not \""
                + text + "\""));
    }
}
