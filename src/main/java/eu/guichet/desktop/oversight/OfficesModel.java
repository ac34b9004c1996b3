package eu.guichet.desktop.oversight;

import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeEntryRequest;
import eu.guichet.contract.OfficeRecord;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** One office as it was read, and what a supervisor writes down of it. Belongs to the FX thread. */
final class OfficesModel {
    private final ViewContext context;
    private final Writing<OfficeEntryRequest, OfficeRecord> writing;
    private final Latest latest = new Latest();
    private final ReadOnlyObjectWrapper<@Nullable OfficeRecord> office = new ReadOnlyObjectWrapper<>();
    private @Nullable OfficeCode code;
    /** The version from which the form was filled. */
    private @Nullable String basis;
    /** The next version that is read is what the form is about: it was told that there is another one. */
    private boolean rebase;

    OfficesModel(ViewContext context) {
        this.context = context;
        writing = new Writing<>(context, this::written, this::readAnew);
    }

    /** The one that was chosen, at first the own one. */
    void read() {
        OfficeCode asked = code;
        context.tasks()
                .call(() -> context.client()
                        .office(asked == null ? context.client().me().office() : asked))
                .onDone(this::know)
                .onFailure(writing::failed)
                .within(latest)
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

    /** Whether something else was written down than what the form was filled from. */
    boolean isOther() {
        OfficeRecord known = office.get();
        return known != null && basis != null && !known.etag().equals(basis);
    }

    /** Another office. */
    void choose(@Nullable OfficeCode other) {
        if (other != null && other != code) {
            code = other;
            office.set(null);
            writing.forget();
            read();
        }
    }

    /** Null before one is known. */
    @Nullable
    OfficeCode code() {
        return code;
    }

    void write(OfficeEntryRequest entry) {
        String etag = basis;
        OfficeCode of = code;
        if (etag != null && of != null) {
            writing.ask(entry, key -> context.client().writeOffice(of, etag, entry, key));
        }
    }

    private void written(OfficeRecord now) {
        if (now.office().code() == code) {
            office.set(now);
        }
    }

    private void readAnew() {
        rebase = true;
        read();
    }

    void close() {
        latest.cancel();
    }

    ReadOnlyObjectProperty<@Nullable OfficeRecord> office() {
        return office.getReadOnlyProperty();
    }

    Writing<OfficeEntryRequest, OfficeRecord> writing() {
        return writing;
    }
}
