package eu.guichet.backend.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.text.Digests;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bearer tokens of one start of the backend: one for each role and one for each named agent, drawn anew each time. Only
 * their hashes are kept.
 */
public final class Tokens implements Authenticator {
    private static final int BYTES = 32;

    private final List<Known> known = new ArrayList<>();

    private Tokens() {}

    private record Known(String hash, Principal principal) {}

    /**
     * The tokens as they are handed to whoever started the backend, and to nobody later.
     *
     * @param plain by role
     * @param named by the agent's name, in the order in which they were named
     */
    public record Drawn(Tokens tokens, Map<Role, String> plain, Map<String, String> named) {
        public Drawn {
            plain = Map.copyOf(plain);
            named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        }

        /** Never prints a token. */
        @Override
        public String toString() {
            return "Drawn" + plain.keySet();
        }
    }

    /**
     * Draws 256 random bits for each role and each agent.
     *
     * @param office of those who are known by their role alone
     * @throws IllegalArgumentException when two agents have the same name
     */
    public static Drawn draw(OfficeCode office, List<NamedAgent> agents) {
        SecureRandom random = new SecureRandom();
        Tokens tokens = new Tokens();
        Map<Role, String> plain = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            plain.put(role, tokens.drawn(principal(role, office), random));
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (NamedAgent agent : agents) {
            if (named.put(agent.name(), tokens.drawn(agent.principal(), random)) != null) {
                throw new IllegalArgumentException("two agents have the name " + agent.name());
            }
        }
        return new Drawn(tokens, plain, named);
    }

    private String drawn(Principal who, SecureRandom random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        known.add(new Known(Digests.sha256(token), who));
        return token;
    }

    /** Takes as long for a wrong token as for a right one. */
    @Override
    public SignedIn signedIn(String token) {
        String asked = Digests.sha256(token);
        SignedIn found = new SignedIn.Nobody();
        for (Known one : known) {
            if (MessageDigest.isEqual(one.hash().getBytes(UTF_8), asked.getBytes(UTF_8))) {
                found = new SignedIn.Known(one.principal(), Instant.MAX);
            }
        }
        return found;
    }

    /** In whose name the process itself reports. */
    public static Principal process(OfficeCode office) {
        return principal(Role.PROCESS, office);
    }

    private static Principal principal(Role role, OfficeCode office) {
        return switch (role) {
            case AGENT -> new Principal("agent-1", "M. D.", role, office);
            case LETTER_OFFICER -> new Principal("letter-officer-1", "J. V.", role, office);
            // of all offices: there is no other who could lift what a learner has raised
            case SUPERVISOR -> new Principal("supervisor-1", "C. L.", role, office, EnumSet.allOf(OfficeCode.class));
            case AUDITOR -> new Principal("auditor-1", "H. K.", role, office);
            case PROCESS -> new Principal("process-1", "EU Login · RCAM · post", role, office);
            case REGISTER -> new Principal("register-1", "Register", role, office);
        };
    }
}
