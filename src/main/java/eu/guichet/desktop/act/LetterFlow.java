package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.VoidReason;
import eu.guichet.desktop.flow.KeyedAct;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.Tasks;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * From the wish for a letter to its paper: identity, preview, generation, the document, the printer. The document is held in {@link SealedDocument} until it is printed, saved or given up.
 */
final class LetterFlow {
    /** Where the flow is. */
    sealed interface State {
        record NeedsIdentity() implements State {}

        /** @param file as the agent reads it before saying yes */
        record Previewing(PensionerFile file, Preview preview) implements State {}

        /** The policy has closed the action meanwhile. */
        record Closed(Action action) implements State {}

        record Generating() implements State {}

        /** Nobody knows yet whether the letter exists; it is asked again, with the same key, at {@code askAt}. */
        record Unsure(Instant askAt) implements State {}

        /** No letter was generated. */
        record NotDone(ClientException why, boolean tryAgain) implements State {}

        record Fetching(Letter letter) implements State {}

        /** The letter exists, its document was certainly not given out yet. */
        record NotFetched(Letter letter, @Nullable ClientException why) implements State {}

        /** The document was given out and did not arrive: this letter's code is void. */
        record Lost(Letter letter) implements State {}

        record Printing(Letter letter) implements State {}

        record Saving(Letter letter) implements State {}

        /** The document is here and not on paper yet. */
        record Ready(Letter letter, Waiting waiting) implements State {}

        /** The agent wants to leave a document that is not on paper, and is asked whether that is meant. */
        record GivingUp(Letter letter, Waiting waiting) implements State {}

        record Printed(Letter letter) implements State {}

        /** The letter was ordered from the letter desk, which prints it. */
        record Ordered(Letter letter) implements State {}

        record Saved(Letter letter, Path where) implements State {}

        /** The agent closed without paper: this letter's code is void. */
        record GivenUp(Letter letter) implements State {}
    }

    /** Why a document that is here is not on paper. */
    enum Waiting {
        NO_PRINTER,
        PRINT_CANCELLED,
        PRINT_FAILED,
        SAVE_FAILED
    }

