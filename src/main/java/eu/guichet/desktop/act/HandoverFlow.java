package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.Contact;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.desktop.flow.AfterFailure;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.Tasks;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** Handing a case to DIGIT: read the prepared message, send it from the office's mail program, keep the ticket number. */
final class HandoverFlow {
    sealed interface State {
        record Loading() implements State {}

        /** @param why null when the program itself is at fault */
        record NoDraft(@Nullable ClientException why) implements State {}

        record Drafted(HandoverDraft draft, boolean ticketMissing) implements State {}

        record Keeping(HandoverDraft draft) implements State {}

        record Kept(String ticket) implements State {}

        /** Certainly not kept; the ticket may be typed and kept again. */
        record NotKept(HandoverDraft draft, ClientException why) implements State {}

        /** Nobody knows whether it is kept; it may be kept again, because the same ticket is recorded only once. */
        record Unsure(HandoverDraft draft) implements State {}
    }

    private final GuichetClient client;
    private final Tasks tasks;
    private final Runnable fileChanged;
    private final Contact contact;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Loading());
    private final Latest loading = new Latest();

    /** @param fileChanged told whenever the file should be read again */
    HandoverFlow(GuichetClient client, Tasks tasks, Runnable fileChanged, Contact contact) {
        this.client = client;
        this.tasks = tasks;
        this.fileChanged = fileChanged;
        this.contact = contact;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void load() {
        state.set(new State.Loading());
        tasks.call(() -> client.handoverDraft(contact))
                .onDone(draft -> state.set(new State.Drafted(draft, false)))
                .onFailure(why -> state.set(new State.NoDraft(why)))
                .onFault(() -> state.set(new State.NoDraft(null)))
                .within(loading)
                .start();
    }

    /** The agent has left: a draft that is still on its way is wanted no more. */
    void leave() {
        loading.cancel();
    }

    void keep(String typed) {
        HandoverDraft draft = switch (state.get()) {
            case State.Drafted drafted -> drafted.draft();
            case State.NotKept notKept -> notKept.draft();
            case State.Unsure unsure -> unsure.draft();
            case State.Loading other -> null;
            case State.NoDraft other -> null;
            case State.Keeping other -> null;
            case State.Kept other -> null;
        };
        if (draft == null) {
            return;
        }
        String ticket = typed.strip();
        if (ticket.isEmpty()) {
            state.set(new State.Drafted(draft, true));
            return;
        }
        state.set(new State.Keeping(draft));
        IdempotencyKey key = IdempotencyKey.create();
        tasks.call(() -> {
                    client.handOver(contact, HandoverRequest.ticket(ticket), key);
                    return ticket;
                })
                .onDone(kept -> {
                    state.set(new State.Kept(kept));
                    fileChanged.run();
                })
                .onFailure(why -> notKept(draft, why))
                .onFault(() -> unsure(draft))
                .start();
    }

    private void notKept(HandoverDraft draft, ClientException why) {
        if (AfterFailure.of(why, false) == AfterFailure.ASK_AGAIN) {
            unsure(draft);
        } else {
            state.set(new State.NotKept(draft, why));
        }
    }

    /** The file tells whether it was recorded. */
    private void unsure(HandoverDraft draft) {
        state.set(new State.Unsure(draft));
        fileChanged.run();
    }
}
