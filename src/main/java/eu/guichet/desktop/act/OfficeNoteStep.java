package eu.guichet.desktop.act;

import eu.guichet.contract.Contact;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNoteRequest;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.RightOffice;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.util.EnumSet;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;

/** Leaves a note about the person for another office. What was typed stays until it is done. */
final class OfficeNoteStep {
    private static final String ID = "office-note";

    private final OpenFile open;
    private final ViewContext context;
    private final FlowTexts words;
    private final OfficeChoice offices;
    private final TextField note = new TextField();
    private final CardWish<OfficeNote> wish;

    OfficeNoteStep(OpenFile open, ViewContext context, FailureWords failures) {
        this.open = open;
        this.context = context;
        words = new FlowTexts(context.texts());
        offices = choice(open.file().get());
        note.setId(ID + "-text");
        note.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() <= OfficeNoteRequest.LONGEST_NOTE ? change : null));
        wish = new CardWish<>(open, context, failures, CardWish.Of.OFFICE_NOTE, ID, this::draw, this::left);
    }

    private static OfficeChoice choice(PensionerFile file) {
        RightOffice right = Objects.requireNonNull(file.rightOffice(), "offered by a backend that knows of it");
        OfficeCode first = right.writesTo().contains(file.office())
                ? file.office()
                : right.writesTo().getFirst();
        return new OfficeChoice(ID, EnumSet.copyOf(right.writesTo()), first);
    }

    void start() {
        draw("");
    }

    private void draw(String fault) {
        wish.draw(() -> form(fault));
    }

    private void form(String fault) {
        Texts texts = context.texts();
        Button leave = FlowCard.mainButton(ID + "-now", texts.get("office-note.leave"), this::leave);
        leave.disableProperty().bind(note.textProperty().map(String::isBlank));
        FlowCard card = wish.card(texts.get("office-note.title"))
                .with(
                        offices.in(texts, "office-note.to"),
                        FlowCard.field(texts.get("office-note.ask"), note),
                        CallTime.fault(ID + "-fault", fault))
                .buttons(leave, wish.close(words.get("cancel")));
        open.slot().show(CardStep.still(card, offices.first(), wish::redraw));
    }

    private void leave() {
        Contact contact = open.file().get().openContact();
        OfficeNoteRequest wanted = new OfficeNoteRequest(
                offices.chosen().orElseThrow(), note.getText().strip());
        wish.ask(key -> context.client().leaveOfficeNote(contact, wanted, key));
    }

    private String left(OfficeNote note) {
        Texts texts = context.texts();
        return texts.get("office-note.left", "office", texts.get("office." + Keys.kebab(note.to())));
    }
}
