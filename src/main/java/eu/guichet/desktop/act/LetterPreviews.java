package eu.guichet.desktop.act;

import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
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
    /** Why a supervisor has to agree; empty where it is generated at once. */
    private List<String> why = List.of();

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
        why = file.action(ActionKind.GENERATE_LETTER).map(Action::whySupervisor).orElse(List.of());
        return replaced == null
                ? plain(card, file, preview, means, leave)
                : replace(card, file, preview, replaced, means, leave);
    }

    private Drawn plain(FlowCard card, PensionerFile file, Preview preview, Means means, Button leave) {
        if (!why.isEmpty()) {
            return asking(card, file, preview, leave);
        }
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

    /** Nothing is generated yet, so that there is nothing to print: a supervisor is asked, and the paper comes afterwards. */
    private Drawn asking(FlowCard card, PensionerFile file, Preview preview, Button leave) {
        Button ask = FlowCard.mainButton("letter-ask-approval", words.get("approval.ask"), () -> flow.order(null));
        card.tone(FlowCard.Tone.WARNING)
                .with(supervisor())
                .with(
                        FlowCard.fact(texts.get("preview.to"), file.name() + "\n" + preview.destination()),
                        FlowCard.fact(texts.get("preview.language"), words.languageName(preview.language())),
                        FlowCard.list(preview.consequences(), Feather.CHEVRON_RIGHT));
        return new Drawn(card.buttons(ask, leave), ask);
    }

    /** Before it is sent: that a supervisor has to agree, and why. */
    private Node[] supervisor() {
        Label needed = FlowCard.sentence(words.get("approval.needed"));
        needed.setId("letter-approval");
        needed.getStyleClass().add("warning-block");
        return new Node[] {needed, FlowCard.list(why, Feather.USERS)};
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
                !why.isEmpty() || means.printers().isEmpty()
                        ? flow::order
                        : cause -> flow.print(cause, printers.chosen());
        Button replace = FlowCard.button("letter-confirm", replacing(means), () -> main.accept(chosen(causes)));
        acts.add(replace);
        if (!why.isEmpty()) {
            card.with(supervisor());
        } else if (!means.printers().isEmpty()) {
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

    private String replacing(Means means) {
        if (!why.isEmpty()) {
            return words.get("approval.ask.key");
        }
        if (means.office()) {
            return texts.get("replace.office");
        }
        return texts.get(means.printers().isEmpty() ? "replace.order.main" : "replace");
    }

    private static @Nullable LetterCause chosen(NumberedChoices<Preview.Cause> causes) {
        Preview.Cause one = causes.chosen().get();
        return one == null ? null : one.cause();
    }
}
