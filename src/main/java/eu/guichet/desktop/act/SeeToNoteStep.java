package eu.guichet.desktop.act;

import eu.guichet.contract.Contact;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.OfficeNoteState;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;

/** What becomes of a note to an office: somebody there sees to it, it was seen to, or whoever left it takes it back. */
final class SeeToNoteStep {
    private static final String ID = "see-to-note";

    private final OpenFile open;
    private final ViewContext context;
    private final FlowTexts words;
    private final OfficeNote note;
    private final CardWish<OfficeNote> wish;

    SeeToNoteStep(OpenFile open, ViewContext context, FailureWords failures, OfficeNote note) {
        this.open = open;
        this.context = context;
        this.note = note;
        words = new FlowTexts(context.texts());
        wish = new CardWish<>(open, context, failures, CardWish.Of.OFFICE_NOTE, ID, this::draw, this::changed);
    }

    void start() {
        draw("");
    }

    private void draw(String fault) {
        wish.draw(() -> form(fault));
    }

    private void form(String fault) {
        Texts texts = context.texts();
        List<Button> buttons = new ArrayList<>();
        if (note.forCaller()) {
            buttons.add(
                    FlowCard.mainButton(ID + "-seen", texts.get("office-note.done"), () -> ask(OfficeNoteState.DONE)));
            buttons.add(FlowCard.button(ID + "-take", texts.get("office-note.take"), () -> ask(OfficeNoteState.TAKEN)));
        }
        if (note.mine()) {
            buttons.add(FlowCard.button(
                    ID + "-withdraw", texts.get("office-note.withdraw"), () -> ask(OfficeNoteState.WITHDRAWN)));
        }
        buttons.add(wish.close(words.get("cancel")));
        String office = texts.get("office." + Keys.kebab(note.from()));
        FlowCard card = wish.card(texts.get("office-note.see-to"))
                .with(
                        FlowCard.sentence(texts.get("office-note.by", "by", note.by(), "office", office)),
                        FlowCard.fact(texts.get("office-note.text"), note.note()),
                        CallTime.fault(ID + "-fault", fault))
                .buttons(buttons.toArray(Button[]::new));
        open.slot().show(CardStep.still(card, buttons.getFirst(), wish::redraw));
    }

    private void ask(OfficeNoteState state) {
        Contact contact = open.file().get().openContact();
        wish.ask(key -> context.client().changeOfficeNote(contact, note.id(), state, key));
    }

    private String changed(OfficeNote now) {
        return context.texts().get("office-note.now." + Keys.kebab(now.state()));
    }
}
