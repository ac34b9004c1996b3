package eu.guichet.contract;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why something was done, as a row of the trail has it.
 *
 * @param key what it is, such as {@code wrong-person}, {@code event} or {@code batch}; the words of a person where it is none of ours
 * @param trace of which event or batch, in hexadecimal digits; null for other reasons
 * @param remark what a person wrote beside it; null where nothing was
 */
public record AuditReason(
        String key, @Nullable String trace, @Nullable String remark) {
    /** Such as {@code event 26932f0ed13b115c}. */
    private static final Pattern TRACED = Pattern.compile("(event|batch) ([0-9a-f]+)");

    private static final String REMARK = ": ";

    /** Takes apart what stands in {@link AuditEntry#reason()}. */
    public static AuditReason read(String written) {
        Matcher traced = TRACED.matcher(written);
        if (traced.matches()) {
            return new AuditReason(traced.group(1), traced.group(2), null);
        }
        int remark = written.indexOf(REMARK);
        return remark < 0
                ? new AuditReason(written, null, null)
                : new AuditReason(written.substring(0, remark), null, written.substring(remark + REMARK.length()));
    }
}
