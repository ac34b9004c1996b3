package eu.guichet.desktop.post;

import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchDue;
import eu.guichet.contract.BatchPaper;
import eu.guichet.contract.BatchPaperReport;
import eu.guichet.contract.BatchRequest;
import eu.guichet.contract.BatchState;
import eu.guichet.contract.PrintingBy;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The office's batch as this desk sees it: what it would print, how it goes on, and, where desks print, its paper part by part.
 * After a start of the program it is where the backend has it. A part of which this desk does not know whether it came out is
 * asked about before anything more is printed. Belongs to the FX thread.
 */
final class BatchRun {
    /** How it stands. */
    sealed interface State {
        /** Nothing is known yet, or there is nothing to do. */
        record Nothing() implements State {}

        /** Nothing runs; so much is due. */
        record Due(BatchDue due) implements State {}

        /**
         * It runs.
         *
         * @param here whether this desk prints it now
         */
        record Running(Batch batch, boolean here) implements State {}

        /** This desk was given a part, and does not know whether it came out. */
        record Doubt(Batch batch, BatchPaper paper) implements State {}

        record Over(Batch batch) implements State {}

        /**
         * This desk prints no more for now.
         *
         * @param batch null where it could not even be started
         * @param why one sentence
         */
        record Stopped(@Nullable Batch batch, String why) implements State {}
    }

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration TELL_AGAIN = Duration.ofSeconds(5);
    /** As much paper as is lost when a part fails. */
    private static final int LETTERS = 50;

