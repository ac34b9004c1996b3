package eu.guichet.desktop.post;

import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.ClientException;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.flow.ReportWords;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.ViewContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Prints letters one after the other: claim, paper, confirmation. It stops between two letters when asked to, and at the
 * first that fails; what is printed stays printed, and what is not is still on the list. Belongs to the FX thread.
 */
final class PrintRun {
    /** How the run stands. */
    sealed interface State {
        record Idle() implements State {}

        /** @param stopping whether it ends after this letter */
        record Running(int done, int of, String reference, boolean stopping) implements State {}

        /**
         * @param earlierSheets references of which an earlier sheet may have come out, which is not valid
         * @param leftOut each letter that may not be printed now, with the reason in one sentence
         */
        record Done(int printed, List<String> earlierSheets, List<String> leftOut) implements State {
            public Done {
                earlierSheets = List.copyOf(earlierSheets);
                leftOut = List.copyOf(leftOut);
            }
        }

        /**
         * @param printed how many were printed before
         * @param reference of the letter that is not
         * @param why one sentence
         */
        record Stopped(int printed, String reference, String why) implements State {}
    }

    private static final Set<ProblemType> ABOUT_ONE_LETTER = Set.of(
            ProblemType.ACTION_CLOSED,
            ProblemType.DOCUMENT_ALREADY_FETCHED,
            ProblemType.NOT_ALLOWED,
            ProblemType.NOT_FOUND);

    private final ViewContext context;
    private final Printing printing;
    private final PaperReports reports;
    private final ReportWords words;
    private final Function<ClientException, String> sentence;
    private final Function<Printing.Outcome, String> failure;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final Deque<LetterDeskRow> left = new ArrayDeque<>();
    private int of;
    private final List<String> earlierSheets = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private int done;

    /**
     * @param sentence says why the backend refused, in the agent's language
     * @param failure says what the printer did
     * @param changed told whenever the lists should be read again
     */
    PrintRun(
            ViewContext context,
            Printing printing,
            PaperReports reports,
            Function<ClientException, String> sentence,
            Function<Printing.Outcome, String> failure,
            Runnable changed) {
        this.context = context;
        this.printing = printing;
        this.reports = reports;
        this.words = new ReportWords(context.texts());
        this.sentence = sentence;
        this.failure = failure;
        this.changed = changed;
    }

    /** Does nothing while a run is under way. */
    void print(Collection<LetterDeskRow> letters, Printing.Printer printer) {
        if (state.get() instanceof State.Running || letters.isEmpty()) {
            return;
        }
        left.clear();
        left.addAll(letters);
        of = letters.size();
        done = 0;
        earlierSheets.clear();
        leftOut.clear();
        next(printer);
    }

    /** Ends the run after the letter that is being printed. */
    void stop() {
        if (state.get() instanceof State.Running(int printed, int all, String reference, boolean _)) {
            left.clear();
            state.set(new State.Running(printed, all, reference, true));
        }
    }

    /** The end was read. */
    void dismiss() {
        if (!(state.get() instanceof State.Running)) {
            state.set(new State.Idle());
        }
    }

    private void next(Printing.Printer printer) {
        LetterDeskRow row = left.pollFirst();
        if (row == null) {
            state.set(new State.Done(done, earlierSheets, leftOut));
            changed.run();
            return;
        }
        state.set(new State.Running(done, of, row.reference(), false));
        context.tasks()
                .call(() -> context.client().claim(row.id()))
                .onDone(claimed -> paper(row, claimed, printer))
                .onFailure(why -> refused(row, why, printer))
                .onFault(() -> stopped(row, failure.apply(Printing.Outcome.FAILED)))
                .start();
    }

    /** A letter that may not be printed now, as when its address does not hold, keeps no other from being printed. */
    private void refused(LetterDeskRow row, ClientException why, Printing.Printer printer) {
        if (why instanceof ClientException.Refused refused && ABOUT_ONE_LETTER.contains(refused.type())) {
            leftOut.add(row.reference() + " – " + sentence.apply(why));
            next(printer);
        } else {
            stopped(row, sentence.apply(why));
        }
    }

    private void paper(LetterDeskRow row, ClaimedDocument claimed, Printing.Printer printer) {
        if (claimed.earlierSheet()) {
            earlierSheets.add(row.reference());
        }
        context.tasks()
                .callNative(() -> {
                    try (SealedDocument document = new SealedDocument(claimed.pdf())) {
                        return printing.print(document, row.reference(), printer);
                    }
                })
                .onDone(outcome -> tell(row, claimed.claim(), outcome, printer))
                .onFault(() -> tell(row, claimed.claim(), Printing.Outcome.FAILED, printer))
                .start();
    }

    private void tell(LetterDeskRow row, String claim, Printing.Outcome outcome, Printing.Printer printer) {
        boolean onPaper = outcome == Printing.Outcome.SENT;
        if (onPaper) {
            printing.prefer(printer);
        }
        LetterPatch patch = onPaper ? new LetterPatch.Printed(claim) : new LetterPatch.PrintFailed(claim);
        PaperReports.Report report = reports.tell(row.id(), row.reference(), patch, changed);
        AtomicBoolean gone = new AtomicBoolean();
        report.stateProperty().subscribe(now -> {
            if (!(now instanceof PaperReports.State.Telling) && gone.compareAndSet(false, true)) {
                told(row, report, outcome, printer);
            }
        });
    }

    /** The first answer decides whether the run goes on; what is not recorded then is told again by itself. */
    private void told(
            LetterDeskRow row, PaperReports.Report report, Printing.Outcome outcome, Printing.Printer printer) {
        if (outcome != Printing.Outcome.SENT) {
            stopped(row, failure.apply(outcome));
            return;
        }
        switch (report.stateProperty().get()) {
            case PaperReports.State.Recorded _ -> {
                done++;
                next(printer);
            }
            case PaperReports.State.Telling _, PaperReports.State.Waiting _, PaperReports.State.Refused _ ->
                stopped(row, words.of(report));
        }
    }

    private void stopped(LetterDeskRow row, String why) {
        left.clear();
        state.set(new State.Stopped(done, row.reference(), why));
        changed.run();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }
}
