package eu.guichet.desktop.act;

import eu.guichet.client.Acted;
import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Approval;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.VoidReason;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.flow.PaperReports.Report;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.Tasks;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * From the wish for a letter to its paper: identity, preview, generation, the document, the printer. Where the paper is made
 * is chosen before anything is generated. The document is held in {@link SealedDocument} until it is printed or saved; what
 * became of it is told by {@link PaperReports}.
 */
final class LetterFlow {
    private final GuichetClient client;
    private final Tasks tasks;
    private final InstantSource clock;
    private final KeyedAct<Acted<Letter>> wish;
    private final Printing printing;
    private final Saving saving;
    private final PaperReports reports;
    private final Supplier<PensionerFile> file;
    private final Runnable fileChanged;
    private final ReadOnlyObjectWrapper<LetterStage> state =
            new ReadOnlyObjectWrapper<>(new LetterStage.NeedsIdentity());
    private @Nullable PensionerFile read;
    private Means means = Means.NONE;
    private PrintTarget target = new PrintTarget.AtLetterDesk();
    private boolean askedTwice;
    private boolean earlierSheet;
    private LetterRequest wanted = LetterRequest.PLAIN;

    /**
     * @param file the file as last read
     * @param fileChanged told whenever the file should be read again
     */
    LetterFlow(
            GuichetClient client,
            Tasks tasks,
            InstantSource clock,
            Printing printing,
            Saving saving,
            PaperReports reports,
            Supplier<PensionerFile> file,
            Runnable fileChanged) {
        this.client = client;
        this.tasks = tasks;
        this.clock = clock;
        this.printing = printing;
        this.saving = saving;
        this.reports = reports;
        this.file = file;
        this.fileChanged = fileChanged;
        this.wish = new KeyedAct<>(tasks, clock, new Wish());
    }

    /** A new letter is wanted. */
    void begin(boolean identityKnown) {
        if (identityKnown) {
            preview();
        } else {
            state.set(new LetterStage.NeedsIdentity());
        }
    }

    ReadOnlyObjectProperty<LetterStage> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void identified() {
        if (state.get() instanceof LetterStage.NeedsIdentity) {
            preview();
        }
    }

    /** The agent has read the preview and says yes: on this printer. */
    void print(@Nullable LetterCause cause, Printing.Printer printer) {
        confirm(cause, new PrintTarget.OnPrinter(printer));
    }

    /** The agent has read the preview and leaves the paper to the letter desk. */
    void order(@Nullable LetterCause cause) {
        confirm(cause, new PrintTarget.AtLetterDesk());
    }

    /** The agent has read the preview and wants a file; where to is asked before anything is generated. */
    void save(@Nullable LetterCause cause) {
        if (state.get() instanceof LetterStage.Previewing previewing
                && previewing.means().files()) {
            // its reference is not known yet, and nothing else may stand in a file's name
            saving.choose("PMO-letter.pdf").ifPresent(where -> confirm(cause, new PrintTarget.InFile(where)));
        }
    }

    private void confirm(@Nullable LetterCause cause, PrintTarget where) {
        if (state.get() instanceof LetterStage.Previewing previewing) {
            target = where;
            wanted = new LetterRequest(null, cause, place(where));
            read = previewing.file();
            generate(previewing.file());
        }
    }

    private static PrintPlace place(PrintTarget where) {
        return switch (where) {
            case PrintTarget.OnPrinter _, PrintTarget.InFile _ -> PrintPlace.DESK;
            case PrintTarget.AtLetterDesk _ -> PrintPlace.LETTER_DESK;
        };
    }

    /** No letter was generated, and the agent tries again. */
    void tryAgain() {
        if (state.get() instanceof LetterStage.NotDone notDone && notDone.tryAgain()) {
            generate(read == null ? file.get() : read);
        }
    }

