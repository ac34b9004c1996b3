package eu.guichet.desktop.act;

import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackPatch;
import eu.guichet.contract.Contact;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;

/** What becomes of a call that is owed: she was called, she is called at another time, or nobody calls any more and why. */
final class SettleStep {
    private static final String ID = "settle";
    private static final int SHORTEST_REASON = 3;
    private static final int LONGEST_REASON = 300;

    private final OpenFile open;
    private final ViewContext context;
    private final FlowTexts words;
    private final Callback owed;
    private final CallTime time;
    private final TextField reason = new TextField();
    private final CardWish<Callback> wish;
    private Form form = Form.CHOOSE;

    private enum Form {
        CHOOSE,
        MOVE,
        GIVE_UP
    }

    SettleStep(OpenFile open, ViewContext context, FailureWords failures, Callback owed) {
        this.open = open;
        this.context = context;
        this.owed = owed;
        words = new FlowTexts(context.texts());
        time = new CallTime(context, ID);
        reason.setId(ID + "-reason");
        wish = new CardWish<>(open, context, failures, CardWish.Of.CALLBACK, ID, this::draw, this::settled);
    }

    void start() {
        draw("");
    }

    private void draw(String fault) {
        wish.draw(() -> {
            switch (form) {
                case CHOOSE -> choose(fault);
                case MOVE -> move(fault);
                case GIVE_UP -> giveUp(fault);
            }
        });
    }

    private void to(Form next) {
        form = next;
        draw("");
    }

    private void choose(String fault) {
        Texts texts = context.texts();
        Button called =
                FlowCard.mainButton(ID + "-called", texts.get("callback.called"), () -> ask(new CallbackPatch.Done()));
        show(
                called,
                fault,
                new Node[0],
                called,
                FlowCard.button(ID + "-move", texts.get("callback.move"), () -> to(Form.MOVE)),
                FlowCard.button(ID + "-give-up", texts.get("callback.give-up"), () -> to(Form.GIVE_UP)),
                wish.close(words.get("cancel")));
    }

    private void move(String fault) {
        Button move = FlowCard.mainButton(ID + "-move-now", context.texts().get("callback.move-now"), () -> {
            Optional<Instant> at = time.at();
            if (at.isEmpty()) {
                draw(context.texts().get("callback.time.fault"));
            } else {
                ask(new CallbackPatch.Moved(at.get()));
            }
        });
        show(time.first(), fault, new Node[] {time.draw()}, move, back());
    }

    private void giveUp(String fault) {
        Texts texts = context.texts();
        reason.setPromptText(texts.get("lift.reason"));
        reason.setAccessibleText(texts.get("lift.reason"));
        Button now = FlowCard.button(
                ID + "-give-up-now",
                texts.get("callback.give-up-now"),
                () -> ask(new CallbackPatch.GivenUp(reason.getText().strip())));
        now.getStyleClass().add("danger");
        now.disableProperty().bind(reason.textProperty().map(SettleStep::tooShortOrTooLong));
        show(reason, fault, new Node[] {reason}, now, back());
    }

    private Button back() {
        return FlowCard.button(ID + "-back", context.texts().get("callback.back"), () -> to(Form.CHOOSE));
    }

    private static boolean tooShortOrTooLong(String text) {
        int length = text.strip().length();
        return length < SHORTEST_REASON || length > LONGEST_REASON;
    }

    private void show(Node focus, String fault, Node[] fields, Button... buttons) {
        Texts texts = context.texts();
        FlowCard card = wish.card(texts.get("callback.settle.title"));
        card.with(FlowCard.sentence(
                texts.get("callback.owed", "when", moments().at(owed.at(), now()), "by", owed.promisedBy())));
        if (!owed.note().isEmpty()) {
            card.with(FlowCard.fact(texts.get("callback.note"), owed.note()));
        }
        card.with(fields).with(CallTime.fault(ID + "-fault", fault)).buttons(buttons);
        open.slot().show(CardStep.still(card, focus, wish::redraw));
    }

    private void ask(CallbackPatch patch) {
        Contact contact = open.file().get().openContact();
        wish.ask(key -> context.client().changeCallback(contact, owed.id(), patch, key));
    }

    private String settled(Callback callback) {
        Texts texts = context.texts();
        return switch (callback.state()) {
            case OPEN -> texts.get("callback.promised", "when", moments().at(callback.at(), now()));
            case DONE -> texts.get("callback.done");
            case GIVEN_UP, DECEASED -> texts.get("callback.given-up");
        };
    }

    private DateTimes moments() {
        return new DateTimes(context.texts().locale(), context.zone());
    }

    private Instant now() {
        return context.clock().instant();
    }
}
