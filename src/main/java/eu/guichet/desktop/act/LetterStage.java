package eu.guichet.desktop.act;

import eu.guichet.client.ClientException;
import eu.guichet.contract.Action;
import eu.guichet.contract.Approval;
import eu.guichet.contract.Letter;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Preview;
import eu.guichet.contract.VoidReason;
import eu.guichet.desktop.flow.PaperReports.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where {@link LetterFlow} is. */
sealed interface LetterStage {
    record NeedsIdentity() implements LetterStage {}

    /** What this desk can print on is being looked for. */
    record Looking() implements LetterStage {}

    /** @param file as the agent reads it before saying yes */
    record Previewing(PensionerFile file, Preview preview, Means means) implements LetterStage {}

    /** The policy has closed the action meanwhile. */
    record Closed(Action action) implements LetterStage {}

    record Generating() implements LetterStage {}

    /** Nobody knows yet whether the letter exists; it is asked again, with the same key, at {@code askAt}. */
    record Unsure(Instant askAt) implements LetterStage {}

    /** A supervisor is asked; no letter is generated before that one agrees. */
    record Waits(Approval approval) implements LetterStage {}

    /** No letter was generated. */
    record NotDone(ClientException why, boolean tryAgain) implements LetterStage {}

    record Fetching(Letter letter) implements LetterStage {}

    /** The letter exists, its document was certainly not given out yet. */
    record NotFetched(Letter letter, @Nullable ClientException why) implements LetterStage {}

    /** Another paper of this letter counts: its document is not given out again. */
    record Lost(Letter letter) implements LetterStage {}

    record OnItsWay(Letter letter, PrintTarget target) implements LetterStage {}

    /** The letter exists and is not on paper: its document can be asked for again, here or by the letter desk. */
    record NotPrinted(Letter letter, Trouble trouble, Means means) implements LetterStage {}

    /**
     * The agent does not want the letter any more, and is asked why.
     *
     * @param reasons that fit
     * @param before where the agent can return to; null: to the file
     */
    record GivingUp(
            Letter letter,
            List<VoidReason> reasons,
            @Nullable LetterStage before) implements LetterStage {}

    record Printed(Letter letter, Report report) implements LetterStage {}

    /** The letter desk prints it, or the office's printer by itself. */
    record Ordered(Letter letter, boolean office) implements LetterStage {}

    record Saved(Letter letter, PrintTarget.InFile file, Report report) implements LetterStage {}

    /** The letter was given up: its code is no longer valid. */
    record GivenUp(Letter letter, Report report) implements LetterStage {}

    /** Why a letter is not on paper. */
    enum Trouble {
        NO_PRINTER,
        PRINT_FAILED,
        SAVE_FAILED
    }
}
