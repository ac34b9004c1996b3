package eu.guichet.desktop.flow;

import eu.guichet.contract.Approval;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Worklist;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/** Words that every act uses. */
public final class FlowTexts {
    static final String BUNDLE = "eu.guichet.desktop.flow.flow";

    private final Texts texts;

    /** @param texts of any bundle: the language is what counts */
    public FlowTexts(Texts texts) {
        this.texts = texts.sibling(BUNDLE);
    }

    /** @see Texts#get */
    public String get(String key, Object... namesAndValues) {
        return texts.get(key, namesAndValues);
    }

    /** {@code born 1958}: beside a name it tells namesakes apart. */
    public String born(int year) {
        return get("born", "year", Integer.toString(year));
    }

    /** Whom a card is about: the name, and the year that tells namesakes apart. */
    public String person(PensionerFile file) {
        return file.name() + ", " + born(file.birthYear());
    }

    /** How far it has come what was asked for and nobody does alone, who decided and why. */
    public String approval(Approval approval, DateTimes times, Instant now) {
        String by = Objects.requireNonNullElse(approval.decidedBy(), "");
        String key = "approval." + approval.state().key();
        return switch (approval.state()) {
            case ASKED -> get(key, "until", times.at(approval.lapsesAt(), now));
            case DONE -> get(key, "by", by);
            case REFUSED -> get(key, "by", by, "reason", Objects.requireNonNullElse(approval.reason(), ""));
            case LAPSED, WITHDRAWN -> get(key);
        };
    }

    /** The name of a worklist. */
    public String worklist(Worklist list) {
        return get("worklist." + list.key());
    }

    /** @param tag BCP 47 */
    public String languageName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(texts.locale());
    }
}
