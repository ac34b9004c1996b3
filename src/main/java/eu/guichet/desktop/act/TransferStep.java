package eu.guichet.desktop.act;

import eu.guichet.contract.Contact;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.TransferReason;
import eu.guichet.contract.TransferRequest;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.DeliberateKey;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** A supervisor gives the competence for the person to another office: which one, why, and what it changes. */
final class TransferStep {
    private static final String ID = "transfer";
    private static final int LONGEST_REMARK = 300;

    private final OpenFile open;
    private final ViewContext context;
    private final FlowTexts words;
    private final OfficeChoice offices;
    private final Map<TransferReason, RadioButton> reasons = new EnumMap<>(TransferReason.class);
    private final TextField remark = new TextField();
    private final CardWish<OfficeCode> wish;

    TransferStep(OpenFile open, ViewContext context, FailureWords failures) {
        this.open = open;
        this.context = context;
        words = new FlowTexts(context.texts());
        EnumSet<OfficeCode> others =
                EnumSet.complementOf(EnumSet.of(open.file().get().office()));
        offices = new OfficeChoice(ID, others, others.iterator().next());
        ToggleGroup group = new ToggleGroup();
        for (TransferReason reason : TransferReason.values()) {
            RadioButton choice = new RadioButton();
            choice.setId(ID + "-" + Keys.kebab(reason));
            choice.setToggleGroup(group);
            choice.setWrapText(true);
            choice.setSelected(reason == TransferReason.MOVED);
            reasons.put(reason, choice);
        }
        remark.setId(ID + "-remark");
        remark.setTextFormatter(
                new TextFormatter<>(change -> change.getControlNewText().length() <= LONGEST_REMARK ? change : null));
        wish = new CardWish<>(open, context, failures, CardWish.Of.TRANSFER, ID, this::draw, this::done);
    }

    void start() {
        draw("");
    }

    private void draw(String fault) {
        wish.draw(() -> form(fault));
    }

    private void form(String fault) {
        Texts texts = context.texts();
        reasons.forEach((reason, choice) -> choice.setText(texts.get("transfer.reason." + Keys.kebab(reason))));
        VBox why = new VBox(8);
        why.getChildren().setAll(reasons.values());
        Button transfer = FlowCard.mainButton(ID + "-now", texts.get("transfer.now"), this::transfer);
        FlowCard card = wish.card(texts.get("transfer.title"))
                .with(
                        offices.in(texts, "transfer.to"),
                        why,
                        FlowCard.field(texts.get("transfer.remark"), remark),
                        FlowCard.sentence(texts.get("transfer.changes")),
                        CallTime.fault(ID + "-fault", fault))
                .buttons(transfer, wish.close(words.get("cancel")));
        card.firstIsDefault(false);
        DeliberateKey.fires(card, transfer);
        open.slot().show(CardStep.still(card, offices.first(), wish::redraw));
    }

    private void transfer() {
        PensionerFile file = open.file().get();
        Contact contact = file.openContact();
        String etag = file.etag();
        OfficeCode to = offices.chosen().orElseThrow();
        TransferReason reason = reasons.entrySet().stream()
                .filter(one -> one.getValue().isSelected())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(TransferReason.OTHER);
        TransferRequest wanted =
                new TransferRequest(to, reason, remark.getText().strip());
        wish.ask(key -> {
            context.client().transfer(contact, etag, wanted, key);
            return to;
        });
    }

    private String done(OfficeCode to) {
        Texts texts = context.texts();
        return texts.get("transfer.done", "office", texts.get("office." + Keys.kebab(to)));
    }
}
