package eu.guichet.desktop.act;

import eu.guichet.contract.Action;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Approval;
import eu.guichet.contract.Callback;
import eu.guichet.contract.FileAlert;
import eu.guichet.contract.Letter;
import eu.guichet.contract.OfficeNote;
import eu.guichet.contract.Preview;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.Verification;
import eu.guichet.desktop.flow.Acts;
import eu.guichet.desktop.flow.FailureWords;
import eu.guichet.desktop.flow.OpenFile;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.ui.ViewContext;
import java.net.URI;

/** The room's door: each action leads to the act that does it. */
public final class ActDoors implements Acts {
    private static final String BUNDLE = "eu.guichet.desktop.act.act";

    private final ViewContext context;
    private final VerificationDoor verification;
    private final LetterDoor letters;
    private final Outside outside;

    /** What lies beyond the window: the printer, the disk, the mail program, the browser. */
    public record Outside(Printing printing, Saving saving, MailProgram mail, WebBrowser browser) {}

    /** @param reports tell what became of each paper, also after the file is closed */
    public ActDoors(ViewContext context, Outside outside, PaperReports reports) {
        this.context = context.speaking(BUNDLE);
        this.outside = outside;
        verification = new VerificationDoor(context);
        letters = new LetterDoor(context, verification, outside.printing(), outside.saving(), reports);
    }

    @Override
    public void start(OpenFile open, Action action) {
        switch (action.kind()) {
            case ActionKind.Resend resend -> resend(open, action, resend);
            case ActionKind.GenerateLetter() -> letters.start(open);
            case ActionKind.HandOver() -> handOver(open);
            case ActionKind.ReportNotMe() ->
                new NotMeStep(open, context, failures(), action, () -> handOver(open)).start();
        }
    }

    @Override
    public void identify(OpenFile open, Runnable then) {
        verification.identify(open, () -> "", then);
    }

    @Override
    public void print(OpenFile open, Letter letter) {
        letters.print(open, letter);
    }

    @Override
    public void discard(OpenFile open, Letter letter) {
        letters.discard(open, letter);
    }

    @Override
    public void lift(OpenFile open, FileAlert alert) {
        new LiftStep(open, context, failures(), alert).start();
    }

    @Override
    public void promiseCallback(OpenFile open) {
        new PromiseStep(open, context, failures()).start();
    }

    @Override
    public void settleCallback(OpenFile open, Callback owed) {
        new SettleStep(open, context, failures(), owed).start();
    }

    @Override
    public void correct(OpenFile open, TimelineEntry entry) {
        TimelineEntry.Correctable record = entry.correctable();
        if (record == null || record.closed() != null) {
            open.slot().close();
        } else {
            new CorrectStep(open, context, failures(), entry, record).start();
        }
    }

    @Override
    public void leaveOfficeNote(OpenFile open) {
        new OfficeNoteStep(open, context, failures()).start();
    }

    @Override
    public void seeToNote(OpenFile open, OfficeNote note) {
        new SeeToNoteStep(open, context, failures(), note).start();
    }

    @Override
    public void transfer(OpenFile open) {
        new TransferStep(open, context, failures()).start();
    }

    @Override
    public void decide(OpenFile open, Approval approval) {
        new DecideStep(open, context, failures(), approval).start();
    }

    @Override
    public void browse(URI page, Runnable notOpened) {
        context.tasks()
                .callNative(() -> outside.browser().open(page))
                .onDone(opened -> {
                    if (!opened) {
                        notOpened.run();
                    }
                })
                .onFault(notOpened)
                .start();
    }

    private void handOver(OpenFile open) {
        HandoverFlow flow = new HandoverFlow(
                context.client(),
                context.tasks(),
                context.clock(),
                open.refresh(),
                open.file().get().openContact());
        new HandoverStep(flow, open, context, verification, outside.mail(), failures()).start();
    }

    private void resend(OpenFile open, Action action, ActionKind.Resend kind) {
        Preview preview = action.preview();
        if (preview == null) {
            open.slot().close();
            return;
        }
        ResendFlow flow = new ResendFlow(context, open, kind, preview, !action.needsVerification() || identified(open));
        new ResendStep(flow, open, verification, context, failures(), action.label()).start();
    }

    private boolean identified(OpenFile open) {
        Verification verification = open.file().get().verification();
        return verification != null
                && verification.validUntil().isAfter(context.clock().instant());
    }

    private FailureWords failures() {
        return new FailureWords(context.texts(), context.clock(), context.zone());
    }
}
