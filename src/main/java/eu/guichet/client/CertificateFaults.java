package eu.guichet.client;

import eu.guichet.client.ClientException.Untrusted.Fault;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Reads out of what Java's checks threw what is wrong with a certificate. */
final class CertificateFaults {
    private CertificateFaults() {}

    /** Of several stores, the one that knows the issuer counts: what it objects to is the fault. */
    static Fault of(Throwable failure) {
        Set<Fault> found = EnumSet.noneOf(Fault.class);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> left = new ArrayDeque<>();
        left.add(failure);
        while (!left.isEmpty()) {
            Throwable next = left.remove();
            if (seen.add(next)) {
                Fault fault = one(next);
                if (fault != null) {
                    found.add(fault);
                }
                left.addAll(List.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    left.add(next.getCause());
                }
            }
        }
        for (Fault fault : new Fault[] {Fault.EXPIRED, Fault.NOT_YET_VALID, Fault.WRONG_NAME, Fault.UNKNOWN_ISSUER}) {
            if (found.contains(fault)) {
                return fault;
            }
        }
        return Fault.OTHER;
    }

    private static @Nullable Fault one(Throwable failure) {
        return switch (failure) {
            case CertificateExpiredException _ -> Fault.EXPIRED;
            case CertificateNotYetValidException _ -> Fault.NOT_YET_VALID;
            case SSLPeerUnverifiedException _ -> Fault.WRONG_NAME;
            case CertPathBuilderException _ -> Fault.UNKNOWN_ISSUER;
            case CertPathValidatorException path when path.getReason() == BasicReason.EXPIRED -> Fault.EXPIRED;
            case CertPathValidatorException path
            when path.getReason() == BasicReason.NOT_YET_VALID -> Fault.NOT_YET_VALID;
            default -> null;
        };
    }
}
