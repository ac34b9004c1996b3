package eu.guichet.desktop.oversight;

import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Notice;
import eu.guichet.contract.NoticeRequest;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The notices that hold, and the one that a supervisor writes. Belongs to the FX thread. */
final class NoticesModel {
    private final ViewContext context;
    private final SeenList<Notice> notices;
    private final ObservableList<Notice> holding = FXCollections.observableArrayList();
    private final Writing<NoticeRequest, Notice> writing;

    NoticesModel(ViewContext context) {
        this.context = context;
        notices = new SeenList<>(context, GuichetClient::notices);
        notices.rows().addListener((ListChangeListener<Notice>)
                _ -> tick(context.clock().instant()));
        writing = new Writing<>(context, _ -> read(), () -> {});
    }

    void read() {
        notices.read();
    }

    /** One whose time is over holds no longer, without anybody telling it. */
    void tick(Instant now) {
        List<Notice> left =
                notices.rows().stream().filter(notice -> notice.inForce(now)).toList();
        if (!holding.equals(left)) {
            holding.setAll(left);
        }
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

    /** Those that hold now. */
    ObservableList<Notice> holding() {
        return holding;
    }

    /** As they were read; why they were not read, or one of them not ended. */
    SeenList<Notice> notices() {
        return notices;
    }

    Writing<NoticeRequest, Notice> writing() {
        return writing;
    }
}
