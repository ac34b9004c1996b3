package eu.guichet.desktop.act;

import eu.guichet.contract.OpenHandover;
import eu.guichet.desktop.flow.DayField;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Texts;
import java.time.LocalDate;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** What is done about a case that DIGIT has: its number, what DIGIT has answered, when it is asked again. */
final class HandoverFollowing {
    private final HandoverFlow flow;
    private final Texts texts;
    private final FailureWords failures;
    private final Supplier<LocalDate> farthest;
    private final TextField ticket = new TextField();
    private final TextField said = new TextField();
    private Node first = ticket;
    private String shown = "";

    HandoverFollowing(HandoverFlow flow, Texts texts, FailureWords failures, Supplier<LocalDate> farthest) {
        this.flow = flow;
        this.texts = texts;
        this.failures = failures;
        this.farthest = farthest;
        ticket.setId("following-ticket");
        said.setId("following-said");
    }

    /** What was typed about this case stays while it is not kept. */
    FlowCard fill(FlowCard card, HandoverFlow.State.Following at) {
        OpenHandover one = at.one();
        if (!one.id().equals(shown)) {
            shown = one.id();
            ticket.setText("");
            said.setText("");
        }
        Label wrong = FlowCard.sentence(fault(at));
        wrong.setId("following-fault");
        wrong.getStyleClass().add("flow-fault");
        wrong.setVisible(!wrong.getText().isEmpty());
        wrong.setManaged(!wrong.getText().isEmpty());
        Runnable noteTicket = () -> flow.noteTicket(one, ticket.getText());
        Runnable noteAnswer = () -> flow.noteAnswer(one, said.getText());
        ticket.setOnAction(event -> noteTicket.run());
        said.setOnAction(event -> noteAnswer.run());
        ticket.setPromptText(texts.get("handover.ticket.prompt"));
        DayField day = new DayField("following-day", texts.get("handover.follow-up"), one.followUp(), farthest);
        first = one.ticket() == null ? ticket : said;
        return card.with(
                FlowCard.sentence(one.sentence()),
                wrong,
                field("handover.ticket", ticket, "following-keep-ticket", "handover.keep", noteTicket),
                field("handover.said", said, "following-answered", "handover.answered", noteAnswer),
                field(
                        "handover.follow-up",
                        day,
                        "following-move",
                        "handover.move",
                        () -> flow.moveFollowUp(one, day.getValue())));
    }

    Node firstFocus() {
        return first;
    }

    private String fault(HandoverFlow.State.Following at) {
        if (at.why() != null) {
            return texts.get("handover.not-kept", "reason", failures.whole(at.why()));
        }
        if (at.unsure()) {
            return texts.get("handover.unsure");
        }
        return at.missing() ? texts.get("handover.missing") : "";
    }

    private VBox field(String key, Node input, String id, String button, Runnable act) {
        Label name = new Label(texts.get(key));
        name.getStyleClass().add("fact-name");
        name.setLabelFor(input);
        input.setAccessibleText(texts.get(key));
        Button keep = FlowCard.button(id, texts.get(button), act);
        VBox field = new VBox(4, name, input, keep);
        field.getStyleClass().add("flow-field");
        return field;
    }
}
