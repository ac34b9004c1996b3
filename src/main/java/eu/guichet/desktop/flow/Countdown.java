package eu.guichet.desktop.flow;

import eu.guichet.desktop.ui.Texts;
import java.time.Duration;
import java.time.Instant;

/** The time until a moment, in words short enough to change every second: {@code dans 12:41}, {@code dans 3 jours}. */
public final class Countdown {
    private final Texts texts;

    /** @param texts of any bundle: the language is what counts */
    public Countdown(Texts texts) {
        this.texts = texts.sibling(FlowTexts.BUNDLE);
    }

    /** For what opens at a moment; a moment that is over reads "now". */
    public String in(Instant end, Instant now) {
        return spoken("in", end, now);
    }

    /** For what lasts until a moment. */
    public String left(Instant end, Instant now) {
        return spoken("left", end, now);
    }

    private String spoken(String form, Instant end, Instant now) {
        // rounded up: "0:00" is never shown while one still has to wait
        long seconds = Duration.between(now, end).plusMillis(999).toSeconds();
        String key = "countdown." + form + ".";
        if (seconds <= 0) {
            return texts.get(key + "over");
        }
        if (seconds < 3600) {
            return texts.get(key + "clock", "clock", "%d:%02d".formatted(seconds / 60, seconds % 60));
        }
        long minutes = (seconds + 59) / 60;
        if (minutes < 24 * 60) {
            return texts.get(key + "hours", "hours", minutes / 60, "minutes", "%02d".formatted(minutes % 60));
        }
        return texts.get(key + "days", "days", (minutes + 24 * 60 - 1) / (24 * 60));
    }
}
