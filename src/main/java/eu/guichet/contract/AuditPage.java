package eu.guichet.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param entries newest first
 * @param before pass it on to read the next page, or null on the last one
 */
public record AuditPage(List<AuditEntry> entries, @Nullable Long before) {
    public AuditPage {
        entries = List.copyOf(entries);
    }
}
