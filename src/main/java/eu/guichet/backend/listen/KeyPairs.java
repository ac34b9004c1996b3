package eu.guichet.backend.listen;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Tells whether a private key is that of a certificate. */
final class KeyPairs {
    private static final byte[] PROBE = {1, 2, 3};

    private KeyPairs() {}

    /** @throws InvalidKeyException when what the one signs the other does not verify */
    static void requireMatch(PrivateKey own, PublicKey told) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm(own.getAlgorithm()));
        signature.initSign(own);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        boolean matches = false;
        if (own.getAlgorithm().equals(told.getAlgorithm())) {
            signature.initVerify(told);
            signature.update(PROBE);
            matches = signature.verify(signed);
        }
        if (!matches) {
            throw new InvalidKeyException("the key is not that of the certificate");
        }
    }

    private static String algorithm(String key) {
        return switch (key) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key;
        };
    }
}
