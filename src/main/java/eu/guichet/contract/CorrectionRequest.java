package eu.guichet.contract;

import eu.guichet.typed.Typed;
import org.jspecify.annotations.Nullable;

/**
 * Something that was recorded by mistake is taken back: it stays in the history, and so does this.
 *
 * @param what of which kind it is
 * @param id as in {@link TimelineEntry.Correctable#id()}
 * @param reason one that fits its kind
 * @param remark in the agent's own words, up to 300 characters; needed where the reason is {@link CorrectionReason#OTHER}
 */
public record CorrectionRequest(
        CorrectionKind what,
        String id,
        CorrectionReason reason,
        @Nullable String remark) {
    public CorrectionRequest {
        if (remark != null) {
            remark = Typed.words(remark);
        }
    }
}
