package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Contact;
import eu.guichet.contract.Message;
import eu.guichet.contract.Preview;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One wish to have one message sent again: identity, preview, confirmation, sending, and the certainty afterwards.
 */
final class ResendFlow {
    /** Where the flow is. */
    sealed interface State {
        /** Identity has to be verified, for the first time or again. */
        record NeedsIdentity() implements State {}

        record Previewing(Preview preview) implements State {}

        record Sending() implements State {}

        /** Nobody knows yet whether it was sent; it is asked again, with the same key, at {@code askAt}. */
        record Unsure(Instant askAt) implements State {}

        record Done(Message message) implements State {}

        /** Certainly not sent. */
        record NotDone(ClientException why, boolean tryAgain) implements State {}
    }

    private final ViewContext context;
    private final OpenFile open;
    private final ActionKind.Resend action;
    private final Preview preview;
    private final KeyedAct<Message> wish;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>();

    ResendFlow(ViewContext context, OpenFile open, ActionKind.Resend action, Preview preview, boolean identityKnown) {
        this.context = context;
        this.open = open;
        this.action = action;
        this.preview = preview;
        this.wish = new KeyedAct<>(context.tasks(), context.clock(), new Wish());
        state.set(identityKnown ? new State.Previewing(preview) : new State.NeedsIdentity());
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ActionKind action() {
        return action;
    }

    void identified() {
        if (state.get() instanceof State.NeedsIdentity) {
            state.set(new State.Previewing(preview));
        }
    }

    /** The agent has read the preview and says yes; a second yes while the first is under way changes nothing. */
    void confirm() {
        switch (state.get()) {
            case State.Previewing previewing -> send();
            case State.NotDone notDone -> {
                if (notDone.tryAgain()) {
                    send();
                }
            }
            case State.NeedsIdentity needs -> {}
            case State.Sending sending -> {}
            case State.Unsure unsure -> {}
            case State.Done done -> {}
        }
    }

    /** To be called every second. */
    void tick() {
        if (state.get() instanceof State.Unsure unsure
                && !context.clock().instant().isBefore(unsure.askAt())) {
            send();
        }
    }

    /** Asks now whether it was sent. */
    void askNow() {
        if (state.get() instanceof State.Unsure) {
            send();
        }
    }

    private void send() {
        Contact contact = open.file().get().openContact();
        wish.ask(key -> context.client().resend(contact, action.message(), key));
    }

    /** What becomes of the wish for a message. */
    ActionKind.Resend kind() {
        return action;
    }

    private final class Wish implements KeyedAct.Listener<Message> {
        @Override
        public void asking() {
            state.set(new State.Sending());
        }

        @Override
        public void done(Message message) {
            state.set(new State.Done(message));
            open.refresh().run();
        }

        @Override
        public void unsure(Instant askAt) {
            state.set(new State.Unsure(askAt));
        }

        @Override
        public void identify() {
            state.set(new State.NeedsIdentity());
        }

        @Override
        public void notDone(ClientException why, boolean tryAgain, boolean reread) {
            if (reread) {
                open.refresh().run();
            }
            state.set(new State.NotDone(why, tryAgain));
        }
    }
}
