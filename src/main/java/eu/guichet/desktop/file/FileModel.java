package eu.guichet.desktop.file;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Action;
import eu.guichet.contract.Contact;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The file that is open, kept up to date while one watches: on live events, by itself at the moment at which time
 * alone opens an action or ends a verification, and again and again where it could not be read. Belongs to the FX thread.
 */
public final class FileModel {
    /** What the view shows. */
    public enum Screen {
        EMPTY,
        LOADING,
        SHOWN,
        FAILED
    }

    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final OpenContact contacts;
    private final Tasks tasks;
    private final InstantSource clock;

    private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.EMPTY);
    private final ReadOnlyObjectWrapper<@Nullable PensionerFile> file = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<LiveEvent.@Nullable AlsoOpen> colleague = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ObservableList<TimelineEntry> timeline = FXCollections.observableArrayList();
    private final ObservableList<Letter> letters = FXCollections.observableArrayList();
    private final ObservableList<Action> actions = FXCollections.observableArrayList();

    private final Latest latest = new Latest();
    private final Busy busy = new Busy();
    private @Nullable String openId;
    /** With which the file was read last; of the file before, until another is read. */
    private final ReadOnlyObjectWrapper<@Nullable Contact> contact = new ReadOnlyObjectWrapper<>();

    private AccessReason reason = AccessReason.CALL;
    private long asked;
    private boolean asking;
    private boolean askAgain;
    private Instant askNotBefore = Instant.MIN;
    private Duration wait = FIRST_WAIT;

    public FileModel(GuichetClient client, Tasks tasks, InstantSource clock) {
        this.contacts = new OpenContact(client);
        this.tasks = tasks;
        this.clock = clock;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    }

    /** Opens another file; what was shown of the one before is gone at once. */
    public void show(String pensionerId, AccessReason why) {
        boolean other = !pensionerId.equals(openId);
        openId = pensionerId;
        reason = why;
        if (other) {
            forget();
            screen.set(Screen.LOADING);
        }
        ask();
    }

    /**
     * Closes the file: nothing of it stays here, and no answer that is still on its way brings it back. Its contact is for
     * whoever asks for the closing to close.
     */
    public void close() {
        openId = null;
        asked++;
        asking = false;
        askAgain = false;
        latest.cancel();
        contact.set(null);
        forget();
        screen.set(Screen.EMPTY);
    }

    /** Reads a file again if it is the one that is open. */
    void refresh(String pensionerId) {
        if (pensionerId.equals(openId)) {
            refresh();
        }
    }

    /** Reads the open file again; several wishes while one answer is under way are one. */
    public void refresh() {
        if (asking) {
            askAgain = true;
        } else if (openId != null) {
            ask();
        }
    }

    /** To be called on the FX thread. Events of other files are ignored. */
    public void accept(LiveEvent.OfFile event) {
        if (!event.pensionerId().equals(openId)) {
            return;
        }
        switch (event) {
            case LiveEvent.FileChanged changed -> {
                PensionerFile shown = file.get();
                if (shown == null || changed.since() != null || !shown.etag().equals(changed.etag())) {
                    refresh();
                }
            }
            case LiveEvent.MessageChanged changed -> {
                mark(changed.messageId(), changed.status());
                refresh();
            }
            case LiveEvent.AlsoOpen also -> colleague.set(also);
            case LiveEvent.NobodyElse _ -> colleague.set(null);
        }
    }

    /** To be called every second: moves the countdowns on and asks again when one of them has run out. */
    public void tick() {
        Instant instant = clock.instant();
        now.set(instant);
        PensionerFile shown = file.get();
        boolean due = shown != null && (isStale() || isDue(shown, instant));
        if (due && !asking && !instant.isBefore(askNotBefore)) {
            waitBeforeNext(instant);
            ask();
        }
    }

    private void waitBeforeNext(Instant instant) {
        askNotBefore = instant.plus(wait);
        wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
    }

    /** What was last asked did not come, and may come by itself. */
    private boolean isStale() {
        ClientException why = failure.get();
        return why != null && why.passes();
    }

    private static boolean isDue(PensionerFile file, Instant instant) {
        Stream<Instant> ends = Stream.concat(
                file.actions().stream()
                        .filter(action -> !action.open())
                        .map(Action::opensAt)
                        .filter(Objects::nonNull),
                Stream.concat(
                        file.verification() == null
                                ? Stream.empty()
                                : Stream.of(file.verification().validUntil()),
                        Stream.concat(
                                file.verificationLock() == null
                                        ? Stream.empty()
                                        : Stream.of(file.verificationLock().until()),
                                file.rightOffice() == null
                                        ? Stream.empty()
                                        : Stream.of(file.rightOffice().changesAt()))));
        return ends.anyMatch(end -> !end.isAfter(instant));
    }

    private void ask() {
        String id = openId;
        if (id == null) {
            return;
        }
        long mine = ++asked;
        asking = true;
        askAgain = false;
        AccessReason why = reason;
        Contact before = contact.get();
        tasks.call(() -> contacts.read(before, id, why))
                .onDone(fresh -> answered(mine, fresh))
                .onFailure(failed -> failed(mine, failed))
                .onFault(() -> fault(mine))
                .within(latest)
                .showing(busy)
                .start();
    }

    private void answered(long mine, PensionerFile fresh) {
        if (mine != asked) {
            return;
        }
        asking = false;
        contact.set(fresh.contact());
        failure.set(null);
        Instant instant = clock.instant();
        if (!isDue(fresh, instant)) {
            wait = FIRST_WAIT;
            askNotBefore = Instant.MIN;
        }
        now.set(instant);
        ListDiff.update(timeline, fresh.timeline(), TimelineEntry::id);
        ListDiff.update(letters, fresh.letters(), Letter::id);
        ListDiff.update(actions, fresh.actions(), Action::kind);
        file.set(fresh);
        screen.set(Screen.SHOWN);
        if (askAgain) {
            ask();
        }
    }

    private void failed(long mine, ClientException why) {
        if (mine != asked) {
            return;
        }
        asking = false;
        Instant instant = clock.instant();
        if (instant.isAfter(askNotBefore)) {
            waitBeforeNext(instant);
        }
        if (isContactOver(why)) {
            // what is shown is not ours to see any more; to try again opens another contact
            contact.set(null);
            forget();
        }
        failure.set(why);
        if (file.get() == null) {
            screen.set(Screen.FAILED);
        }
    }

    private static boolean isContactOver(ClientException why) {
        return why instanceof ClientException.Refused refused && refused.type() == ProblemType.CONTACT_REQUIRED;
    }

    /** The program's own fault is told by itself; the file must not seem to be on its way forever. */
    private void fault(long mine) {
        if (mine == asked) {
            asking = false;
            if (file.get() == null) {
                screen.set(Screen.FAILED);
            }
        }
    }

    private void mark(String messageId, MessageStatus status) {
        timeline.replaceAll(entry -> messageId.equals(entry.messageId()) ? entry.with(status) : entry);
    }

    private void forget() {
        file.set(null);
        failure.set(null);
        colleague.set(null);
        timeline.clear();
        letters.clear();
        actions.clear();
        askNotBefore = Instant.MIN;
        wait = FIRST_WAIT;
    }

    public ReadOnlyObjectProperty<Screen> screenProperty() {
        return screen.getReadOnlyProperty();
    }

    /** The contact within which the open file was read; null while none is open or before the first answer. */
    public ReadOnlyObjectProperty<@Nullable Contact> contactProperty() {
        return contact.getReadOnlyProperty();
    }

    /** Whose file is open or being opened; null while none is. */
    public @Nullable String openId() {
        return openId;
    }

    /** The file as last read, or null. */
    public ReadOnlyObjectProperty<@Nullable PensionerFile> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /** Why the last reading failed, or null; an older reading may still be shown. */
    public ReadOnlyObjectProperty<@Nullable ClientException> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** A colleague who has the same file open, or null. */
    public ReadOnlyObjectProperty<LiveEvent.@Nullable AlsoOpen> colleagueProperty() {
        return colleague.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    ObservableList<TimelineEntry> timeline() {
        return timeline;
    }

    ObservableList<Letter> letters() {
        return letters;
    }

    ObservableList<Action> actions() {
        return actions;
    }

    /** Under way, and long enough for a spinner. */
    Busy busy() {
        return busy;
    }

    AccessReason reason() {
        return reason;
    }
}
