package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.ProblemType;

/** Has a message sent again, once for each key, to what is on file and nowhere else. */
public final class Resend {
    private final Desk desk;

    public Resend(Desk desk) {
        this.desk = desk;
    }

    public StoredMessage resend(InContact within, MessageKind kind, String key) {
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        return desk.act(who, AuditAct.MESSAGE_SENT, pensionerId, null, tx -> {
            String request = "message " + pensionerId + " " + kind;
            Idempotent.Result result = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                OpenEnrolment about = desk.open(tx, pensionerId);
                desk.requireVerified(tx, within);
                desk.requireOpen(about, new ActionKind.Resend(kind));
                return MessageQueue.send(desk, tx, about, kind, who.name());
            });
            StoredMessage message = tx.messages().find(result.resourceId()).orElseThrow();
            return result.done(message, "queued " + kind);
        });
    }

    /** How far a message has come. */
    public StoredMessage status(Principal who, String messageId) {
        String about = desk.read(tx -> tx.messages().find(messageId))
                .map(StoredMessage::pensionerId)
                .orElse(null);
        return desk.look(who, AuditAct.MESSAGE_READ, about, null, tx -> {
            StoredMessage message = tx.messages().find(messageId).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
            Pensioner pensioner =
                    tx.pensioners().find(message.pensionerId()).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
            desk.require(who, new Asked.OpenFile(pensioner.office()));
            return Done.nothing(message, message.kind() + " " + message.status());
        });
    }
}
