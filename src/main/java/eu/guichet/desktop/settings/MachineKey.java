package eu.guichet.desktop.settings;

import java.util.Arrays;
import java.util.Optional;

/** What an administrator can fix for every person on a machine. */
public enum MachineKey {
    BACKEND_URL("backend.url"),
    BACKEND_AUTHORITY("backend.authority"),
    SIGN_IN_ISSUER("sign-in.issuer"),
    SIGN_IN_CLIENT("sign-in.client"),
    LANGUAGE("language"),
    APPEARANCE("appearance"),
    TEXT_SIZE("text-size"),
    VEIL_COUNTER("veil.counter"),
    VEIL_CALL("veil.call"),
    PRINTING_PRINTER("printing.printer");

    private final String key;

    MachineKey(String key) {
        this.key = key;
    }

    /** As it stands in the file. */
    public String key() {
        return key;
    }

    static Optional<MachineKey> of(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }
}
