package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Who has reached a limit in the last 24 hours, which, how often and when last; each with the way to what they did. */
final class LimitsView extends ListCard<ReachedLimit> {
    private final Consumer<String> trailOf;

    /** @param trailOf shows what the agent of this id did */
    LimitsView(
            SeenList<ReachedLimit> reached,
            ViewContext context,
            Function<ClientException, String> sentence,
            Consumer<String> trailOf) {
        super("limits", reached, context, sentence);
        this.trailOf = trailOf;
        begin();
    }

    @Override
    Node row(ReachedLimit one) {
        Label who = FlowCard.sentence(texts.get(
                "limits.who",
                "name",
                one.agentName(),
                "office",
                texts.get("office." + Keys.kebab(one.office())),
                "limit",
                limit(one.limit())));
        who.getStyleClass().add("strong");
        DateTimes times = new DateTimes(texts.locale(), context.zone());
        Label often = FlowCard.sentence(texts.get(
                "limits.often",
                "hour",
                one.lastHour(),
                "day",
                one.lastDay(),
                "last",
                times.moment(one.lastAt(), context.clock().instant())));
        often.getStyleClass().addAll("small", "soft");
        Button trail = FlowCard.button("limit-trail", texts.get("limits.trail"), () -> trailOf.accept(one.agentId()));
        trail.setAccessibleText(texts.get("limits.trail.of", "whom", one.agentName()));
        VBox box = new VBox(4, who, often, trail);
        box.getStyleClass().add("lock");
        return box;
    }

    /** In words; a limit of a newer backend keeps its key. */
    private String limit(String key) {
        String words = "limit." + key;
        return texts.has(words) ? texts.get(words) : key;
    }
}
