package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.flow.CardStep;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.flow.FlowTexts;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/**
 * One wish about the person that needs no verification, from its form to its end. Where it is refused the form comes back with what
 * was typed.
 *
 * @param <T> what the backend answers
 */
final class CardWish<T> implements KeyedAct.Listener<T> {
    private final OpenFile open;
    private final ViewContext context;
    private final FailureWords failures;
    private final FlowTexts words;
    private final Of of;
    private final String id;
    private final Consumer<String> form;
    private final Function<T, String> done;
    private final KeyedAct<T> act;
    private Function<IdempotencyKey, T> call = key -> {
        throw new IllegalStateException("nothing was asked");
    };
    private Runnable last = () -> {};
    private Instant askAt = Instant.MAX;

    /** What it is about. */
    enum Of {
        CALLBACK("callback", Feather.PHONE_OUTGOING),
        OFFICE_NOTE("office-note", Feather.CORNER_UP_RIGHT),
        TRANSFER("transfer", Feather.SHUFFLE);

        /** Under which the bundle has its title, what is said meanwhile and while nobody knows. */
        private final String words;

        private final Feather icon;

        Of(String words, Feather icon) {
            this.words = words;
            this.icon = icon;
        }
    }

    /**
     * @param id of the card
     * @param form draws the form again, with what is wrong or nothing
     * @param done what to say when it is done
     */
    CardWish(
            OpenFile open,
            ViewContext context,
            FailureWords failures,
            Of of,
            String id,
            Consumer<String> form,
            Function<T, String> done) {
        this.open = open;
        this.context = context;
        this.failures = failures;
        this.words = new FlowTexts(context.texts());
        this.of = of;
        this.id = id;
        this.form = form;
        this.done = done;
        act = new KeyedAct<>(context.tasks(), context.clock(), this);
    }

    /** Asks for it; asked for again it is another wish, unless nobody knows what became of the one before. */
    void ask(Function<IdempotencyKey, T> wanted) {
        call = wanted;
        act.ask(wanted);
    }

    FlowCard card(String title) {
        PensionerFile file = open.file().get();
        return new FlowCard(of.icon, title, id).about(words.person(file));
    }

    Button close(String text) {
        return FlowCard.button(id + "-close", text, open.slot()::close);
    }

    private String said(String key) {
        return context.texts().get(of.words + "." + key);
    }

    @Override
    public void asking() {
        askAt = Instant.MAX;
        draw(() -> {
            Label busy = FlowCard.busy(id + "-busy", said("busy"));
            open.slot().show(CardStep.busy(card(said("title")).with(busy).buttons(), busy, this::redraw));
        });
    }

    @Override
    public void done(T now) {
        act.renew();
        open.refresh().run();
        draw(() -> {
            Label spoken = FlowCard.spoken(id + "-done", done.apply(now), Feather.CHECK_CIRCLE);
            FlowCard card =
                    card(said("title")).tone(FlowCard.Tone.GOOD).with(spoken).buttons(close(words.get("close")));
            open.slot().show(CardStep.still(card, spoken, this::redraw));
        });
    }

    @Override
    public void unsure(Instant at) {
        askAt = at;
        draw(() -> {
            Label spoken = FlowCard.spoken(id + "-unsure", said("unsure"), Feather.HELP_CIRCLE);
            FlowCard card = card(said("title"))
                    .tone(FlowCard.Tone.WARNING)
                    .with(spoken)
                    .buttons(FlowCard.button(id + "-ask", words.get("ask-now"), () -> act.ask(call)));
            open.slot().show(new CardStep(card, spoken, this::tick, () -> true, true, this::redraw));
        });
    }

    private void tick() {
        if (!context.clock().instant().isBefore(askAt)) {
            act.ask(call);
        }
    }

    @Override
    public void identify() {
        // none of these needs a verification
        form.accept("");
    }

    @Override
    public void notDone(ClientException why, boolean tryAgain, boolean reread) {
        if (!tryAgain) {
            act.renew();
        }
        if (reread) {
            open.refresh().run();
        }
        form.accept(failures.whole(why));
    }

    /** Shows a step, and shows it again in another language. */
    void draw(Runnable step) {
        last = step;
        step.run();
    }

    void redraw() {
        last.run();
    }
}