    /**
     * What has come into the history since the file was read to which the agent said yes, the newest first; nothing while it has
     * not been read again.
     */
    List<TimelineEntry> news() {
        if (read == null) {
            return List.of();
        }
        Set<String> known = read.timeline().stream().map(TimelineEntry::id).collect(Collectors.toSet());
        return file.get().timeline().stream()
                .filter(entry -> !known.contains(entry.id()))
                .toList();
    }

    /** To be called every second. */
    void tick() {
        if (state.get() instanceof LetterStage.Unsure unsure && !clock.instant().isBefore(unsure.askAt())) {
            askNow();
        }
    }

    /** Asks now whether the letter exists. */
    void askNow() {
        if (state.get() instanceof LetterStage.Unsure && read != null) {
            generate(read);
        }
    }

    /** Another letter, because the paper of this one will never be: a new wish, hence a new key. */
    void startOver() {
        LetterStage now = state.get();
        if (now instanceof LetterStage.Lost
                || now instanceof LetterStage.GivenUp
                || now instanceof LetterStage.NotDone) {
            wish.renew();
            preview();
        }
    }

    void fetchAgain() {
        if (state.get() instanceof LetterStage.NotFetched notFetched) {
            fetch(notFetched.letter());
        }
    }

    /** A letter that exists and is not on paper; on the preferred printer, where there is one. */
    void printExisting(Letter letter) {
        state.set(new LetterStage.Looking());
        look(() -> {
            if (means.printers().isEmpty()) {
                state.set(new LetterStage.NotPrinted(letter, LetterStage.Trouble.NO_PRINTER, means));
            } else {
                target = new PrintTarget.OnPrinter(means.printers().getFirst());
                fetch(letter);
            }
        });
    }

    /** The agent tries again with a letter that is not on paper; its paper has another code then. */
    void printAgain(Printing.Printer printer) {
        if (state.get() instanceof LetterStage.NotPrinted notPrinted) {
            target = new PrintTarget.OnPrinter(printer);
            fetch(notPrinted.letter());
        }
    }

    /** As {@link #printAgain}, into a file. */
    void saveInstead() {
        if (state.get() instanceof LetterStage.NotPrinted notPrinted
                && notPrinted.means().files()) {
            saving.choose(notPrinted.letter().reference() + ".pdf").ifPresent(where -> {
                target = new PrintTarget.InFile(where);
                fetch(notPrinted.letter());
            });
        }
    }

    /** The agent does not want the letter any more, or its paper is damaged, and is asked why. */
    void askGivingUp() {
        switch (state.get()) {
            case LetterStage.NotPrinted now ->
                giving(now.letter(), now, VoidReason.NO_PRINTER, VoidReason.PRINTING_FAILED);
            case LetterStage.NotFetched now -> giving(now.letter(), now, VoidReason.PRINTING_FAILED);
            case LetterStage.Printed now -> giving(now.letter(), now, VoidReason.PRINTING_FAILED);
            case LetterStage.Saved now -> giving(now.letter(), now, VoidReason.PRINTING_FAILED);
            case LetterStage.Ordered now -> giving(now.letter(), now);
            case LetterStage.NeedsIdentity _,
                    LetterStage.Looking _,
                    LetterStage.Previewing _,
                    LetterStage.Closed _,
                    LetterStage.Generating _,
                    LetterStage.Unsure _,
                    LetterStage.Waits _,
                    LetterStage.NotDone _,
                    LetterStage.Fetching _,
                    LetterStage.Lost _,
                    LetterStage.OnItsWay _,
                    LetterStage.GivingUp _,
                    LetterStage.GivenUp _ -> {}
        }
    }

    /** As {@link #askGivingUp}, from the file. */
    void discardExisting(Letter letter) {
        giving(letter, null);
    }

    private void giving(Letter letter, @Nullable LetterStage before, VoidReason... printing) {
        List<VoidReason> reasons = new ArrayList<>(List.of(printing));
        reasons.add(VoidReason.WRONG_PERSON);
        reasons.add(VoidReason.NOT_WANTED);
        state.set(new LetterStage.GivingUp(letter, List.copyOf(reasons), before));
    }

