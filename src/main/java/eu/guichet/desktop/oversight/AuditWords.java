package eu.guichet.desktop.oversight;

import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.time.Instant;

/** A row of the trail in the words of the one who reads it. */
final class AuditWords {
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
        return AuditAct.of(row.act()).map(act -> texts.get("act." + act.key())).orElse(row.act());
    }

    String reason(AuditEntry row) {
        String reason = row.reason();
        if (reason == null) {
            return "";
        }
        String key = "reason." + reason;
        return texts.has(key) ? texts.get(key) : reason;
    }
}
