package eu.guichet.backend.desk;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.process.Event;
import eu.guichet.text.Languages;
import java.time.Instant;
import java.util.UUID;

/** Puts a message to what is on file into the outbox. */
final class MessageQueue {
    private MessageQueue() {}

    /** Has the process itself send it, where its channel is switched on and something is on file to send it to. */
    static void sendIfReachable(Desk desk, Tx tx, OpenEnrolment about, MessageKind kind) {
        boolean switchedOn = desk.policy().allows(kind.channel());
        if (switchedOn && about.pensioner().channels().contains(kind.channel())) {
            send(desk, tx, about, kind, "");
        }
    }

    /**
     * @param by the agent's name, or empty where the process itself has it sent
     * @return the message's id
     */
    static String send(Desk desk, Tx tx, OpenEnrolment about, MessageKind kind, String by) {
        Instant now = desk.now();
        Pensioner pensioner = about.pensioner();
        String id = UUID.randomUUID().toString();
        tx.messages()
                .add(new StoredMessage(
                        id,
                        pensioner.id(),
                        kind,
                        Languages.pensioner(pensioner.languages()).toLanguageTag(),
                        MessageStatus.QUEUED,
                        now,
                        now,
                        null));
        desk.record(tx, about, new Event.MessageRequested(now, id, kind, by));
        desk.outboxFilled(tx);
        return id;
    }
}
