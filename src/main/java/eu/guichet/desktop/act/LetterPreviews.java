package eu.guichet.desktop.act;

import eu.guichet.contract.LetterCause;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.desktop.flow.DeliberateKey;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.NumberedChoices;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The letter before it is generated: where it goes, on what it is printed, and what is lost by it. */
final class LetterPreviews {
    private final LetterFlow flow;
    private final Texts texts;
    private final FlowTexts words;

    /** A card's content, and what has the focus first. */
    record Drawn(FlowCard card, Node focus) {}

    LetterPreviews(LetterFlow flow, Texts texts) {
        this.flow = flow;
        this.texts = texts;
        this.words = new FlowTexts(texts);
    }

    /** @param leave the way out, which is the first button where something is lost */
    Drawn draw(FlowCard card, PensionerFile file, Preview preview, Means means, Button leave) {
        Preview.Replaced replaced = preview.replaced();
        return replaced == null
                ? plain(card, file, preview, means, leave)
                : replace(card, file, preview, replaced, means, leave);
    }

    private Drawn plain(FlowCard card, PensionerFile file, Preview preview, Means means, Button leave) {
        PrinterChoice printers = new PrinterChoice(means, texts);
        card.with(facts(file, preview, printers));
        List<Button> buttons = new ArrayList<>();
        if (means.printers().isEmpty()) {
            buttons.add(FlowCard.mainButton(
                    "letter-order", texts.get(means.office() ? "order.office" : "order"), () -> flow.order(null)));
            if (means.files()) {
                buttons.add(FlowCard.button("letter-save", texts.get("save"), () -> flow.save(null)));
            }
        } else {
            buttons.add(FlowCard.mainButton(
                    "letter-confirm", texts.get("confirm"), () -> flow.print(null, printers.chosen())));
            buttons.add(FlowCard.button("letter-order", texts.get("order"), () -> flow.order(null)));
        }
        Node first = buttons.getFirst();
        buttons.add(leave);
        return new Drawn(card.buttons(buttons.toArray(Button[]::new)), first);
    }

    private Node[] facts(PensionerFile file, Preview preview, PrinterChoice printers) {
        return new Node[] {
            FlowCard.fact(texts.get("preview.to"), file.name() + "\n" + preview.destination()),
            FlowCard.fact(texts.get("preview.language"), words.languageName(preview.language())),
            printers.node(),
            FlowCard.list(preview.consequences(), Feather.CHEVRON_RIGHT)
        };
    }

    /** Something is lost: it is named, the reason is asked for, and nothing of it is the default. */
    private Drawn replace(
            FlowCard card, PensionerFile file, Preview preview, Preview.Replaced replaced, Means means, Button leave) {
        PrinterChoice printers = new PrinterChoice(means, texts);
        NumberedChoices<Preview.Cause> causes = new NumberedChoices<>(
                        texts.get("cause"),
                        replaced.causes(),
                        Preview.Cause::label,
                        cause -> "cause-" + Keys.kebab(cause.cause()))
                .hear(card);
        List<Button> acts = new ArrayList<>();
        Consumer<@Nullable LetterCause> main =
                means.printers().isEmpty() ? flow::order : cause -> flow.print(cause, printers.chosen());
        Button replace =
                FlowCard.button("letter-confirm", texts.get(replacing(means)), () -> main.accept(chosen(causes)));
        acts.add(replace);
        if (!means.printers().isEmpty()) {
            Button order =
                    FlowCard.button("letter-order", texts.get("replace.order"), () -> flow.order(chosen(causes)));
            DeliberateKey.fires(card, order, KeyCode.O);
            acts.add(order);
        } else if (means.files()) {
            Button save = FlowCard.button("letter-save", texts.get("replace.save"), () -> flow.save(chosen(causes)));
            DeliberateKey.fires(card, save, KeyCode.E);
            acts.add(save);
        }
        replace.getStyleClass().add("danger");
        acts.forEach(act -> act.disableProperty().bind(causes.isOpen()));
        Label lost = FlowCard.sentence(replaced.lost() + " " + texts.get("irrevocable"));
        lost.setId("letter-warning");
        lost.getStyleClass().add("warning-block");
        card.with(causes.node(), lost).tone(FlowCard.Tone.BAD);
        // below the buttons, which have to be seen without scrolling together with what is lost
        card.below(facts(file, preview, printers));
        DeliberateKey.fires(card, replace);
        List<Button> buttons = new ArrayList<>(List.of(leave));
        buttons.addAll(acts);
        return new Drawn(card.buttons(buttons.toArray(Button[]::new)), leave);
    }

    private static String replacing(Means means) {
        if (means.office()) {
            return "replace.office";
        }
        return means.printers().isEmpty() ? "replace.order.main" : "replace";
    }

    private static @Nullable LetterCause chosen(NumberedChoices<Preview.Cause> causes) {
        Preview.Cause one = causes.chosen().get();
        return one == null ? null : one.cause();
    }
}
