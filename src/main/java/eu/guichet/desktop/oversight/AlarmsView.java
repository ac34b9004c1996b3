package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Alarm;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What goes wrong now, how much of it, and since when. */
final class AlarmsView extends ListCard<Alarm> {
    AlarmsView(SeenList<Alarm> alarms, ViewContext context, Function<ClientException, String> sentence) {
        super("alarms", alarms, context, sentence);
        begin();
    }

    @Override
    Node row(Alarm one) {
        Label what = FlowCard.sentence(texts.get("alarm." + Keys.kebab(one.kind()), arguments(one)));
        what.getStyleClass().addAll("strong", "warning");
        DateTimes times = new DateTimes(texts.locale(), context.zone());
        Label since = FlowCard.sentence(texts.get(
                "alarms.since",
                "since",
                times.moment(one.since(), context.clock().instant())));
        since.getStyleClass().addAll("small", "soft");
        VBox box = new VBox(4, what, since);
        box.getStyleClass().add("lock");
        return box;
    }

    private Object[] arguments(Alarm one) {
        List<Object> arguments = new ArrayList<>(List.of("count", one.count()));
        if (one.of() != null) {
            arguments.addAll(List.of("of", one.of()));
        }
        if (one.channel() != null) {
            arguments.addAll(List.of("channel", texts.get("channel." + Keys.kebab(one.channel()))));
        }
        if (one.office() != null) {
            arguments.addAll(List.of("office", texts.get("office." + Keys.kebab(one.office()))));
        }
        return arguments.toArray();
    }
}
