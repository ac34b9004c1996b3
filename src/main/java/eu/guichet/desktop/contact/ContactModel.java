package eu.guichet.desktop.contact;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactSummary;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.ui.Tasks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contact in which one file is open, from its opening to its closing. For the FX thread only. */
public final class ContactModel {
    private static final Logger LOG = LoggerFactory.getLogger(ContactModel.class);
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final Runnable forgetCopies;
    private final GuichetClient client;
    private final Tasks tasks;
    private final NoteModel note;
    private @Nullable Runnable afterClosing;
    private int closing;
    private final ReadOnlyObjectWrapper<@Nullable Contact> contact = new ReadOnlyObjectWrapper<>();

    /** @param forgetCopies empties the clipboard of what was copied of the file */
    public ContactModel(GuichetClient client, Tasks tasks, Runnable forgetCopies) {
        this.forgetCopies = forgetCopies;
        this.client = client;
        this.tasks = tasks;
        note = new NoteModel(client, tasks);
    }

    /** The contact with which the file was read last; its note is taken up where it is another one than before. */
    public void learn(@Nullable Contact read) {
        Contact before = contact.get();
        contact.set(read);
        if (read == null) {
            note.forget();
        } else if (before == null || !before.id().equals(read.id())) {
            note.open(read.id(), read.note());
        }
    }

    /**
     * Closes the contact: its last line is saved, then the backend told. Nothing of it stays here, whether the backend answers
     * or not; it is told again until it does.
     *
     * @param closed told what was done in it
     * @param waiting told once where the backend does not answer at first
     */
    public void close(Consumer<ContactSummary> closed, Runnable waiting) {
        forgetCopies.run();
        Contact open = contact.get();
        if (open == null) {
            return;
        }
        String id = open.id();
        NoteModel last = new NoteModel(client, tasks);
        last.open(id, note.savedText());
        last.text().set(note.text().get());
        contact.set(null);
        note.forget();
        closing++;
        AtomicBoolean first = new AtomicBoolean(true);
        Runnable heard = () -> {
            if (first.getAndSet(false)) {
                closing--;
                goOn();
            }
        };
        last.state().subscribe(state -> {
            if (state == NoteModel.State.NOT_SAVED) {
                waiting.run();
                heard.run();
            }
        });
        last.flush(() -> close(id, closed, waiting, heard));
    }

    /**
     * Runs this once the backend knows what was closed here, or does not answer: opened before, one more contact would be too
     * many. Only the newest wish counts.
     */
    public void whenClosed(Runnable then) {
        afterClosing = then;
        goOn();
    }

    private void goOn() {
        if (closing == 0) {
            Runnable now = afterClosing;
            afterClosing = null;
            if (now != null) {
                now.run();
            }
        }
    }

    /** Whether something waits for the backend to know what was closed here. */
    public boolean isWaiting() {
        return afterClosing != null;
    }

    private void close(String id, Consumer<ContactSummary> closed, Runnable waiting, Runnable heard) {
        tasks.call(() -> client.closeContact(id))
                .onDone(done -> {
                    closed.accept(done);
                    heard.run();
                })
                .onFailure(why -> {
                    heard.run();
                    boolean gone = why instanceof ClientException.Refused refused
                            && refused.type() == ProblemType.CONTACT_REQUIRED;
                    if (gone) {
                        LOG.info("a contact was closed elsewhere");
                    } else {
                        // away, or the session is over: it is told again until it is known
                        waiting.run();
                        tasks.after(AGAIN, () -> close(id, closed, () -> {}, () -> {}));
                    }
                })
                .start();
    }

    /** Closes what is open without waiting for any answer: the window ends. Blocks, so never on the FX thread. */
    public static void closeNow(GuichetClient client, String contactId) {
        try {
            client.closeContact(contactId);
        } catch (ClientException e) {
            // the backend closes by itself what nobody touches any more
            LOG.info("a contact was not closed with the window: {}", e.getMessage());
        }
    }

    /** Null while no file is open. */
    public ReadOnlyObjectProperty<@Nullable Contact> contact() {
        return contact.getReadOnlyProperty();
    }

    /** Whether it is about somebody who stands at the counter. */
    public boolean atCounter() {
        Contact open = contact.get();
        return open != null && open.reason().atCounter();
    }

    NoteModel note() {
        return note;
    }
}
