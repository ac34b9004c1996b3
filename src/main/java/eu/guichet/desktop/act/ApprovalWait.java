package eu.guichet.desktop.act;

import eu.guichet.contract.Approval;
import eu.guichet.contract.ApprovalState;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.ui.Texts;
import java.time.Instant;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Says on a card how far it has come what was asked for and nobody does alone. */
final class ApprovalWait {
    private final Approval approval;
    private final FlowTexts words;
    private final DateTimes times;

    ApprovalWait(Approval approval, Texts texts, DateTimes times) {
        this.approval = approval;
        this.words = new FlowTexts(texts);
        this.times = times;
    }

    Label spoken(String id, Instant now) {
        return FlowCard.spoken(id, words.approval(approval, times, now), icon());
    }

    FlowCard.Tone tone() {
        return switch (approval.state()) {
            case ASKED -> FlowCard.Tone.WARNING;
            case DONE -> FlowCard.Tone.GOOD;
            case REFUSED, LAPSED, WITHDRAWN -> FlowCard.Tone.BAD;
        };
    }

    private Feather icon() {
        return approval.state() == ApprovalState.ASKED
                ? Feather.CLOCK
                : approval.state() == ApprovalState.DONE ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE;
    }
}
