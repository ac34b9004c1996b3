package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Contact;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.HandoverPatch;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.OpenHandover;
import eu.guichet.desktop.flow.AfterFailure;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Handing a case to DIGIT: read the prepared message, have it sent from here or send it from the office's mail program, keep
 * the ticket number, and follow up what DIGIT has already. Belongs to the FX thread.
 */
final class HandoverFlow implements KeyedAct.Listener<Boolean> {
    sealed interface State {
        record Loading() implements State {}

        /** @param why null when the program itself is at fault */
        record NoDraft(@Nullable ClientException why) implements State {}

        /** @param matter what DIGIT is asked for; null where an older backend has but one message */
        record Drafted(HandoverDraft draft, @Nullable HandoverMatter matter, boolean ticketMissing) implements State {}

        /** What DIGIT is asked for needs identity verified first. */
        record NeedsIdentity() implements State {}

        record Keeping() implements State {}

        /**
         * @param ticket null where it is awaited
         * @param askAgain the day on which DIGIT is asked again, where another was told than the policy's; null otherwise
         */
        record Kept(
                @Nullable String ticket,
                boolean sent,
                @Nullable LocalDate askAgain) implements State {}

        /** Certainly not kept; it may be tried again. */
        record NotKept(HandoverDraft draft, ClientException why) implements State {}

        /** Nobody knows whether it is kept; asked again it is kept only once. */
        record Unsure(HandoverDraft draft) implements State {}

        /**
         * A case that DIGIT has.
         *
         * @param why set where a change was not kept
         * @param unsure whether nobody knows
         * @param missing whether something was left out
         */
        record Following(OpenHandover one, @Nullable ClientException why, boolean unsure, boolean missing)
                implements State {}

        /** A case that DIGIT has is no longer as it was. */
        record Changed() implements State {}
    }

