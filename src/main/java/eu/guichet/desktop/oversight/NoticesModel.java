package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The notices that hold, and the one that a supervisor writes. Belongs to the FX thread. */
final class NoticesModel implements KeyedAct.Listener<Notice> {
    /** What became of the notice that was written. */
    enum Written {
        NOT_YET,
        ASKING,
        DONE,
        /** Nobody knows; asked again with the same content it is written once. */
        UNSURE
    }

    private final ViewContext context;
    private final KeyedAct<Notice> act;
    private final Latest latest = new Latest();
    private final Busy busy = new Busy();
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Written> written = new ReadOnlyObjectWrapper<>(Written.NOT_YET);
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private @Nullable NoticeRequest wanted;

    NoticesModel(ViewContext context) {
        this.context = context;
        act = new KeyedAct<>(context.tasks(), context.clock(), this);
    }

    void read() {
        context.tasks()
                .call(() -> context.client().notices())
                .onDone(notices::setAll)
                .onFailure(failure::set)
                .within(latest)
                .showing(busy)
                .start();
    }

    /** The same notice asked for again, while nobody knows what became of it, is the same wish. */
    void write(NoticeRequest notice) {
        if (written.get() == Written.ASKING) {
            return;
        }
        if (!notice.equals(wanted) || written.get() != Written.UNSURE) {
            act.renew();
        }
        wanted = notice;
        act.ask(key -> write(notice, key));
    }

    private Notice write(NoticeRequest notice, IdempotencyKey key) {
        return context.client().writeNotice(notice, key);
    }

    void end(Notice notice) {
        failure.set(null);
        context.tasks()
                .call(() -> context.client().endNotice(notice.id()))
                .onDone(_ -> read())
                .onFailure(failure::set)
                .showing(busy)
                .start();
    }

    @Override
    public void asking() {
        failure.set(null);
        written.set(Written.ASKING);
    }

    @Override
    public void done(Notice notice) {
        written.set(Written.DONE);
        read();
    }

    @Override
    public void unsure(Instant askAt) {
        written.set(Written.UNSURE);
    }

    @Override
    public void identify() {
        written.set(Written.NOT_YET);
    }

    @Override
    public void notDone(ClientException why, boolean tryAgain, boolean reread) {
        written.set(Written.NOT_YET);
        failure.set(why);
    }

    void leave() {
        failure.set(null);
        if (written.get() == Written.DONE) {
            written.set(Written.NOT_YET);
        }
    }

    void close() {
        latest.cancel();
    }

    ObservableList<Notice> notices() {
        return notices;
    }

    ReadOnlyObjectProperty<Written> written() {
        return written.getReadOnlyProperty();
    }

    /** Why the last wish was not done, or null. */
    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }
}
