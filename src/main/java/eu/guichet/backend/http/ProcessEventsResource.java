package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReportEvent;
import eu.guichet.contract.ProcessEvent;

/** What EU Login, RCAM and the post report. */
final class ProcessEventsResource {
    private static final int LONGEST_EVENT_ID = 100;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_CODE = 100;
    private static final int LONGEST_ITEM_NUMBER = 20;
    private static final int LONGEST_ID = 64;

    private final ReportEvent reporting;

    ProcessEventsResource(Services rooms) {
        reporting = rooms.acts().reportEvent();
    }

    Route report() {
        return Route.post("/v1/process-events", Permission.REPORT_PROCESS_EVENT, call -> {
            ProcessEvent event = call.body(ProcessEvent.class);
            check(event);
            return Answer.ok(reporting.report(call.principal(), event));
        });
    }

    private static void check(ProcessEvent event) {
        Violations faults = new Violations()
                .identifier("eventId", event.eventId(), LONGEST_EVENT_ID)
                .text("pensionNumber", event.pensionNumber(), LONGEST_NUMBER)
                .require("occurredAt", event.occurredAt());
        switch (event) {
            case ProcessEvent.AccountRequested _,
                    ProcessEvent.PasswordSet _,
                    ProcessEvent.PhoneAdded _,
                    ProcessEvent.PhoneConfirmed _,
                    ProcessEvent.SignInStarted _,
                    ProcessEvent.AccessRequested _ -> {}
            case ProcessEvent.ChallengeCodeEntered entered -> faults.text("code", entered.code(), LONGEST_CODE);
            case ProcessEvent.SignInCodeEntered entered -> faults.text("code", entered.code(), LONGEST_CODE);
            case ProcessEvent.ConfirmationCodeEntered entered -> faults.text("code", entered.code(), LONGEST_CODE);
            case ProcessEvent.LetterPosted posted ->
                faults.text("letterReference", posted.letterReference(), LONGEST_NUMBER)
                        .text("itemNumber", posted.itemNumber(), LONGEST_ITEM_NUMBER)
                        .require("on", posted.on());
            case ProcessEvent.LetterReceived received ->
                faults.text("letterReference", received.letterReference(), LONGEST_NUMBER)
                        .require("on", received.on());
            case ProcessEvent.LetterReturned returned ->
                faults.text("letterReference", returned.letterReference(), LONGEST_NUMBER)
                        .require("on", returned.on())
                        .require("reason", returned.reason());
            case ProcessEvent.MessageSent sent ->
                faults.identifier("messageId", sent.messageId(), LONGEST_ID).require("kind", sent.kind());
            case ProcessEvent.MessageReported reported ->
                faults.identifier("messageId", reported.messageId(), LONGEST_ID).require("status", reported.status());
        }
        faults.none();
    }
}