    /** The agent was asked, and means it. */
    void giveUp(VoidReason reason) {
        if (state.get() instanceof LetterStage.GivingUp asked) {
            Letter letter = asked.letter();
            state.set(new LetterStage.GivenUp(letter, tell(letter, new LetterPatch.Voided(reason))));
        }
    }

    /** The agent was asked, and goes on with the letter. */
    void keep() {
        if (state.get() instanceof LetterStage.GivingUp asked && asked.before() != null) {
            state.set(asked.before());
        }
    }

    /**
     * The agent wants to leave.
     *
     * @return whether the flow can be closed now
     */
    boolean leave() {
        return switch (state.get()) {
            case LetterStage.GivingUp asked -> {
                keep();
                yield asked.before() == null;
            }
            case LetterStage.Generating _, LetterStage.Unsure _, LetterStage.Fetching _, LetterStage.OnItsWay _ ->
                false;
            case LetterStage.NeedsIdentity _,
                    LetterStage.Looking _,
                    LetterStage.Previewing _,
                    LetterStage.Closed _,
                    LetterStage.Waits _,
                    LetterStage.NotDone _,
                    LetterStage.NotFetched _,
                    LetterStage.Lost _,
                    LetterStage.NotPrinted _,
                    LetterStage.Printed _,
                    LetterStage.Ordered _,
                    LetterStage.Saved _,
                    LetterStage.GivenUp _ -> true;
        };
    }

    /** Before anything is lost it must be known whether the new letter can be printed here. */
    private void preview() {
        state.set(new LetterStage.Looking());
        look(() -> {
            PensionerFile current = file.get();
            Action action = current.action(ActionKind.GENERATE_LETTER).orElseThrow();
            Preview preview = action.preview();
            state.set(
                    preview == null
                            ? new LetterStage.Closed(action)
                            : new LetterStage.Previewing(current, preview, means));
        });
    }

    private void look(Runnable then) {
        tasks.callNative(() -> Means.find(printing, client))
                .onDone(found -> {
                    means = found;
                    then.run();
                })
                .onFault(() -> {
                    means = Means.NONE;
                    then.run();
                })
                .start();
    }

    private void generate(PensionerFile asRead) {
        wish.ask(key -> client.generateLetter(asRead.openContact(), asRead.etag(), wanted, key));
    }

    private void generated(Letter letter) {
        askedTwice = false;
        switch (target) {
            case PrintTarget.AtLetterDesk _ -> state.set(new LetterStage.Ordered(letter, means.office()));
            case PrintTarget.OnPrinter _, PrintTarget.InFile _ -> fetch(letter);
        }
    }

    private void fetch(Letter letter) {
        state.set(new LetterStage.Fetching(letter));
        tasks.call(() -> client.claim(letter.id()))
                .onDone(arrived -> {
                    fileChanged.run();
                    bring(letter, arrived);
                })
                .onFailure(why -> notFetched(letter, why))
                .onFault(() -> state.set(new LetterStage.NotFetched(letter, null)))
                .start();
    }

    private void notFetched(Letter letter, ClientException why) {
        switch (why) {
            case ClientException.OutcomeUnknown _, ClientException.NotUnderstood _ -> askOnce(letter, why);
            case ClientException.Unreachable _,
                    ClientException.Untrusted _,
                    ClientException.Hindered _,
                    ClientException.Cancelled _ -> state.set(new LetterStage.NotFetched(letter, why));
            case ClientException.Refused refused -> {
                boolean gone = refused.type() == ProblemType.DOCUMENT_ALREADY_FETCHED;
                state.set(gone ? new LetterStage.Lost(letter) : new LetterStage.NotFetched(letter, why));
                fileChanged.run();
            }
        }
    }

