package eu.guichet.desktop.act;

import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.Callback;
import eu.guichet.contract.CallbackBy;
import eu.guichet.contract.CallbackRequest;
import eu.guichet.contract.Contact;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Promises a call: when, by whom, and what it is about. What was typed stays until it is done. */
final class PromiseStep {
    private static final String ID = "promise";

    private final OpenFile open;
    private final ViewContext context;
    private final FlowTexts words;
    private final CallTime time;
    private final ToggleGroup whose = new ToggleGroup();
    private final RadioButton mine = choice(CallbackBy.PROMISER);
    private final RadioButton offices = choice(CallbackBy.OFFICE);
    private final TextField note = new TextField();
    private final CardWish<Callback> wish;

    PromiseStep(OpenFile open, ViewContext context, FailureWords failures) {
        this.open = open;
        this.context = context;
        words = new FlowTexts(context.texts());
        time = new CallTime(context, ID);
        wish = new CardWish<>(open, context, failures, CardWish.Of.CALLBACK, ID, this::draw, this::promised);
        mine.setSelected(true);
        note.setId(ID + "-note");
        note.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= CallbackRequest.LONGEST_NOTE ? change : null));
    }

    private RadioButton choice(CallbackBy by) {
        RadioButton button = new RadioButton();
        button.setId(ID + "-" + Keys.kebab(by));
        button.setToggleGroup(whose);
        button.setWrapText(true);
        return button;
    }

    void start() {
        draw("");
    }

    private void draw(String fault) {
        wish.draw(() -> form(fault));
    }

    private void form(String fault) {
        Texts texts = context.texts();
        mine.setText(texts.get("callback.by.promiser"));
        offices.setText(texts.get("callback.by.office"));
        Button promise = FlowCard.mainButton(ID + "-now", texts.get("callback.promise"), this::promise);
        FlowCard card = wish.card(texts.get("callback.title"))
                .with(
                        time.draw(),
                        new VBox(8, mine, offices),
                        FlowCard.field(texts.get("callback.note.ask"), note),
                        CallTime.fault(ID + "-fault", fault))
                .buttons(promise, wish.close(words.get("cancel")));
        open.slot().show(CardStep.still(card, time.first(), wish::redraw));
    }

    private void promise() {
        Optional<Instant> at = time.at();
        if (at.isEmpty()) {
            draw(context.texts().get("callback.time.fault"));
            return;
        }
        Contact contact = open.file().get().openContact();
        CallbackRequest wanted = new CallbackRequest(
                at.get(),
                offices.isSelected() ? CallbackBy.OFFICE : CallbackBy.PROMISER,
                note.getText().strip());
        wish.ask(key -> promised(contact, wanted, key));
    }

    private Callback promised(Contact contact, CallbackRequest wanted, IdempotencyKey key) {
        return context.client().promiseCallback(contact, wanted, key);
    }

    private String promised(Callback callback) {
        DateTimes moments = new DateTimes(context.texts().locale(), context.zone());
        return context.texts()
                .get(
                        "callback.promised",
                        "when",
                        moments.at(callback.at(), context.clock().instant()));
    }
}
