package eu.guichet.desktop.shell;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Notice;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.NoticeText;
import eu.guichet.desktop.ui.Icons;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is disturbed now, over every screen; a notice whose time is over goes by itself. */
final class NoticeBar extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeBar.class);

    private final ViewContext context;
    private final Texts texts;
    private final Latest latest = new Latest();
    private List<Notice> notices = List.of();
    private List<Notice> drawn = List.of();

    NoticeBar(ViewContext context) {
        this.context = context;
        this.texts = context.texts();
        setId("notices");
        texts.language().subscribe(this::draw);
        draw();
    }

    /** Asks anew; what was shown stays until it is answered. */
    void read() {
        context.tasks()
                .call(() -> context.client().notices())
                .onDone(now -> {
                    notices = now;
                    draw();
                })
                .onFailure(NoticeBar::notRead)
                .within(latest)
                .start();
    }

    /** The status line tells of a backend that does not answer; what was known still holds. */
    private static void notRead(ClientException why) {
        LOG.info("notices were not read: {}", why.getMessage());
    }

    void tick(Instant now) {
        if (drawn.stream().anyMatch(notice -> !notice.inForce(now))) {
            draw();
        }
    }

    private void draw() {
        Instant now = context.clock().instant();
        drawn = notices.stream().filter(notice -> notice.inForce(now)).toList();
        NoticeText words = new NoticeText(texts, new DateTimes(texts.locale(), context.zone()));
        getChildren()
                .setAll(drawn.stream()
                        .map(notice -> row(notice, words.sentence(notice, now)))
                        .toList());
        setVisible(!drawn.isEmpty());
        setManaged(isVisible());
    }

    private static Node row(Notice notice, String sentence) {
        Label said = FlowCard.sentence(sentence);
        said.setId("notice-" + notice.id());
        said.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        said.setFocusTraversable(true);
        said.setMaxWidth(Double.MAX_VALUE);
        said.getStyleClass().addAll("banner", "notice-row", "ring");
        return said;
    }
}
