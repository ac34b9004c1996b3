package eu.guichet.desktop.pensioner;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.desktop.ui.Tasks;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Handing a case to DIGIT: read the prepared message, send it from the office's mail program, keep the ticket number. */
final class HandoverFlow {
    sealed interface State {
        record Loading() implements State {}

        record NoDraft(ClientException why) implements State {}

        record Drafted(HandoverDraft draft, boolean ticketAtFault) implements State {}

        record Keeping(HandoverDraft draft) implements State {}

        record Kept(String ticket) implements State {}

        /** The ticket may be typed and kept again: keeping the same one twice is harmless. */
        record NotKept(HandoverDraft draft, ClientException why) implements State {}
    }

    private static final Pattern TICKET = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private final GuichetClient client;
    private final Tasks tasks;
    private final Runnable fileChanged;
    private final String pensionerId;
    private final AccessReason reason;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Loading());

    /**
     * @param fileChanged told whenever the file should be read again
     * @param reason why the file is open
     */
    HandoverFlow(GuichetClient client, Tasks tasks, Runnable fileChanged, String pensionerId, AccessReason reason) {
        this.client = client;
        this.tasks = tasks;
        this.fileChanged = fileChanged;
        this.pensionerId = pensionerId;
        this.reason = reason;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void load() {
        state.set(new State.Loading());
        tasks.call(() -> client.handoverDraft(pensionerId, reason))
                .onDone(draft -> state.set(new State.Drafted(draft, false)))
                .onFailure(why -> state.set(new State.NoDraft(why)))
                .start();
    }

    void keep(String typed) {
        HandoverDraft draft = switch (state.get()) {
            case State.Drafted drafted -> drafted.draft();
            case State.NotKept notKept -> notKept.draft();
            case State.Loading other -> null;
            case State.NoDraft other -> null;
            case State.Keeping other -> null;
            case State.Kept other -> null;
        };
        if (draft == null) {
            return;
        }
        String ticket = typed.strip();
        if (!TICKET.matcher(ticket).matches()) {
            state.set(new State.Drafted(draft, true));
            return;
        }
        state.set(new State.Keeping(draft));
        tasks.call(() -> {
                    client.handOver(pensionerId, ticket);
                    return ticket;
                })
                .onDone(kept -> {
                    state.set(new State.Kept(kept));
                    fileChanged.run();
                })
                .onFailure(why -> state.set(new State.NotKept(draft, why)))
                .start();
    }
}
