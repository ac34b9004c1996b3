package eu.guichet.desktop.oversight;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditReason;
import eu.guichet.contract.Worklist;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A row of the trail in the words of the one who reads it. */
final class AuditWords {
    /** Such as {@code to-print, 3 rows}. */
    private static final Pattern COUNTED = Pattern.compile("(?:([^,]+), )?(\\d+) (rows|locked|letters)");

    /** Such as {@code 2 of 87 on 2026-11-22}. */
    private static final Pattern DRAWN = Pattern.compile("(\\d+) of (\\d+) on (\\d{4}-\\d{2}-\\d{2})");

    /** Such as {@code print failed G-7KQ2-M0TX}. */
    private static final Pattern ABOUT = Pattern.compile("([a-z]+(?: failed| back)?) (.+)");

    /** Such as {@code CHALLENGE_SMS DELIVERED}. */
    private static final Pattern MESSAGE = Pattern.compile("([A-Z_]+) ([A-Z_]+)");

    /** Such as {@code SMS +32 2026-11-22T09:10:00Z/2026-11-22T13:10:00Z, closes}. */
    private static final Pattern NOTICE =
            Pattern.compile("(SMS|EMAIL|POST|STEP)(?: ([+0-9]+))? ([-:.0-9T]+Z)/([-:.0-9T]+Z)(, closes)?");

    private final Texts texts;
    private final DateTimes times;

    AuditWords(Texts texts, DateTimes times) {
        this.texts = texts;
        this.times = times;
    }

    String when(AuditEntry row, Instant now) {
        return times.moment(row.at(), now);
    }

    String who(AuditEntry row) {
        return texts.get(
                "trail.who",
                "name",
                row.agentName(),
                "role",
                texts.get("role." + Keys.kebab(row.role())),
                "office",
                texts.get("office." + Keys.kebab(row.office())));
    }

    /** The act in words; an act of a newer backend keeps its key. */
    String act(AuditEntry row) {
        return act(row.act());
    }

    String act(String key) {
        return AuditAct.of(key).map(act -> texts.get("act." + act.key())).orElse(key);
    }

    /** What came of it in words; an outcome that a newer backend has written stays as it was written. */
    String outcome(AuditEntry row) {
        return outcome(row.outcome());
    }

    /** As it was written by whichever backend. */
    String outcome(String written) {
        String exact = "outcome." + slug(written);
        if (texts.has(exact)) {
            return texts.get(exact);
        }
        Matcher counted = COUNTED.matcher(written);
        if (counted.matches()) {
            String count = texts.get("outcome." + counted.group(3), "count", Integer.parseInt(counted.group(2)));
            return counted.group(1) == null ? count : outcome(counted.group(1)) + ", " + count;
        }
        Matcher drawn = DRAWN.matcher(written);
        if (drawn.matches()) {
            return texts.get(
                    "outcome.drawn",
                    "count",
                    Integer.parseInt(drawn.group(1)),
                    "of",
                    Integer.parseInt(drawn.group(2)),
                    "day",
                    times.fullDay(LocalDate.parse(drawn.group(3))));
        }
        Matcher about = ABOUT.matcher(written);
        if (about.matches()) {
            String key = "outcome." + slug(about.group(1)) + ".of";
            if (texts.has(key)) {
                return texts.get(key, "what", outcome(about.group(2)));
            }
        }
        Matcher notice = NOTICE.matcher(written);
        if (notice.matches()) {
            return notice(notice);
        }
        Matcher message = MESSAGE.matcher(written);
        return message.matches() ? outcome(message.group(1)) + ", " + outcome(message.group(2)) : written;
    }

    /** The act and what came of it in one sentence: what the act says is not said again. */
    String whole(String act, String outcome) {
        Matcher about = ABOUT.matcher(outcome);
        boolean same = about.matches() && act.endsWith("-" + slug(about.group(1)));
        return texts.get("reviews.what", "act", act(act), "outcome", same ? about.group(2) : outcome(outcome));
    }

    private String notice(Matcher written) {
        String topic = texts.get("notices.topic." + written.group(1).toLowerCase(Locale.ROOT));
        String what = written.group(2) == null ? topic : topic + " " + written.group(2);
        Instant since = Instant.parse(written.group(3));
        return texts.get(
                written.group(5) == null ? "outcome.notice" : "outcome.notice.closes",
                "what",
                what,
                "since",
                times.moment(since, since),
                "until",
                times.moment(Instant.parse(written.group(4)), since));
    }

    private static String slug(String written) {
        return written.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    String reason(AuditEntry row) {
        String reason = row.reason();
        return reason == null ? "" : reason(reason);
    }

    String reason(String reason) {
        Optional<Worklist> list = AccessReason.parse(reason).flatMap(AccessReason::worklist);
        if (list.isPresent()) {
            return texts.get("reason.worklist.of", "list", new FlowTexts(texts).worklist(list.get()));
        }
        AuditReason read = AuditReason.read(reason);
        String key = "reason." + read.key();
        if (!texts.has(key)) {
            return reason;
        }
        if (read.trace() != null) {
            return texts.get(key, "trace", read.trace());
        }
        return read.remark() == null
                ? texts.get(key)
                : texts.get("reason.with-remark", "reason", texts.get(key), "remark", read.remark());
    }
}
