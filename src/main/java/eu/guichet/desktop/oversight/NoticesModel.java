package eu.guichet.desktop.oversight;

import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The notices that hold, and the one that a supervisor writes. Belongs to the FX thread. */
final class NoticesModel {
    private final ViewContext context;
    private final Writing<NoticeRequest, Notice> writing;
    private final Latest latest = new Latest();
    private final Busy busy = new Busy();
    private final ObservableList<Notice> notices = FXCollections.observableArrayList();

    NoticesModel(ViewContext context) {
        this.context = context;
        writing = new Writing<>(context, _ -> read(), () -> {});
    }

    void read() {
        context.tasks()
                .call(() -> context.client().notices())
                .onDone(all -> {
                    if (!notices.equals(all)) {
                        notices.setAll(all);
                    }
                })
                .onFailure(writing::failed)
                .within(latest)
                .showing(busy)
                .start();
    }

    void write(NoticeRequest notice) {
        writing.ask(notice, key -> context.client().writeNotice(notice, key));
    }

    void end(Notice notice) {
        writing.failed(null);
        context.tasks()
                .call(() -> context.client().endNotice(notice.id()))
                .onDone(_ -> read())
                .onFailure(writing::failed)
                .showing(busy)
                .start();
    }

    void close() {
        latest.cancel();
    }

    ObservableList<Notice> notices() {
        return notices;
    }

    Writing<NoticeRequest, Notice> writing() {
        return writing;
    }
}