    /** A document that was lost on its way is claimed anew: only the later paper counts. */
    private void askOnce(Letter letter, ClientException why) {
        if (askedTwice) {
            state.set(new LetterStage.NotFetched(letter, why));
        } else {
            askedTwice = true;
            fetch(letter);
        }
    }

    /** Whether a sheet of an earlier claim may lie somewhere, which is not valid. */
    boolean earlierSheet() {
        return earlierSheet;
    }

    private void bring(Letter letter, ClaimedDocument arrived) {
        earlierSheet = arrived.earlierSheet();
        state.set(new LetterStage.OnItsWay(letter, target));
        SealedDocument paper = new SealedDocument(arrived.pdf());
        switch (target) {
            case PrintTarget.OnPrinter(Printing.Printer printer) -> print(letter, paper, arrived.claim(), printer);
            case PrintTarget.InFile file -> write(letter, paper, arrived.claim(), file);
            // ordered there, so never fetched here
            case PrintTarget.AtLetterDesk _ -> paper.close();
        }
    }

    private void print(Letter letter, SealedDocument paper, String claim, Printing.Printer printer) {
        tasks.callNative(() -> {
                    try (paper) {
                        return printing.print(paper, letter.reference(), printer);
                    }
                })
                .onDone(outcome -> {
                    switch (outcome) {
                        case SENT -> {
                            printing.prefer(printer);
                            state.set(new LetterStage.Printed(letter, tell(letter, new LetterPatch.Printed(claim))));
                        }
                        case NO_PRINTER -> notPrinted(letter, claim, LetterStage.Trouble.NO_PRINTER);
                        case FAILED -> notPrinted(letter, claim, LetterStage.Trouble.PRINT_FAILED);
                    }
                })
                .onFault(() -> notPrinted(letter, claim, LetterStage.Trouble.PRINT_FAILED))
                .start();
    }

    private void write(Letter letter, SealedDocument paper, String claim, PrintTarget.InFile file) {
        tasks.call(() -> {
                    try (paper) {
                        return saving.write(file.where(), paper);
                    }
                })
                .onDone(written -> {
                    if (written) {
                        state.set(new LetterStage.Saved(letter, file, tell(letter, new LetterPatch.Printed(claim))));
                    } else {
                        notPrinted(letter, claim, LetterStage.Trouble.SAVE_FAILED);
                    }
                })
                .onFault(() -> notPrinted(letter, claim, LetterStage.Trouble.SAVE_FAILED))
                .start();
    }

    /** The document is wiped by now: the next paper is another claim, with another code. */
    private void notPrinted(Letter letter, String claim, LetterStage.Trouble trouble) {
        tell(letter, new LetterPatch.PrintFailed(claim));
        look(() -> state.set(new LetterStage.NotPrinted(letter, trouble, means)));
    }

    private Report tell(Letter letter, LetterPatch patch) {
        return reports.tell(letter.id(), letter.reference(), patch, fileChanged);
    }

    /** What becomes of the wish for a letter. */
    private final class Wish implements KeyedAct.Listener<Acted<Letter>> {
        @Override
        public void asking() {
            state.set(new LetterStage.Generating());
        }

        @Override
        public void done(Acted<Letter> answer) {
            fileChanged.run();
            switch (answer) {
                case Acted.Done<Letter>(Letter letter) -> generated(letter);
                case Acted.Waits<Letter>(Approval approval) -> state.set(new LetterStage.Waits(approval));
            }
        }

        @Override
        public void unsure(Instant askAt) {
            state.set(new LetterStage.Unsure(askAt));
        }

        @Override
        public void identify() {
            state.set(new LetterStage.NeedsIdentity());
        }

        @Override
        public void notDone(ClientException why, boolean tryAgain, boolean reread) {
            if (reread) {
                fileChanged.run();
            }
            state.set(new LetterStage.NotDone(why, tryAgain));
        }
    }
}
