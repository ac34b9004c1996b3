package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.ReachedLimit;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Who has reached a limit in the last 24 hours, which, how often and when last; each with the way to what they did. */
final class LimitsView extends VBox {
    private final LimitsModel model;
    private final ViewContext context;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final Consumer<String> trailOf;

    /** @param trailOf shows what the agent of this id did */
    LimitsView(
            LimitsModel model,
            ViewContext context,
            Function<ClientException, String> sentence,
            Consumer<String> trailOf) {
        this.model = model;
        this.context = context;
        this.texts = context.texts();
        this.sentence = sentence;
        this.trailOf = trailOf;
        setId("limits");
        getStyleClass().addAll("card", "locks");
        model.reached().addListener((ListChangeListener<Object>) change -> draw());
        model.failure().subscribe(this::draw);
        texts.language().subscribe(this::draw);
        draw();
    }

    private void draw() {
        Label title = new Label(texts.get("limits.title"));
        title.getStyleClass().add("heading");
        getChildren().setAll(title);
        ClientException why = model.failure().get();
        if (why != null) {
            Label failed = FlowCard.sentence(sentence.apply(why));
            failed.getStyleClass().add("danger");
            failed.setId("limits-failed");
            getChildren().add(failed);
        }
        if (model.reached().isEmpty()) {
            Label none = FlowCard.sentence(texts.get("limits.none"));
            none.getStyleClass().add("soft");
            getChildren().add(none);
        }
        model.reached().forEach(one -> getChildren().add(row(one)));
    }

    private VBox row(ReachedLimit one) {
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
