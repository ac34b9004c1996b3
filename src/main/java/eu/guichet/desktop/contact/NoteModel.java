package eu.guichet.desktop.contact;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.ui.Scanned;
import eu.guichet.desktop.ui.Tasks;
import java.time.Duration;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The agent's own line in a contact. Every key press is saved; while one saving is under way the newest text waits. What has
 * the shape of a code is taken out and sent nowhere. For the FX thread only.
 */
final class NoteModel {
    /** As many characters as a note may have. */
    static final int LONGEST = 300;

    /** Longer than from one character of a scanner to the next: its burst is taken out before anything of it is sent. */
    static final Duration BREATH = Duration.ofMillis(60);

    private static final Duration AGAIN = Duration.ofSeconds(3);

    /** Hands go on typing the rest of a code: until they have rested for so long, what they type is taken out as well. */
    static final Duration REST = Duration.ofMillis(1500);

    /** What is known of the newest text. */
    enum State {
        SAVED,
        SAVING,
        /** It is tried again by itself. */
        NOT_SAVED,
        /** It had the shape of a code, and was taken out. */
        CODE_REFUSED
    }

    private final GuichetClient client;
    private final Tasks tasks;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.SAVED);
    private @Nullable String contactId;
    private String saved = "";
    private boolean saving;
    private boolean taking;
    private Tasks.Cancellation breath = () -> {};
    private Tasks.Cancellation rest = () -> {};
    private boolean resting;
    private Runnable whenSaved = () -> {};

    NoteModel(GuichetClient client, Tasks tasks) {
        this.client = client;
        this.tasks = tasks;
        text.subscribe((before, now) -> typed(before, now));
    }

    /** The line of this contact, as it is kept. */
    void open(String id, String kept) {
        forget();
        contactId = id;
        saved = kept;
        set(kept);
    }

    /** Nothing of it stays here. */
    void forget() {
        breath.cancel();
        rest.cancel();
        resting = false;
        contactId = null;
        saved = "";
        saving = false;
        whenSaved = () -> {};
        set("");
        state.set(State.SAVED);
    }

    /** Runs {@code then} once the newest text is saved, or cannot be. */
    void flush(Runnable then) {
        breath.cancel();
        if (contactId == null || (!saving && text.get().equals(saved))) {
            then.run();
            return;
        }
        whenSaved = then;
        if (!saving) {
            save();
        }
    }

    private void set(String now) {
        taking = true;
        text.set(now);
        taking = false;
    }

    private void typed(String before, String now) {
        if (taking || contactId == null) {
            return;
        }
        if (resting) {
            String kept = now.startsWith(before) ? before : Scanned.withoutGroupsAtEnd(now);
            // not while the field still tells of its change
            tasks.onScreen(() -> set(kept));
            rest();
            return;
        }
        if (Scanned.holdsCode(now)) {
            breath.cancel();
            tasks.onScreen(() -> {
                takeOut(now);
                soon();
            });
            return;
        }
        if (state.get() == State.CODE_REFUSED) {
            state.set(State.SAVED);
        }
        soon();
    }

    /** Keeps what stands before the code; where it cannot be told from the rest, nothing. */
    private void takeOut(String typed) {
        String kept = Scanned.withoutGroupsAtEnd(typed);
        set(kept.equals(typed) || Scanned.holdsCode(kept) ? "" : kept);
        state.set(State.CODE_REFUSED);
        resting = true;
        rest();
    }

    private void rest() {
        rest.cancel();
        rest = tasks.after(REST, () -> resting = false);
    }

    private void soon() {
        breath.cancel();
        breath = tasks.after(BREATH, this::save);
    }

    private void save() {
        String id = contactId;
        String newest = text.get().strip();
        if (saving || id == null) {
            return;
        }
        if (newest.equals(saved)) {
            settled();
            return;
        }
        saving = true;
        if (state.get() != State.CODE_REFUSED) {
            state.set(State.SAVING);
        }
        tasks.call(() -> client.note(id, newest))
                .onDone(contact -> done(id, newest))
                .onFailure(why -> failed(id, why))
                .onFault(() -> again(id))
                .start();
    }

    private void done(String id, String kept) {
        if (!id.equals(contactId)) {
            return;
        }
        saving = false;
        saved = kept;
        if (text.get().strip().equals(kept)) {
            if (state.get() != State.CODE_REFUSED) {
                state.set(State.SAVED);
            }
            settled();
        } else {
            save();
        }
    }

    private void failed(String id, ClientException why) {
        if (!id.equals(contactId)) {
            return;
        }
        if (why instanceof ClientException.Refused refused && refused.type() == ProblemType.INVALID_REQUEST) {
            saving = false;
            // the backend has found a code in it, and has kept nothing
            saved = "";
            takeOut(text.get());
            save();
        } else if (why instanceof ClientException.Refused refused && refused.type() == ProblemType.CONTACT_REQUIRED) {
            // the contact was closed elsewhere: what stands there can only be copied
            saving = false;
            state.set(State.NOT_SAVED);
            settled();
        } else {
            // away, or the session is over: it is kept here until it can be saved
            again(id);
        }
    }

    /** Whoever waits for it to be saved goes on waiting. */
    private void again(String id) {
        if (id.equals(contactId)) {
            saving = false;
            state.set(State.NOT_SAVED);
            breath.cancel();
            breath = tasks.after(AGAIN, this::save);
        }
    }

    private void settled() {
        Runnable then = whenSaved;
        whenSaved = () -> {};
        then.run();
    }

    /** As the backend keeps it. */
    String savedText() {
        return saved;
    }

    StringProperty text() {
        return text;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }
}
