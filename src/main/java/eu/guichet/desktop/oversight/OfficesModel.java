package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeEntryRequest;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One office as it was read, and what a supervisor writes down of it. Belongs to the FX thread. */
final class OfficesModel implements KeyedAct.Listener<OfficeRecord> {
    /** What became of what was written. */
    enum Written {
        NOT_YET,
        ASKING,
        DONE,
        /** Nobody knows; asked again with the same content it is written once. */
        UNSURE
    }

    private final ViewContext context;
    private final KeyedAct<OfficeRecord> act;
    private final Latest latest = new Latest();
    private final Busy busy = new Busy();
    private final ReadOnlyObjectWrapper<@Nullable OfficeRecord> office = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Written> written = new ReadOnlyObjectWrapper<>(Written.NOT_YET);
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private @Nullable OfficeCode code;
    private @Nullable OfficeEntryRequest wanted;
    /** The version from which the form was filled. */
    private @Nullable String basis;
    /** The next version that is read is what the form is about: it was told that there is another one. */
    private boolean rebase;

    OfficesModel(ViewContext context) {
        this.context = context;
        act = new KeyedAct<>(context.tasks(), context.clock(), this);
    }

    /** The one that was chosen, at first the own one. */
    void read() {
        OfficeCode asked = code;
        context.tasks()
                .call(() -> context.client()
                        .office(asked == null ? context.client().me().office() : asked))
                .onDone(this::know)
                .onFailure(failure::set)
                .within(latest)
                .showing(busy)
                .start();
    }

    private void know(OfficeRecord read) {
        code = read.office().code();
        if (rebase) {
            basis = read.etag();
            rebase = false;
        }
        office.set(read);
    }

    /** The form is filled from what is known now. */
    void begin() {
        OfficeRecord known = office.get();
        basis = known == null ? null : known.etag();
        rebase = false;
    }

    /** Another office. */
    void choose(@Nullable OfficeCode other) {
        if (other != null && other != code) {
            code = other;
            office.set(null);
            failure.set(null);
            written.set(Written.NOT_YET);
            read();
        }
    }

    /** Null before one is known. */
    @Nullable
    OfficeCode code() {
        return code;
    }

    /** The same content asked for again, while nobody knows what became of it, is the same wish. */
    void write(OfficeEntryRequest entry) {
        String etag = basis;
        OfficeCode of = code;
        if (etag == null || of == null || written.get() == Written.ASKING) {
            return;
        }
        if (!entry.equals(wanted) || written.get() != Written.UNSURE) {
            act.renew();
        }
        wanted = entry;
        act.ask(key -> write(of, etag, entry, key));
    }

    private OfficeRecord write(OfficeCode of, String etag, OfficeEntryRequest entry, IdempotencyKey key) {
        return context.client().writeOffice(of, etag, entry, key);
    }

    @Override
    public void asking() {
        failure.set(null);
        written.set(Written.ASKING);
    }

    @Override
    public void done(OfficeRecord now) {
        written.set(Written.DONE);
        if (now.office().code() == code) {
            office.set(now);
        }
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
        if (reread) {
            rebase = true;
            read();
        }
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

    ReadOnlyObjectProperty<@Nullable OfficeRecord> office() {
        return office.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Written> written() {
        return written.getReadOnlyProperty();
    }

    /** Why the last wish was not done, or null. */
    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }
}
