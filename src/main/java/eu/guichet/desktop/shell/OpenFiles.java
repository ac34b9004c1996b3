package eu.guichet.desktop.shell;

import eu.guichet.client.GuichetClient;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactSummary;
import eu.guichet.desktop.contact.ContactModel;
import eu.guichet.desktop.contact.ContactWords;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The files that are open at the counter, each in its contact: one is opened, kept beside another, left. A file is never
 * left while an act is under way in it without that being said first.
 */
final class OpenFiles {
    /** Who asks for the closing again, having had the time to read why it was held back, means it. */
    private static final Duration READ = Duration.ofSeconds(2);

    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final ViewContext context;
    private final FileTabs tabs;
    private final StatusMessage said;
    private final ClosedToday closedToday;
    private final Consumer<FileTab> shown;
    /** When closing a file was last held back for an act that is under way, or null. */
    private @Nullable Instant heldBack;

    /** @param shown is handed the place that is shown whenever another file is in it, or none */
    OpenFiles(
            ViewContext context, FileTabs tabs, StatusMessage said, ClosedToday closedToday, Consumer<FileTab> shown) {
        this.context = context;
        this.tabs = tabs;
        this.said = said;
        this.closedToday = closedToday;
        this.shown = shown;
    }

    FileTab current() {
        return tabs.current().get();
    }

    /** Opens a file in the place that is shown; what is open there is closed first, or kept beside where it must be. */
    void open(String pensionerId, AccessReason reason) {
        Optional<FileTab> elsewhere = tabs.openFor(pensionerId);
        if (elsewhere.isPresent()) {
            tabs.choose(elsewhere.get());
            elsewhere.get().show(pensionerId, reason);
            return;
        }
        FileTab tab = current();
        if (tab.isOpen()) {
            if (tab.view().underWay().isEmpty()) {
                leave(tab, this::tellClosed);
            } else if (tabs.hold()) {
                said.say("held");
            } else {
                said.say("open.under-way");
                return;
            }
        }
        show(current(), pensionerId, reason);
    }

    /**
     * To the file of an act that went on in this place; what is open there meanwhile is closed, and that is said.
     *
     * @return whether it is opened
     */
    boolean goBack(FileTab tab, String pensionerId, AccessReason reason) {
        if (tab.view().isUnderWay()) {
            said.say("open.under-way");
            return false;
        }
        if (tab.isOpen()) {
            leave(tab, this::tellClosed);
        }
        show(tab, pensionerId, reason);
        return true;
    }

    private void show(FileTab tab, String pensionerId, AccessReason reason) {
        tab.contact().whenClosed(() -> {
            tab.show(pensionerId, reason);
            shown.accept(tab);
        });
    }

    /**
     * Closes the file that is shown, with its contact; what is under way is not cut off without a word.
     *
     * @param closed is told what was done in the contact, when the backend has said so
     * @return whether it is closed
     */
    boolean close(Consumer<ContactSummary> closed) {
        FileTab tab = current();
        if (!tab.isOpen()) {
            said.say("close.no-file");
            return false;
        }
        Instant now = context.clock().instant();
        boolean meant =
                heldBack != null && !now.isBefore(heldBack.plus(READ)) && now.isBefore(heldBack.plus(FORGOTTEN));
        if (tab.view().underWay().isPresent() && !meant) {
            heldBack = now;
            said.say("close.under-way");
            return false;
        }
        heldBack = null;
        leave(tab, closed);
        tabs.remove(tab);
        return true;
    }

    private void leave(FileTab tab, Consumer<ContactSummary> closed) {
        tab.contact()
                .close(
                        done -> {
                            closedToday.count(done);
                            closed.accept(done);
                        },
                        () -> said.say("close.waits"));
        tab.model().close();
        shown.accept(current());
    }

    private void tellClosed(ContactSummary done) {
        said.say("closed", "contact", words().told(done));
    }

    /**
     * Keeps the file that is shown beside an empty place.
     *
     * @return whether there was a file, and room
     */
    boolean hold() {
        if (!current().isOpen()) {
            said.say("hold.no-file");
            return false;
        }
        if (!tabs.hold()) {
            said.say("hold.full");
            return false;
        }
        return true;
    }

    /** What closing the window would cut off, in one sentence; empty when nothing is under way. */
    Optional<String> underWay() {
        return tabs.all().stream()
                .flatMap(tab -> tab.view().underWay().stream())
                .findFirst();
    }

    /** The contacts that are open, in words that name nobody; empty when none is. */
    Optional<String> stillOpen() {
        String open = tabs.contacts().stream().map(words()::opened).collect(Collectors.joining(" · "));
        return open.isEmpty() ? Optional.empty() : Optional.of(open);
    }

    /** Closes in the backend what is open here when the window ends. Blocks, so not to be run on the FX thread. */
    Runnable farewell() {
        GuichetClient client = context.client();
        List<String> open = tabs.contacts().stream().map(Contact::id).toList();
        return () -> open.forEach(id -> ContactModel.closeNow(client, id));
    }

    private ContactWords words() {
        return new ContactWords(context.texts(), context.zone());
    }
}