    private final GuichetClient client;
    private final Tasks tasks;
    private final Runnable fileChanged;
    private final Contact contact;
    private final KeyedAct<Boolean> wish;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Loading());
    private final Latest loading = new Latest();
    private @Nullable HandoverDraft draft;
    private @Nullable HandoverRequest asked;
    private @Nullable HandoverMatter matter;

    /** @param fileChanged told whenever the file should be read again */
    HandoverFlow(GuichetClient client, Tasks tasks, InstantSource clock, Runnable fileChanged, Contact contact) {
        this.client = client;
        this.tasks = tasks;
        this.fileChanged = fileChanged;
        this.contact = contact;
        this.wish = new KeyedAct<>(tasks, clock, this);
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void load() {
        state.set(new State.Loading());
        tasks.call(() -> client.handoverDraft(contact))
                .onDone(this::loaded)
                .onFailure(why -> state.set(new State.NoDraft(why)))
                .onFault(() -> state.set(new State.NoDraft(null)))
                .within(loading)
                .start();
    }

    private void loaded(HandoverDraft read) {
        draft = read;
        if (matter == null) {
            matter = read.choices().stream()
                    .filter(choice -> !choice.handedOver())
                    .findFirst()
                    .or(() -> read.choices().stream().findFirst())
                    .map(HandoverDraft.Choice::matter)
                    .orElse(null);
        }
        state.set(new State.Drafted(read, matter, false));
    }

    /** The agent has left: a draft that is still on its way is wanted no more. */
    void leave() {
        loading.cancel();
    }

    /** The message that is chosen; empty where an older backend has but one. */
    Optional<HandoverDraft.Choice> choice() {
        HandoverDraft read = draft;
        return read == null
                ? Optional.empty()
                : read.choices().stream()
                        .filter(choice -> choice.matter() == matter)
                        .findFirst();
    }

    void choose(HandoverMatter other) {
        if (draft != null && other != matter) {
            matter = other;
            state.set(new State.Drafted(draft, matter, false));
        }
    }

    /** The chosen message as the office's mail program takes it. */
    HandoverDraft forMailProgram(HandoverDraft read) {
        return choice().map(chosen -> new HandoverDraft(read.to(), chosen.subject(), chosen.body(), read.helpdesk()))
                .orElse(read);
    }

    /** Has the backend send the message. */
    void send(@Nullable LocalDate followUp) {
        ask(new HandoverRequest(null, matter, followUp, true));
    }

    /** It was sent from the mail program, and DIGIT's number has not come yet. */
    void await(@Nullable LocalDate followUp) {
        ask(new HandoverRequest(null, matter, followUp, null));
    }

    /**
     * It was sent from the mail program, and DIGIT has answered with its number. A day that nobody has chosen is not told: where
     * the case is on file already, it would take the place of one that somebody has.
     */
    void keep(String typed, @Nullable LocalDate followUp) {
        HandoverDraft read = draft;
        String ticket = typed.strip();
        if (ticket.isEmpty() && read != null) {
            state.set(new State.Drafted(read, matter, true));
        } else {
            boolean chosen = read != null && !Objects.equals(followUp, read.followUp());
            ask(new HandoverRequest(ticket, matter, chosen ? followUp : null, null));
        }
    }

    private void ask(HandoverRequest wanted) {
        if (draft == null || state.get() instanceof State.Keeping) {
            return;
        }
        if (!wanted.equals(asked)) {
            wish.renew();
            asked = wanted;
        }
        again();
    }

    /** The same once more: after identity was verified, or to learn what became of it. */
    void again() {
        HandoverRequest wanted = asked;
        if (wanted != null) {
            wish.ask(key -> {
                client.handOver(contact, wanted, key);
                return true;
            });
        }
    }

    @Override
    public void asking() {
        state.set(new State.Keeping());
    }

    @Override
    public void done(Boolean kept) {
        HandoverRequest wanted = asked;
        wish.renew();
        asked = null;
        state.set(
                wanted == null
                        ? new State.Kept(null, false, null)
                        : new State.Kept(
                                wanted.ticket(),
                                wanted.sentFromHere(),
                                wanted.ticket() == null ? null : wanted.followUp()));
        fileChanged.run();
    }

    /** The file tells whether it was recorded. */
    @Override
    public void unsure(Instant askAt) {
        if (draft != null) {
            state.set(new State.Unsure(draft));
        }
        fileChanged.run();
    }

    @Override
    public void identify() {
        state.set(new State.NeedsIdentity());
    }

    @Override
    public void notDone(ClientException why, boolean tryAgain, boolean reread) {
        if (reread) {
            fileChanged.run();
        }
        if (draft != null) {
            state.set(new State.NotKept(draft, why));
        }
    }

    /** Leads to a case that DIGIT has. */
    void follow(OpenHandover one) {
        state.set(new State.Following(one, null, false, false));
    }

    void noteTicket(OpenHandover one, String typed) {
        change(one, typed, new HandoverPatch.Ticket(one.id(), typed.strip()));
    }

    void noteAnswer(OpenHandover one, String said) {
        change(one, said, new HandoverPatch.Answered(one.id(), said.strip()));
    }

    void moveFollowUp(OpenHandover one, @Nullable LocalDate on) {
        if (on == null) {
            state.set(new State.Following(one, null, false, true));
        } else {
            change(one, on.toString(), new HandoverPatch.FollowUp(one.id(), on));
        }
    }

    private void change(OpenHandover one, String typed, HandoverPatch patch) {
        if (typed.isBlank()) {
            state.set(new State.Following(one, null, false, true));
            return;
        }
        state.set(new State.Keeping());
        tasks.call(() -> {
                    client.changeHandover(contact, patch);
                    return patch;
                })
                .onDone(_ -> {
                    state.set(new State.Changed());
                    fileChanged.run();
                })
                .onFailure(why -> notChanged(one, why))
                .onFault(() -> state.set(new State.Following(one, null, true, false)))
                .start();
    }

    private void notChanged(OpenHandover one, ClientException why) {
        boolean unsure = AfterFailure.of(why, false) == AfterFailure.ASK_AGAIN;
        state.set(new State.Following(one, unsure ? null : why, unsure, false));
        fileChanged.run();
    }
}
