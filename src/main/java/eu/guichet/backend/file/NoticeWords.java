package eu.guichet.backend.file;

import eu.guichet.backend.store.StoredNotice;
import eu.guichet.contract.Notice;
import eu.guichet.process.Outage;
import eu.guichet.text.Languages;
import java.util.Locale;

/** A notice as an agent reads it: in the own language where it was written in it, else marked with the one it is in. */
public final class NoticeWords {
    private NoticeWords() {}

    /** @param language the agent's */
    public static Notice of(StoredNotice notice, Locale language) {
        String tag = tag(notice.outage(), Languages.agent(language).getLanguage());
        return new Notice(
                notice.id(),
                notice.topic(),
                notice.prefix(),
                notice.outage().steps(),
                text(notice.outage(), tag),
                tag,
                notice.since(),
                notice.until(),
                notice.closes(),
                notice.writtenByName(),
                notice.writtenAt(),
                notice.endedAt(),
                notice.endedByName());
    }

    /** The text with the mark of its language, where it is not the agent's. */
    static String marked(Outage outage, Sentences sentences) {
        String tag = tag(outage, sentences.tag());
        String text = text(outage, tag);
        return tag.equals(sentences.tag())
                ? text
                : sentences.text("notice.in-language", "language", tag.toUpperCase(Locale.ROOT), "text", text);
    }

    private static String text(Outage outage, String tag) {
        return outage.texts().getOrDefault(tag, "");
    }

    private static String tag(Outage outage, String wanted) {
        return outage.texts().containsKey(wanted)
                ? wanted
                : outage.texts().keySet().stream().sorted().findFirst().orElse(wanted);
    }
}