    private final ViewContext context;
    private final Printing printing;
    private final Function<ClientException, String> sentence;
    private final Function<Printing.Outcome, String> failure;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Nothing());
    private @Nullable IdempotencyKey key;
    private Printing.@Nullable Printer printer;
    private Tasks.@Nullable Cancellation look;
    /** The end that was read already. */
    private @Nullable String dismissed;

    /**
     * @param sentence says why the backend refused, in the agent's language
     * @param failure says what the printer did
     * @param changed told whenever the lists should be read again
     */
    BatchRun(
            ViewContext context,
            Printing printing,
            Function<ClientException, String> sentence,
            Function<Printing.Outcome, String> failure,
            Runnable changed) {
        this.context = context;
        this.printing = printing;
        this.sentence = sentence;
        this.failure = failure;
        this.changed = changed;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Whether this desk is printing a part, or telling of one. */
    boolean printsHere() {
        return printer != null;
    }

    /** Reads what is due and what runs; while this desk prints, it knows better. */
    void read() {
        if (printsHere()) {
            return;
        }
        context.tasks()
                .call(() -> context.client().batchDue())
                .onDone(this::found)
                .onFailure(why -> {
                    if (state.get() instanceof State.Nothing) {
                        state.set(new State.Nothing());
                    }
                })
                .start();
    }

    private void found(BatchDue due) {
        if (printsHere()) {
            return;
        }
        Batch latest = due.latest();
        if (latest != null && latest.state() == BatchState.RUNNING) {
            running(latest);
        } else if (latest != null && state.get() instanceof State.Running) {
            over(latest);
        } else if (!(state.get() instanceof State.Over) && !(state.get() instanceof State.Stopped)) {
            boolean any = due.toGenerate() + due.toPrint() > 0 || !due.leftOut().isEmpty();
            state.set(any ? new State.Due(due) : new State.Nothing());
        }
    }

    /** A part that lies with this desk and is not being printed is asked about first. */
    private void running(Batch batch) {
        Optional<BatchPaper> lost =
                batch.papers().stream().filter(BatchPaper::yours).findFirst();
        state.set(lost.isPresent() ? new State.Doubt(batch, lost.get()) : new State.Running(batch, false));
        lookLater();
    }

    /** @param on null where the office's printer prints */
    void start(Printing.@Nullable Printer on) {
        if (printsHere() || batch() != null) {
            return;
        }
        IdempotencyKey mine = key == null ? IdempotencyKey.create() : key;
        key = mine;
        printer = on;
        context.tasks()
                .call(() -> context.client().startBatch(BatchRequest.ALL, mine))
                .onDone(batch -> {
                    key = null;
                    goOn(batch);
                })
                .onFailure(why -> {
                    if (why instanceof ClientException.Refused) {
                        key = null;
                    }
                    stop(null, sentence.apply(why));
                })
                .onFault(() -> stop(null, failure.apply(Printing.Outcome.FAILED)))
                .start();
    }

    /** Goes on with one that runs already, from the next letter that is not printed. */
    void resume(Printing.@Nullable Printer on) {
        Batch batch = batch();
        if (!printsHere() && batch != null) {
            printer = on;
            goOn(batch);
        }
    }

    /** Ends the batch between two letters: what is printed now is told of still. */
    void cancel() {
        Batch batch = batch();
        if (batch != null) {
            context.tasks()
                    .call(() -> context.client().cancelBatch(batch.id()))
                    .onDone(now -> {
                        if (!printsHere()) {
                            settle(now);
                        }
                    })
                    .onFailure(why -> stop(batch, sentence.apply(why)))
                    .start();
        }
    }

    /** The agent has looked at the printer. */
    void doubtSettled(boolean cameOut) {
        if (state.get() instanceof State.Doubt(Batch batch, BatchPaper paper)) {
            tell(batch, new BatchPaperReport(paper.claim(), cameOut), null);
        }
    }

    /** The end was read. */
    void dismiss() {
        if (state.get() instanceof State.Over(Batch batch)) {
            dismissed = batch.id();
        }
        state.set(new State.Nothing());
        read();
    }

    private @Nullable Batch batch() {
        return switch (state.get()) {
            case State.Running(Batch batch, boolean _) -> batch;
            case State.Doubt(Batch batch, BatchPaper _) -> batch;
            case State.Stopped(Batch batch, String _) -> batch;
            case State.Nothing _, State.Due _, State.Over _ -> null;
        };
    }

    private void goOn(Batch batch) {
        boolean desk = batch.printing() == PrintingBy.DESK && printer != null;
        state.set(new State.Running(batch, desk));
        changed.run();
        if (batch.state() != BatchState.RUNNING) {
            over(batch);
        } else if (desk) {
            take(batch);
        } else {
            lookLater();
        }
    }

    private void take(Batch batch) {
        Printing.Printer on = printer;
        if (on == null) {
            return;
        }
        context.tasks()
                .call(() -> context.client().batchDocument(batch.id(), LETTERS))
                .onDone(part -> part.ifPresentOrElse(document -> paper(batch, document, on), () -> readAgain(batch)))
                .onFailure(why -> stop(batch, sentence.apply(why)))
                .onFault(() -> stop(batch, failure.apply(Printing.Outcome.FAILED)))
                .start();
    }

    private void paper(Batch batch, ClaimedDocument part, Printing.Printer on) {
        context.tasks()
                .callNative(() -> {
                    try (SealedDocument document = new SealedDocument(part.pdf())) {
                        return printing.print(document, "batch-" + batch.id().substring(0, 8), on);
                    }
                })
                .onDone(outcome -> printed(batch, part.claim(), outcome, on))
                .onFault(() -> printed(batch, part.claim(), Printing.Outcome.FAILED, on))
                .start();
    }

    private void printed(Batch batch, String claim, Printing.Outcome outcome, Printing.Printer on) {
        boolean out = outcome == Printing.Outcome.SENT;
        if (out) {
            printing.prefer(on);
        }
        tell(batch, new BatchPaperReport(claim, out), out ? null : failure.apply(outcome));
    }

    /**
     * Goes on telling until it is recorded: what is not known would be printed again by somebody.
     *
     * @param failed what the printer did, or null where it printed
     */
    private void tell(Batch batch, BatchPaperReport report, @Nullable String failed) {
        context.tasks()
                .call(() -> context.client().reportBatch(batch.id(), report))
                .onDone(now -> {
                    if (failed == null) {
                        settle(now);
                    } else {
                        stop(now, failed);
                    }
                })
                .onFailure(why -> {
                    if (why.settles() && !why.passes()) {
                        stop(batch, sentence.apply(why));
                    } else {
                        var _ = context.tasks().after(TELL_AGAIN, () -> tell(batch, report, failed));
                    }
                })
                .onFault(() -> {
                    var _ = context.tasks().after(TELL_AGAIN, () -> tell(batch, report, failed));
                })
                .start();
    }

    private void settle(Batch now) {
        if (now.state() != BatchState.RUNNING) {
            over(now);
        } else if (printsHere()) {
            goOn(now);
        } else {
            running(now);
        }
    }

    /** None can be printed now: letters are still being generated, or all are over. */
    private void readAgain(Batch batch) {
        var _ = context.tasks()
                .after(
                        LOOK,
                        () -> context.tasks()
                                .call(() -> context.client().batch(batch.id()))
                                .onDone(this::settle)
                                .onFailure(why -> stop(batch, sentence.apply(why)))
                                .start());
    }

    private void lookLater() {
        if (look != null) {
            look.cancel();
        }
        look = context.tasks().after(LOOK, this::lookNow);
    }

    private void lookNow() {
        if (state.get() instanceof State.Running(Batch batch, boolean here) && !here) {
            context.tasks()
                    .call(() -> context.client().batch(batch.id()))
                    .onDone(now -> {
                        if (state.get() instanceof State.Running && !printsHere()) {
                            settle(now);
                        }
                    })
                    .onFailure(_ -> lookLater())
                    .start();
        }
    }

    private void over(Batch batch) {
        printer = null;
        state.set(batch.id().equals(dismissed) ? new State.Nothing() : new State.Over(batch));
        changed.run();
    }

    private void stop(@Nullable Batch batch, String why) {
        printer = null;
        state.set(new State.Stopped(batch, why));
        changed.run();
    }

    /** Looks no more; what is on its way to the printer is told of still. */
    void close() {
        if (look != null) {
            look.cancel();
        }
    }
}
