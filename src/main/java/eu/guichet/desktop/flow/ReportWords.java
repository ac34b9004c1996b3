package eu.guichet.desktop.flow;

import eu.guichet.contract.LetterPatch;
import eu.guichet.desktop.flow.PaperReports.Report;
import eu.guichet.desktop.flow.PaperReports.State;
import eu.guichet.desktop.ui.Texts;

/** Says how far a report about a letter's paper has come, naming the letter's reference and nobody. */
public final class ReportWords {
    private static final String BUNDLE = "eu.guichet.desktop.flow.flow";

    private final Texts texts;

    /** @param anyTexts of any bundle, for the language */
    public ReportWords(Texts anyTexts) {
        this.texts = anyTexts.sibling(BUNDLE);
    }

    /** One or two sentences; empty once it is recorded, because nothing is left to be done. */
    public String of(Report report) {
        String what = what(report.patch());
        return switch (report.stateProperty().get()) {
            case State.Telling _ -> texts.get("report.telling." + what, "reference", report.reference());
            case State.Waiting _ -> texts.get("report.waiting." + what, "reference", report.reference());
            case State.Recorded _ -> "";
            case State.Refused(var why) ->
                texts.get(
                        "report.refused." + what,
                        "reference",
                        report.reference(),
                        "why",
                        why.problem().detail());
        };
    }

    private static String what(LetterPatch patch) {
        return switch (patch) {
            case LetterPatch.Printed _ -> "printed";
            case LetterPatch.PrintFailed _ -> "failed";
            case LetterPatch.Voided _ -> "voided";
            case LetterPatch.Posted _, LetterPatch.Received _, LetterPatch.Returned _ ->
                throw new IllegalArgumentException("no report about a paper: " + patch);
        };
    }
}
