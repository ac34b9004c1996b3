package eu.guichet.desktop.contact;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactSummary;
import eu.guichet.contract.Worklist;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Dates;
import java.time.Instant;
import java.time.ZoneId;

/** Says a contact without saying about whom. */
public final class ContactWords {
    private static final String TICKET = "ticket ";

    private final Texts texts;
    private final FlowTexts flow;
    private final ZoneId zone;

    /** @param anyTexts of any bundle: the language is what counts */
    public ContactWords(Texts anyTexts, ZoneId zone) {
        texts = anyTexts.sibling("eu.guichet.desktop.contact.contact");
        flow = new FlowTexts(anyTexts);
        this.zone = zone;
    }

    /** {@code Call opened at 10:32}. */
    public String opened(Contact contact) {
        return texts.get("opened", "reason", reason(contact.reason()), "time", time(contact.openedAt()));
    }

    /** {@code Call, 10:32–10:41}. */
    public String closed(ContactSummary summary) {
        return texts.get(
                "closed",
                "reason",
                reason(summary.reason()),
                "from",
                time(summary.openedAt()),
                "to",
                time(summary.closedAt()));
    }

    /** The same with what was done: {@code Call, 10:32–10:41: letter generated}. */
    public String told(ContactSummary summary) {
        return summary.done().isEmpty()
                ? closed(summary)
                : texts.get("closed.with", "closed", closed(summary), "done", String.join(", ", summary.done()));
    }

    private String reason(AccessReason reason) {
        String value = reason.value();
        Worklist list = reason.worklist().orElse(null);
        if (list != null) {
            return texts.get("reason.worklist.of", "list", flow.worklist(list));
        }
        return value.startsWith(TICKET)
                ? texts.get("reason.ticket", "number", value.substring(TICKET.length()))
                : texts.get("reason." + value);
    }

    private String time(Instant at) {
        return Dates.in(texts.locale()).time(at.atZone(zone).toLocalTime());
    }
}
