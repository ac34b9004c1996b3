package eu.guichet.desktop.flow;

import eu.guichet.client.ClientException;
import eu.guichet.desktop.problem.ProblemMessage;
import eu.guichet.desktop.problem.ProblemMessages;
import eu.guichet.desktop.problem.ProblemReference;
import eu.guichet.desktop.ui.Texts;
import java.time.InstantSource;
import java.time.ZoneId;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A failure as a card tells it: what happened, and what to do now. */
public final class FailureWords {
    private final ProblemMessages messages;

    public FailureWords(Texts texts, InstantSource clock, ZoneId zone) {
        messages = new ProblemMessages(texts, clock.withZone(zone));
    }

    public String sentence(ClientException why) {
        return messages.of(why).sentence();
    }

    /** Sentence, next step and reference, in one line. */
    public String whole(ClientException why) {
        return messages.whole(messages.of(why));
    }

    /** As {@link #whole}, of what was only to be shown. */
    public String wholeOfLook(ClientException why) {
        return messages.whole(messages.ofLook(why));
    }

    public VBox lines(ClientException why) {
        ProblemMessage message = messages.of(why);
        Label next = FlowCard.sentence(message.nextStep());
        next.getStyleClass().add("soft");
        VBox lines = new VBox(
                FlowCard.sentence(message.sentence()), next, new ProblemReference(messages, message.reference()));
        lines.getStyleClass().add("flow-list");
        return lines;
    }
}
