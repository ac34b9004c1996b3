package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Notice;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.NoticeText;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What every desk was told and is over: who said what was disturbed, from when until when. Nothing of it can be changed. */
final class PastNoticesView extends ListCard<Notice> {
    PastNoticesView(SeenList<Notice> past, ViewContext context, Function<ClientException, String> sentence) {
        super("past-notices", past, context, sentence);
        begin();
    }

    /** Those that are over. */
    static SeenList<Notice> list(ViewContext context) {
        return new SeenList<>(context, client -> over(client, context.clock().instant()));
    }

    private static List<Notice> over(GuichetClient client, Instant now) {
        return client.pastNotices().stream()
                .filter(one -> !end(one).isAfter(now))
                .toList();
    }

    private static Instant end(Notice one) {
        return Objects.requireNonNullElse(one.endedAt(), one.until());
    }

    @Override
    Node row(Notice one) {
        NoticeText words = new NoticeText(texts, new DateTimes(texts.locale(), context.zone()));
        Label what =
                FlowCard.sentence(words.sentence(one, end(one), context.clock().instant()));
        String ended = one.endedBy();
        String author = Objects.requireNonNullElse(one.by(), "");
        Label by = FlowCard.sentence(
                ended == null
                        ? texts.get("past-notices.by", "by", author)
                        : texts.get("past-notices.ended", "by", author, "ended", ended));
        by.getStyleClass().addAll("small", "soft");
        VBox box = new VBox(4, what, by);
        box.getStyleClass().add("lock");
        return box;
    }
}
