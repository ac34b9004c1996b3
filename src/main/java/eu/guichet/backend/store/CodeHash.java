package eu.guichet.backend.store;

/** A salted hash of a code; all that is ever kept of one. */
public record CodeHash(byte[] salt, byte[] hash) {
    public CodeHash {
        salt = salt.clone();
        hash = hash.clone();
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    @Override
    public String toString() {
        return "CodeHash";
    }
}
