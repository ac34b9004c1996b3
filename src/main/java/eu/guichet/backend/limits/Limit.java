package eu.guichet.backend.limits;

import eu.guichet.process.Policy;
import eu.guichet.text.Keys;
import java.util.Arrays;
import java.util.Optional;

/** What is counted. */
public enum Limit {
    SEARCHES,
    FILES,
    WORKLISTS,
    VERIFICATIONS,
    MESSAGES,
    LETTERS;

    /** In an hour; 0 is no limit. */
    int perHour(Policy.Limits limits) {
        return switch (this) {
            case SEARCHES -> limits.searches();
            case FILES -> limits.files();
            case WORKLISTS -> limits.worklists();
            case VERIFICATIONS -> limits.verifications();
            case MESSAGES -> limits.messages();
            case LETTERS -> limits.letters();
        };
    }

    /** As the audit trail and the store name it. */
    public String key() {
        return Keys.kebab(this);
    }

    /** Empty for one that a newer backend on the same store counts. */
    static Optional<Limit> of(String key) {
        return Arrays.stream(values()).filter(limit -> limit.key().equals(key)).findFirst();
    }
}
