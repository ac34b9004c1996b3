package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.AuditQuery;
import eu.guichet.contract.OfficeCode;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The audit trail as narrowed by the one who looks, page after page. Belongs to the FX thread. */
final class TrailModel {
    /** What is shown. */
    enum State {
        LOADING,
        EMPTY,
        SHOWN,
        FAILED
    }

    private final ViewContext context;
    private final Latest latest = new Latest();
    private final Busy busy = new Busy();
    private final ReadOnlyObjectWrapper<AuditQuery> query = new ReadOnlyObjectWrapper<>(AuditQuery.EVERYTHING);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Long> next = new ReadOnlyObjectWrapper<>();
    private final ObservableList<AuditEntry> rows = FXCollections.observableArrayList();

    TrailModel(ViewContext context) {
        this.context = context;
    }

    /** Only what was about the person of this row, or everybody. */
    void about(@Nullable String pensionerId) {
        narrow(query.get().about(pensionerId));
    }

    /** Only what the agent of this row did, or everybody. */
    void by(@Nullable String agentId) {
        narrow(query.get().by(agentId));
    }

    /** Only what was done in the contact of this row, or in any and none. */
    void within(@Nullable String contactId) {
        narrow(query.get().within(contactId));
    }

    /** Only what was done in this office, or in any. */
    void in(@Nullable OfficeCode office) {
        narrow(query.get().in(office));
    }

    /** Only acts of this kind, or any. */
    void doing(@Nullable AuditAct act) {
        narrow(query.get().doing(act == null ? null : act.key()));
    }

    /** Only what was done on these days, the last among them; null is no bound. A period that ends before it begins is one day. */
    void between(@Nullable LocalDate from, @Nullable LocalDate until) {
        boolean turned = from != null && until != null && until.isBefore(from);
        narrow(query.get().between(from, turned ? from : until));
    }

    void everything() {
        narrow(AuditQuery.EVERYTHING);
    }

    private void narrow(AuditQuery wanted) {
        if (!wanted.equals(query.get())) {
            query.set(wanted);
            rows.clear();
            state.set(State.LOADING);
            read();
        }
    }

    /** Reads the newest page again. */
    void read() {
        AuditQuery wanted = query.get();
        ask(wanted, List.of());
    }

    /** The page after the rows shown, where there is one. */
    void readMore() {
        Long from = next.get();
        if (from != null && !busy.running().get()) {
            ask(query.get().before(from), List.copyOf(rows));
        }
    }

    private void ask(AuditQuery wanted, List<AuditEntry> before) {
        context.tasks()
                .call(() -> context.client().audit(wanted))
                .onDone(page -> show(page, before))
                .onFailure(this::failed)
                .within(latest)
                .showing(busy)
                .start();
    }

    private void show(AuditPage page, List<AuditEntry> before) {
        failure.set(null);
        next.set(page.before());
        rows.setAll(Stream.concat(before.stream(), page.entries().stream()).toList());
        state.set(rows.isEmpty() ? State.EMPTY : State.SHOWN);
    }

    private void failed(ClientException why) {
        failure.set(why);
        if (rows.isEmpty()) {
            state.set(State.FAILED);
        }
    }

    void close() {
        latest.cancel();
    }

    ReadOnlyObjectProperty<AuditQuery> query() {
        return query.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }

    /** Where the next page begins; null on the last one. */
    ReadOnlyObjectProperty<@Nullable Long> next() {
        return next.getReadOnlyProperty();
    }

    /** Newest first. */
    ObservableList<AuditEntry> rows() {
        return rows;
    }
}
