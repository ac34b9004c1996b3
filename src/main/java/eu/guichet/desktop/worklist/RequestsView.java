package eu.guichet.desktop.worklist;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalState;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.SeenList;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What one has asked a supervisor for: how it stands, who decided, until when it can be; what waits can be taken back. */
final class RequestsView extends ScrollPane {
    private final RequestsModel model;
    private final ViewContext context;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final Runnable out;
    private final VBox box = new VBox(12);
    /** What can be pressed, by the request that it is about. */
    private final Map<String, List<Button>> buttons = new HashMap<>();

    /** @param out takes the focus where the button that had it is gone */
    RequestsView(RequestsModel model, ViewContext context, Function<ClientException, String> sentence, Runnable out) {
        this.model = model;
        this.out = out;
        this.context = context;
        this.texts = context.texts();
        this.sentence = sentence;
        setId("requests");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        box.setPadding(new Insets(16));
        box.getStyleClass().addAll("canvas", "requests");
        setContent(box);
        SeenList<Approval> seen = model.seen();
        seen.rows().addListener((ListChangeListener<Object>) change -> draw());
        seen.known().subscribe(this::draw);
        seen.failure().subscribe(this::draw);
        model.withdrawing().subscribe(this::draw);
        texts.language().subscribe(this::draw);
        draw();
    }

    /** All is made anew, so that the focus has to be put back where it was, or on what has come in its place. */
    private void draw() {
        Node had = getScene() == null ? null : getScene().getFocusOwner();
        Optional<String> about = buttons.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(button -> button.equals(had)))
                .map(Map.Entry::getKey)
                .findFirst();
        buttons.clear();
        fill();
        if (had != null && about.isPresent()) {
            focus(buttons.getOrDefault(about.get(), List.of()), had.getId());
        }
    }

    private void focus(List<Button> row, String before) {
        row.stream()
                .filter(button -> button.getId().equals(before))
                .findFirst()
                .or(() -> row.stream().findFirst())
                .ifPresentOrElse(Button::requestFocus, out);
    }

    private void fill() {
        Label title = new Label(texts.get("requests.title"));
        title.getStyleClass().addAll("heading", "wrap");
        Label about = FlowCard.sentence(texts.get("requests.about"));
        about.getStyleClass().add("soft");
        box.getChildren().setAll(title, about);
        ClientException why = model.seen().failure().get();
        if (why != null) {
            Label failed = FlowCard.sentence(sentence.apply(why));
            failed.setId("requests-failed");
            failed.getStyleClass().add("danger");
            box.getChildren().add(failed);
        } else if (model.seen().known().get() && model.seen().rows().isEmpty()) {
            Label none = FlowCard.sentence(texts.get("requests.none"));
            none.setId("requests-none");
            box.getChildren().add(none);
        }
        model.seen().rows().forEach(one -> box.getChildren().add(row(one)));
    }

    private Node row(Approval one) {
        Label what = FlowCard.sentence(one.what());
        what.getStyleClass().add("strong");
        Label whom = FlowCard.sentence(
                texts.get("requests.whom", "name", one.name(), "year", String.valueOf(one.birthYear())));
        Instant now = context.clock().instant();
        String when = times().at(one.askedAt(), now);
        Instant ended = one.decidedAt();
        Label asked = FlowCard.sentence(
                ended == null
                        ? texts.get("requests.asked", "when", when)
                        : texts.get("requests.ended", "when", when, "ended", times().at(ended, now)));
        asked.getStyleClass().addAll("small", "soft");
        Label state = FlowCard.sentence(new FlowTexts(texts).approval(one, times(), now));
        state.getStyleClass().add(one.state() == ApprovalState.ASKED ? "warning" : "plain");
        VBox card = new VBox(4, what, whom, asked, state);
        card.getStyleClass().addAll("card", "request");
        card.setPadding(new Insets(12, 16, 12, 16));
        if (one.state() == ApprovalState.ASKED) {
            card.getChildren().add(withdrawal(one));
        }
        return card;
    }

    private Node withdrawal(Approval one) {
        if (!model.withdrawing().get().equals(Optional.of(one.id()))) {
            Button withdraw =
                    FlowCard.button("request-withdraw", texts.get("requests.withdraw"), () -> model.begin(one));
            withdraw.setAccessibleText(texts.get("requests.withdraw.of", "what", one.what(), "whom", one.name()));
            buttons.put(one.id(), List.of(withdraw));
            return withdraw;
        }
        Button keep = FlowCard.button("request-keep", texts.get("requests.keep"), model::leave);
        Button now = FlowCard.button("request-withdraw-now", texts.get("requests.now"), () -> model.withdraw(one));
        buttons.put(one.id(), List.of(keep, now));
        return new VBox(8, FlowCard.sentence(texts.get("requests.sure")), new HBox(8, keep, now));
    }

    private DateTimes times() {
        return new DateTimes(texts.locale(), context.zone());
    }
}
