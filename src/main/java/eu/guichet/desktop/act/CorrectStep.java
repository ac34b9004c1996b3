package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.CorrectionKind;
import eu.guichet.contract.CorrectionReason;
import eu.guichet.contract.CorrectionRequest;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.TimelineEntry.Correctable;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.DeliberateKey;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.flow.NumberedChoices;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Takes back a line of the history that was recorded by mistake, with a reason. What was typed stays until it is done. */
final class CorrectStep implements KeyedAct.Listener<Boolean> {
    private static final int SHORTEST_REMARK = 3;
    private static final int LONGEST_REMARK = 300;

    private final OpenFile open;
    private final ViewContext context;
    private final Texts texts;
    private final FlowTexts words;
    private final FailureWords failures;
    private final TimelineEntry entry;
    private final Correctable record;
    /** Lines that were there before. */
    private final Set<String> known;

    private final KeyedAct<Boolean> wish;
    private final TextField remark = new TextField();
    private @Nullable CorrectionReason reason;
    private @Nullable CorrectionRequest asked;
    private Runnable last = () -> {};

    CorrectStep(OpenFile open, ViewContext context, FailureWords failures, TimelineEntry entry, Correctable record) {
        this.open = open;
        this.context = context;
        this.texts = context.texts();
        this.words = new FlowTexts(texts);
        this.failures = failures;
        this.entry = entry;
        this.record = record;
        this.known =
                open.file().get().timeline().stream().map(TimelineEntry::id).collect(Collectors.toUnmodifiableSet());
        this.wish = new KeyedAct<>(context.tasks(), context.clock(), this);
        remark.setId("correct-remark");
    }

    void start() {
        draw(() -> ask(""));
    }

    private void ask(String fault) {
        NumberedChoices<CorrectionReason> reasons = new NumberedChoices<>(
                texts.get("correct.reason"),
                record.reasons(),
                one -> texts.get("correct.reason." + one),
                one -> "correct-reason-" + Keys.kebab(one));
        CorrectionReason before = reason;
        if (before != null) {
            var _ = reasons.choose(before);
        }
        reasons.chosen().subscribe(one -> reason = one);
        remark.setPromptText(texts.get("correct.remark"));
        remark.setAccessibleText(texts.get("correct.remark"));
        Label name = new Label(texts.get("correct.remark"));
        name.getStyleClass().add("fact-name");
        name.setLabelFor(remark);
        VBox field = new VBox(name, remark);
        field.getStyleClass().add("flow-field");
        Label wrong = FlowCard.sentence(fault);
        wrong.setId("correct-fault");
        wrong.getStyleClass().add("flow-fault");
        wrong.setVisible(!fault.isEmpty());
        wrong.setManaged(!fault.isEmpty());
        Button now = FlowCard.button("correct-now", texts.get("correct.now"), this::takeBack);
        now.getStyleClass().add("danger");
        FlowCard card = card().tone(FlowCard.Tone.WARNING)
                .with(
                        FlowCard.sentence(entry.text()),
                        FlowCard.sentence(texts.get("correct." + Keys.kebab(record.what()))),
                        FlowCard.sentence(texts.get("correct.stays")),
                        reasons.node(),
                        field,
                        wrong)
                .buttons(close(texts.get("correct.keep")), now);
        reasons.hear(card);
        DeliberateKey.fires(card, now);
        open.slot()
                .show(CardStep.still(
                        card,
                        reasons.node()
                                .lookup("#correct-reason-"
                                        + Keys.kebab(record.reasons().getFirst())),
                        this::redraw));
    }

    private void takeBack() {
        CorrectionReason why = reason;
        String typed = remark.getText().strip();
        boolean unsaid = why == CorrectionReason.OTHER && typed.length() < SHORTEST_REMARK;
        if (why == null || unsaid || typed.length() > LONGEST_REMARK) {
            draw(() -> ask(texts.get("correct.missing")));
            return;
        }
        CorrectionRequest wanted =
                new CorrectionRequest(record.what(), record.id(), why, typed.isEmpty() ? null : typed);
        if (!wanted.equals(asked)) {
            wish.renew();
            asked = wanted;
        }
        askFor(wanted);
    }

    private void askFor(CorrectionRequest wanted) {
        String person = open.file().get().id();
        wish.ask(key -> {
            context.client().correct(person, wanted, key);
            return true;
        });
    }

    @Override
    public void asking() {
        draw(() -> {
            Label busy = FlowCard.busy("correct-busy", texts.get("correct.busy"));
            open.slot().show(CardStep.busy(card().with(busy).buttons(), busy, this::redraw));
        });
    }

    @Override
    public void done(Boolean takenBack) {
        open.refresh().run();
        draw(() -> {
            Label spoken = FlowCard.spoken("correct-done", texts.get("correct.done"), Feather.CHECK_CIRCLE);
            VBox under = new VBox(8);
            under.setId("correct-under");
            FlowCard card = card().tone(FlowCard.Tone.GOOD).with(spoken, under).buttons(close(words.get("close")));
            showDone(under);
            // the file is read again meanwhile
            open.slot().show(new CardStep(card, spoken, () -> showDone(under), () -> true, false, this::redraw));
        });
    }

    /** The line that says what was taken back, with what was done under it, once the file has been read again. */
    private void showDone(VBox under) {
        if (record.what() != CorrectionKind.VERIFICATION || !under.getChildren().isEmpty()) {
            return;
        }
        open.file().get().timeline().stream()
                .filter(line -> line.id().startsWith("verification-retracted") && !known.contains(line.id()))
                .findFirst()
                .ifPresent(line -> {
                    under.getChildren().setAll(FlowCard.sentence(line.text()));
                    if (line.judged() != null) {
                        Label judged = FlowCard.sentence(texts.get("correct.judged"));
                        judged.setId("correct-judged");
                        under.getChildren().add(judged);
                    }
                });
    }

    @Override
    public void unsure(Instant askAt) {
        open.refresh().run();
        draw(() -> {
            Label spoken = FlowCard.spoken("correct-unsure", texts.get("correct.unsure"), Feather.HELP_CIRCLE);
            Button again = FlowCard.button("correct-ask", words.get("ask-now"), this::takeBack);
            open.slot()
                    .show(CardStep.still(
                            card().tone(FlowCard.Tone.WARNING).with(spoken).buttons(again), spoken, this::redraw));
        });
    }

    @Override
    public void identify() {
        // taking back needs no verification: what is taken back may be the very one
        open.slot().close();
    }

    @Override
    public void notDone(ClientException why, boolean tryAgain, boolean reread) {
        open.refresh().run();
        draw(() -> ask(texts.get("correct.failed") + " " + failures.whole(why)));
    }

    private FlowCard card() {
        return new FlowCard(Feather.ROTATE_CCW, texts.get("correct.title"), "correct")
                .about(words.person(open.file().get()));
    }

    private Button close(String text) {
        return FlowCard.button("correct-close", text, open.slot()::close);
    }

    private void draw(Runnable step) {
        last = step;
        step.run();
    }

    private void redraw() {
        last.run();
    }
}
