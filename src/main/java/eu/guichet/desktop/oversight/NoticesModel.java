package eu.guichet.desktop.oversight;

import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.ViewContext;

/** The notices that hold, and the one that a supervisor writes. Belongs to the FX thread. */
final class NoticesModel {
    private final ViewContext context;
    private final SeenList<Notice> notices;
    private final Writing<NoticeRequest, Notice> writing;

    NoticesModel(ViewContext context) {
        this.context = context;
        notices = new SeenList<>(context, GuichetClient::notices);
        writing = new Writing<>(context, _ -> read(), () -> {});
    }

    void read() {
        notices.read();
    }

    void write(NoticeRequest notice) {
        writing.ask(notice, key -> context.client().writeNotice(notice, key));
    }

    void end(Notice notice) {
        context.tasks()
                .call(() -> context.client().endNotice(notice.id()))
                .onDone(_ -> read())
                .onFailure(notices::readAfter)
                .start();
    }

    /** The screen is left: what was said has been seen. */
    void leave() {
        notices.failed(null);
        writing.leave();
    }

    void close() {
        notices.close();
    }

    /** Those that hold; why they were not read, or one of them not ended. */
    SeenList<Notice> notices() {
        return notices;
    }

    Writing<NoticeRequest, Notice> writing() {
        return writing;
    }
}
