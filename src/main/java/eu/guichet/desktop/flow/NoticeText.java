package eu.guichet.desktop.flow;

import eu.guichet.contract.Notice;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import java.util.Locale;

/** A notice of what is disturbed, in one sentence with its times; marked with its language where it is not the agent's. */
public final class NoticeText {
    private final FlowTexts words;
    private final Texts texts;
    private final DateTimes moments;

    public NoticeText(Texts texts, DateTimes moments) {
        this.texts = texts;
        this.words = new FlowTexts(texts);
        this.moments = moments;
    }

    /** Of one that holds. */
    public String sentence(Notice notice, Instant now) {
        String sentence = sentence(notice, notice.until(), now);
        return notice.closesResends() ? sentence + " " + words.get("notice.closes") : sentence;
    }

    /** @param until when it ends or has ended, which may have been earlier than was told */
    public String sentence(Notice notice, Instant until, Instant now) {
        return words.get(
                "notice.sentence",
                "what",
                what(notice),
                "text",
                text(notice),
                "since",
                moments.moment(notice.since(), now),
                "until",
                moments.moment(until, now));
    }

    private String what(Notice notice) {
        return switch (notice.topic()) {
            case SMS ->
                notice.prefix() == null
                        ? words.get("notice.sms")
                        : words.get("notice.sms.prefix", "prefix", notice.prefix());
            case EMAIL -> words.get("notice.email");
            case POST -> words.get("notice.post");
            case STEP ->
                words.get(
                        "notice.step",
                        "step",
                        notice.steps().isEmpty() ? 0 : notice.steps().getFirst());
        };
    }

    private String text(Notice notice) {
        boolean own = notice.language().equals(texts.locale().getLanguage());
        return own ? notice.text() : "(" + notice.language().toUpperCase(Locale.ROOT) + ") " + notice.text();
    }
}