    private final GuichetClient client;
    private final Tasks tasks;
    private final InstantSource clock;
    private final KeyedAct<Letter> wish;
    private final Printing printing;
    private final Saving saving;
    private final Supplier<PensionerFile> file;
    private final Runnable fileChanged;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.NeedsIdentity());
    private @Nullable PensionerFile read;
    private @Nullable SealedDocument document;
    private String claim = "";
    private boolean askedTwice;
    private LetterRequest wanted = LetterRequest.PLAIN;
    private final ReadOnlyBooleanWrapper noPrinter = new ReadOnlyBooleanWrapper();

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
            Supplier<PensionerFile> file,
            Runnable fileChanged) {
        this.client = client;
        this.tasks = tasks;
        this.clock = clock;
        this.printing = printing;
        this.saving = saving;
        this.file = file;
        this.fileChanged = fileChanged;
        this.wish = new KeyedAct<>(tasks, clock, new Wish());
    }

    /** A new letter is wanted. */
    void begin(boolean identityKnown) {
        state.set(identityKnown ? preview() : new State.NeedsIdentity());
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    void identified() {
        if (state.get() instanceof State.NeedsIdentity) {
            state.set(preview());
        }
    }

    /** The letter that would no longer be valid, where one is on paper: only then is something lost, and a reason asked for. */
    Optional<Letter> replaced() {
        return file.get().letters().stream()
                .filter(letter -> !causes(letter.state()).isEmpty())
                .findFirst();
    }

    /** Why a letter in this state can have to be replaced; empty where nothing is lost. */
    static List<LetterCause> causes(LetterState letter) {
        return switch (letter) {
            case PRINTED -> List.of(LetterCause.LOST, LetterCause.DAMAGED);
            case POSTED -> List.of(LetterCause.NEVER_ARRIVED, LetterCause.LOST, LetterCause.DAMAGED);
            case RECEIVED -> List.of(LetterCause.LOST, LetterCause.DAMAGED);
            case GENERATED, REDEEMED, VOIDED, RETURNED, SUPERSEDED, EXPIRED, LOCKED -> List.of();
        };
    }

    /** Whether this desk has no printer, as far as was found out since the preview appeared. */
    ReadOnlyBooleanProperty noPrinter() {
        return noPrinter.getReadOnlyProperty();
    }

    /** As {@link #confirm()}, with the reason why a letter is replaced, and where the new one is printed. */
    void confirm(@Nullable LetterCause cause, PrintPlace place) {
        if (state.get() instanceof State.Previewing) {
            wanted = new LetterRequest(null, cause, place);
            confirm();
        }
    }

    /** The agent has read the preview and says yes; a second yes while the first is under way changes nothing. */
    void confirm() {
        if (state.get() instanceof State.Previewing previewing) {
            read = previewing.file();
            generate(previewing.file());
        } else if (state.get() instanceof State.NotDone notDone && notDone.tryAgain()) {
            generate(read == null ? file.get() : read);
        }
    }

    /** To be called every second. */
    void tick() {
        if (state.get() instanceof State.Unsure unsure && !clock.instant().isBefore(unsure.askAt())) {
            askNow();
        }
    }

    /** Asks now whether the letter exists. */
    void askNow() {
        if (state.get() instanceof State.Unsure && read != null) {
            generate(read);
        }
    }

    /** Another letter, because the paper of this one will never be: a new wish, hence a new key. */
    void startOver() {
        switch (state.get()) {
            case State.Lost lost -> renew();
            case State.GivenUp givenUp -> renew();
            case State.NotDone notDone -> renew();
            case State.NeedsIdentity other -> {}
            case State.Previewing other -> {}
            case State.Closed other -> {}
            case State.Generating other -> {}
            case State.Unsure other -> {}
            case State.Fetching other -> {}
            case State.NotFetched other -> {}
            case State.Printing other -> {}
            case State.Saving other -> {}
            case State.Ready other -> {}
            case State.GivingUp other -> {}
            case State.Printed other -> {}
            case State.Ordered other -> {}
            case State.Saved other -> {}
        }
    }

    void fetchAgain() {
        if (state.get() instanceof State.NotFetched notFetched) {
            fetch(notFetched.letter());
        }
    }

    void printAgain() {
        if (state.get() instanceof State.Ready ready) {
            print(ready.letter());
        }
    }

    void save() {
        if (!(state.get() instanceof State.Ready ready) || document == null) {
            return;
        }
        SealedDocument paper = document;
        saving.choose(ready.letter().reference() + ".pdf").ifPresent(where -> {
            state.set(new State.Saving(ready.letter()));
            tasks.call(() -> saving.write(where, paper))
                    .onDone(written -> {
                        if (written) {
                            wipe();
                            tell(ready.letter(), new LetterPatch.Printed(claim));
                            state.set(new State.Saved(ready.letter(), where));
                        } else {
                            state.set(new State.Ready(ready.letter(), Waiting.SAVE_FAILED));
                        }
                    })
                    .onFault(() -> state.set(new State.Ready(ready.letter(), Waiting.SAVE_FAILED)))
                    .start();
        });
    }

    /** The agent was asked, and means it: nobody will have this letter's code on paper. */
    void giveUp() {
        if (state.get() instanceof State.GivingUp asked) {
            wipe();
            tell(
                    asked.letter(),
                    new LetterPatch.Voided(
                            asked.waiting() == Waiting.NO_PRINTER ? VoidReason.NO_PRINTER : VoidReason.NOT_WANTED));
            state.set(new State.GivenUp(asked.letter()));
        }
    }

    /** The agent was asked, and goes on with the letter. */
    void keep() {
        if (state.get() instanceof State.GivingUp asked) {
            state.set(new State.Ready(asked.letter(), asked.waiting()));
        }
    }

    /**
     * The agent wants to leave. Leaving a document that is not on paper first says what that means, and asks.
     *
     * @return whether the flow can be closed now
     */
    boolean leave() {
        return switch (state.get()) {
            case State.Ready ready -> {
                state.set(new State.GivingUp(ready.letter(), ready.waiting()));
                yield false;
            }
            case State.GivingUp asked -> {
                keep();
                yield false;
            }
            case State.Generating busy -> false;
            case State.Unsure busy -> false;
            case State.Fetching busy -> false;
            case State.Printing busy -> false;
            case State.Saving busy -> false;
            case State.NeedsIdentity free -> true;
            case State.Previewing free -> true;
            case State.Closed free -> true;
            case State.NotDone free -> true;
            case State.NotFetched free -> true;
            case State.Lost free -> true;
            case State.Printed free -> true;
            case State.Ordered free -> true;
            case State.Saved free -> true;
            case State.GivenUp free -> true;
        };
    }

    private State preview() {
        PensionerFile current = file.get();
        Action action = current.action(ActionKind.GENERATE_LETTER).orElseThrow();
        Preview preview = action.preview();
        if (preview == null) {
            return new State.Closed(action);
        }
        // before anything is lost it must be known whether the new letter can be printed here
        tasks.callNative(printing::printers)
                .onDone(printers -> noPrinter.set(printers.isEmpty()))
                .onFault(() -> noPrinter.set(true))
                .start();
        return new State.Previewing(current, preview);
    }

    private void renew() {
        wish.renew();
        state.set(preview());
    }

    private void generate(PensionerFile asRead) {
        wish.ask(key -> client.generateLetter(asRead.openContact(), asRead.etag(), wanted, key));
    }

    /** Fetches the document of a letter that exists, and prints it. */
    void fetch(Letter letter) {
        state.set(new State.Fetching(letter));
        tasks.call(() -> client.claim(letter.id()))
                .onDone(arrived -> {
                    document = new SealedDocument(arrived.pdf());
                    claim = arrived.claim();
                    fileChanged.run();
                    print(letter);
                })
                .onFailure(why -> notFetched(letter, why))
                .onFault(() -> state.set(new State.NotFetched(letter, null)))
                .start();
    }

    private void notFetched(Letter letter, ClientException why) {
        switch (why) {
            case ClientException.OutcomeUnknown unknown -> askOnce(letter, why);
            case ClientException.NotUnderstood garbled -> askOnce(letter, why);
            case ClientException.Unreachable unreachable -> state.set(new State.NotFetched(letter, why));
            case ClientException.Untrusted untrusted -> state.set(new State.NotFetched(letter, why));
            case ClientException.Cancelled cancelled -> state.set(new State.NotFetched(letter, why));
            case ClientException.Refused refused -> {
                boolean gone = refused.type() == ProblemType.DOCUMENT_ALREADY_FETCHED;
                state.set(gone ? new State.Lost(letter) : new State.NotFetched(letter, why));
                fileChanged.run();
            }
        }
    }

    /** The backend knows whether the document went out: the second question is answered by it or by 410. */
    private void askOnce(Letter letter, ClientException why) {
        if (askedTwice) {
            state.set(new State.NotFetched(letter, why));
        } else {
            askedTwice = true;
            fetch(letter);
        }
    }

    private void print(Letter letter) {
        SealedDocument paper = document;
        if (paper == null) {
            return;
        }
        state.set(new State.Printing(letter));
        tasks.callNative(() -> printing.print(paper, letter.reference()))
                .onDone(outcome -> {
                    switch (outcome) {
                        case SENT -> {
                            wipe();
                            tell(letter, new LetterPatch.Printed(claim));
                            state.set(new State.Printed(letter));
                        }
                        case CANCELLED -> state.set(new State.Ready(letter, Waiting.PRINT_CANCELLED));
                        case NO_PRINTER -> state.set(new State.Ready(letter, Waiting.NO_PRINTER));
                        case FAILED -> state.set(new State.Ready(letter, Waiting.PRINT_FAILED));
                    }
                })
                .onFault(() -> state.set(new State.Ready(letter, Waiting.PRINT_FAILED)))
                .start();
    }

    /** What is not told the letter desk finds out: a document of which nothing is known appears on its list. */
    private void tell(Letter letter, LetterPatch patch) {
        tasks.call(() -> client.record(letter.id(), patch))
                .onDone(told -> fileChanged.run())
                .onFailure(why -> fileChanged.run())
                .onFault(fileChanged)
                .start();
    }

    private void wipe() {
        if (document != null) {
            document.close();
            document = null;
        }
    }

    /** What becomes of the wish for a letter. */
    private final class Wish implements KeyedAct.Listener<Letter> {
        @Override
        public void asking() {
            state.set(new State.Generating());
        }

        @Override
        public void done(Letter letter) {
            fileChanged.run();
            askedTwice = false;
            if (wanted.printAt() == PrintPlace.LETTER_DESK) {
                state.set(new State.Ordered(letter));
            } else {
                fetch(letter);
            }
        }

        @Override
        public void unsure(Instant askAt) {
            state.set(new State.Unsure(askAt));
        }

        @Override
        public void identify() {
            state.set(new State.NeedsIdentity());
        }

        @Override
        public void notDone(ClientException why, boolean tryAgain, boolean reread) {
            if (reread) {
                fileChanged.run();
            }
            state.set(new State.NotDone(why, tryAgain));
        }
    }
}
