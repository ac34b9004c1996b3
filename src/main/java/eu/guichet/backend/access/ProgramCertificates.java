package eu.guichet.backend.access;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/**
 * Programs that are known by the certificate they show while the connection is made. Whether its authority is one of those that
 * count is settled there; here its subject says which program it is. People sign in: no certificate has a role of theirs.
 */
public final class ProgramCertificates {
    private final Map<X500Principal, Principal> known;
    private final InstantSource clock;

    /** @param known by the subject of the certificate */
    public ProgramCertificates(Map<X500Principal, Principal> known, InstantSource clock) {
        this.known = Map.copyOf(known);
        this.clock = clock;
    }

    /** @param certificate the program's own; a connection may outlive it */
    public SignedIn shown(X509Certificate certificate) {
        Instant until = certificate.getNotAfter().toInstant();
        if (clock.instant().isAfter(until)) {
            return new SignedIn.Nobody();
        }
        Principal program = known.get(certificate.getSubjectX500Principal());
        return program == null ? new SignedIn.WithoutRole() : new SignedIn.Known(program, until);
    }

    /**
     * A program works at no office, and what it tells is of all people.
     *
     * @param name as the audit trail has it
     */
    public static Principal program(Role role, String name) {
        if (!role.ofProgram()) {
            throw new IllegalArgumentException(role + " is a person's role");
        }
        return new Principal(name, name, role, OfficeCode.BRU, EnumSet.allOf(OfficeCode.class));
    }
}
