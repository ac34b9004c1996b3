package eu.guichet.contract;

import eu.guichet.typed.Typed;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A notice to write.
 *
 * @param step of the manual, 1 to 16; for {@link NoticeTopic#STEP} alone
 * @param prefix for {@link NoticeTopic#SMS} alone: {@code +} and digits; null for all numbers
 * @param texts by language, {@code fr}, {@code en}, {@code de}, {@code it}; one at least
 * @param since not in the future, UTC
 * @param until when it ends by itself, UTC
 * @param closesResends for {@link NoticeTopic#SMS} and {@link NoticeTopic#EMAIL} alone
 */
public record NoticeRequest(
        NoticeTopic topic,
        @Nullable Integer step,
        @Nullable String prefix,
        Map<String, String> texts,
        Instant since,
        Instant until,
        boolean closesResends) {
    public static final int LONGEST_TEXT = 300;

    public NoticeRequest {
        if (texts != null) {
            Map<String, String> written = new LinkedHashMap<>();
            texts.forEach((language, text) -> written.put(language, text == null ? "" : Typed.words(text)));
            texts = Collections.unmodifiableMap(written);
        }
    }
}
