package eu.guichet.desktop.flow;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Problem;
import eu.guichet.desktop.ui.Texts;
import java.util.Locale;

/** Words that every act uses. */
public final class FlowTexts {
    static final String BUNDLE = "eu.guichet.desktop.flow.flow";

    private final Texts texts;

    /** @param texts of any bundle: the language is what counts */
    public FlowTexts(Texts texts) {
        this.texts = texts.sibling(BUNDLE);
    }

    public String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /** @param tag BCP 47 */
    public String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(texts.locale());
    }

    /** What went wrong, in one sentence; the backend's own where it answered. */
    public String sentence(ClientException why) {
        return switch (why) {
            case ClientException.Unreachable unreachable -> get("failure.unreachable");
            case ClientException.OutcomeUnknown unknown -> get("failure.unknown");
            case ClientException.DocumentLost lost -> get("failure.document-lost");
            case ClientException.NotUnderstood garbled -> get("failure.not-understood");
            case ClientException.Cancelled cancelled -> get("failure.cancelled");
            case ClientException.Refused refused -> {
                Problem problem = refused.problem();
                yield problem == null ? get("failure.not-understood") : problem.detail();
            }
        };
    }
}
