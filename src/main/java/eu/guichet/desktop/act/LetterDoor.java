package eu.guichet.desktop.act;

import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Letter;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Verification;
import eu.guichet.desktop.flow.DateTimes;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.ui.ViewContext;

/** The way to the letter: from preview to paper. */
final class LetterDoor {
    private static final String BUNDLE = "eu.guichet.desktop.act.letter";

    private final ViewContext context;
    private final Identify identify;
    private final Printing printing;
    private final Saving saving;
    private final PaperReports reports;

    LetterDoor(ViewContext context, Identify identify, Printing printing, Saving saving, PaperReports reports) {
        this.context = context.speaking(BUNDLE);
        this.identify = identify;
        this.printing = printing;
        this.saving = saving;
        this.reports = reports;
    }

    void start(OpenFile open) {
        PensionerFile file = open.file().get();
        Action action = file.action(ActionKind.GENERATE_LETTER).orElseThrow();
        Verification verification = file.verification();
        boolean known = verification != null
                && verification.validUntil().isAfter(context.clock().instant());
        LetterFlow flow = flow(open);
        flow.begin(known || !action.needsVerification());
        draw(flow, open);
    }

    void print(OpenFile open, Letter letter) {
        if (letter.print() != null) {
            new OfficePrintStep(open, context, failures(), letter).start();
            return;
        }
        LetterFlow flow = flow(open);
        flow.printExisting(letter);
        draw(flow, open);
    }

    void discard(OpenFile open, Letter letter) {
        LetterFlow flow = flow(open);
        flow.discardExisting(letter);
        draw(flow, open);
    }

    private LetterFlow flow(OpenFile open) {
        return new LetterFlow(
                context.client(),
                context.tasks(),
                context.clock(),
                printing,
                saving,
                reports,
                open.file(),
                open.refresh());
    }

    private void draw(LetterFlow flow, OpenFile open) {
        new LetterStep(
                        flow,
                        open,
                        identify,
                        context.texts(),
                        failures(),
                        context.clock(),
                        new DateTimes(context.texts().locale(), context.zone()))
                .start();
    }

    private FailureWords failures() {
        return new FailureWords(context.texts(), context.clock(), context.zone());
    }
}
