package eu.guichet.desktop.oversight;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Approval;
import eu.guichet.contract.LockedVerification;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The locked verifications, each with the way to unlock it; the reason is asked for first. */
final class LocksView extends ListCard<LockedVerification> {
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 300;

    private final LocksModel model;

    LocksView(LocksModel model, ViewContext context, Function<ClientException, String> sentence) {
        super("locks", model.locks(), context, sentence);
        this.model = model;
        model.unlocking().subscribe(this::draw);
        model.waiting().subscribe(this::draw);
        begin();
    }

    @Override
    List<Node> above() {
        Approval waiting = model.waiting().get();
        if (waiting == null) {
            return List.of();
        }
        DateTimes times = new DateTimes(texts.locale(), context.zone());
        Label waits = FlowCard.sentence(new FlowTexts(texts)
                .get(
                        "approval.asked",
                        "until",
                        times.at(waiting.lapsesAt(), context.clock().instant())));
        waits.setId("unlock-waits");
        return List.of(waits);
    }

    @Override
    Node row(LockedVerification lock) {
        return lock.equals(model.unlocking().get()) ? reason(lock) : plain(lock);
    }

    private VBox plain(LockedVerification lock) {
        VBox box = new VBox(4, who(lock), since(lock), unlocking(lock));
        box.getStyleClass().add("lock");
        return box;
    }

    /** The way to end it, or why whoever looks may not. */
    private Node unlocking(LockedVerification lock) {
        String closed = lock.closed();
        if (closed != null) {
            Label why = FlowCard.sentence(closed);
            why.setId("unlock-closed");
            why.getStyleClass().add("soft");
            return why;
        }
        Button unlock = FlowCard.button("unlock", texts.get("locks.unlock"), () -> model.begin(lock));
        unlock.setAccessibleText(texts.get("locks.unlock.of", "whom", lock.name()));
        return unlock;
    }

    private VBox reason(LockedVerification lock) {
        TextField why = new TextField();
        why.setId("unlock-reason");
        Button unlock = FlowCard.button(
                "unlock-now",
                texts.get("locks.now"),
                () -> model.unlock(why.getText().strip()));
        unlock.setDisable(true);
        why.textProperty().bindBidirectional(model.reason());
        why.textProperty().subscribe(text -> {
            int length = text.strip().length();
            unlock.setDisable(length < SHORTEST_REASON || length > LONGEST_REASON);
        });
        Button cancel = FlowCard.button("unlock-cancel", texts.get("cancel"), model::leave);
        VBox box = new VBox(
                8, who(lock), since(lock), FlowCard.field(texts.get("locks.why"), why), new HBox(8, unlock, cancel));
        box.getStyleClass().add("lock");
        why.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                why.requestFocus();
            }
        });
        return box;
    }

    private Label who(LockedVerification lock) {
        Label label = FlowCard.sentence(texts.get(
                "locks.who",
                "name",
                lock.name(),
                "year",
                String.valueOf(lock.birthYear()),
                "office",
                texts.get("office." + Keys.kebab(lock.office()))));
        label.getStyleClass().add("strong");
        return label;
    }

    private Label since(LockedVerification lock) {
        DateTimes times = new DateTimes(texts.locale(), context.zone());
        Label label = FlowCard.sentence(texts.get(
                "locks.since",
                "since",
                times.moment(lock.since(), context.clock().instant()),
                "until",
                times.moment(lock.until(), context.clock().instant()),
                "agents",
                String.join(", ", lock.agents())));
        label.getStyleClass().addAll("small", "soft");
        return label;
    }
}
