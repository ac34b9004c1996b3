package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.access.Permissions;
import eu.guichet.backend.desk.ActOutcome;
import eu.guichet.backend.desk.ClaimLetter;
import eu.guichet.backend.desk.CorrectLetter;
import eu.guichet.backend.desk.GenerateLetter;
import eu.guichet.backend.desk.OrderPrint;
import eu.guichet.backend.desk.RecordLetter;
import eu.guichet.backend.desk.RefuseAccess;
import eu.guichet.backend.desk.ReportPrint;
import eu.guichet.backend.desk.VoidLetter;
import eu.guichet.backend.limits.Limit;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.Justification;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.VoidReason;

/** The registered letter: generated, claimed, printed or given up, and what the post did with it. */
final class LettersResource {
    private static final int CREATED = 201;
    private static final int LONGEST_ITEM_NUMBER = 20;
    private static final int LONGEST_CLAIM = 64;

    private final GenerateLetter generating;
    private final ClaimLetter claiming;
    private final ReportPrint printing;
    private final OrderPrint ordering;
    private final VoidLetter voiding;
    private final RecordLetter recording;
    private final CorrectLetter correcting;
    private final RefuseAccess refusals;
    private final FileViews views;

    LettersResource(Services rooms, FileViews views) {
        generating = rooms.acts().generateLetter();
        claiming = rooms.acts().claimLetter();
        printing = rooms.acts().reportPrint();
        ordering = rooms.acts().orderPrint();
        voiding = rooms.acts().voidLetter();
        recording = rooms.acts().recordLetter();
        correcting = rooms.acts().correctLetter();
        refusals = rooms.acts().refuseAccess();
        this.views = views;
    }

    Route generate() {
        return Route.post("/v1/pensioners/{id}/letters", Permission.GENERATE_LETTER, call -> {
                    String key = call.idempotencyKey();
                    String etag = call.ifMatch();
                    LetterRequest wanted = call.bodyIfAny(LetterRequest.class).orElse(LetterRequest.PLAIN);
                    check(wanted);
                    return switch (views.explained(call, () -> generating.generate(call.within(), etag, key, wanted))) {
                        case ActOutcome.Performed<StoredLetter>(StoredLetter generated) -> {
                            Letter letter = views.letter(generated, call);
                            yield Answer.json(CREATED, letter).with("Location", "/v1/letters/" + letter.id());
                        }
                        case ActOutcome.Waits<StoredLetter>(StoredApproval approval) -> views.waits(approval, call);
                    };
                })
                .counted(Limit.LETTERS);
    }

    Route claim() {
        return Route.post("/v1/letters/{id}/claim", Permission.GENERATE_LETTER, call -> {
            ClaimLetter.Document document = claiming.claim(call.principal(), call.id());
            Answer.Whole answer = Answer.bytes("application/pdf", document.pdf())
                    .with("Content-Disposition", "attachment; filename=\"" + document.reference() + ".pdf\"")
                    .with(LetterPatch.CLAIM, document.claim());
            return document.earlierSheet() ? answer.with(LetterPatch.EARLIER_SHEET, "true") : answer;
        });
    }

    Route print() {
        return Route.post("/v1/letters/{id}/print", Permission.GENERATE_LETTER, call -> {
            String key = call.idempotencyKey();
            return Answer.ok(views.letter(ordering.again(call.principal(), call.id(), key), call));
        });
    }

    Route cancelPrint() {
        return Route.post(
                "/v1/letters/{id}/print/cancel",
                Permission.GENERATE_LETTER,
                call -> Answer.ok(views.letter(ordering.cancel(call.principal(), call.id()), call)));
    }

    Route change() {
        return Route.patch("/v1/letters/{id}", Permission.GENERATE_LETTER, call -> {
            LetterPatch patch = call.body(LetterPatch.class);
            check(patch);
            return Answer.ok(views.letter(change(call, patch), call));
        });
    }

    private StoredLetter change(Request call, LetterPatch patch) {
        return switch (patch) {
            case LetterPatch.Printed(String claim) -> printing.printed(call.principal(), call.id(), claim);
            case LetterPatch.PrintFailed(String claim) -> printing.failed(call.principal(), call.id(), claim);
            case LetterPatch.Voided(VoidReason reason) -> voiding.giveUp(call.principal(), call.id(), reason);
            case LetterPatch.Postal postal -> {
                if (!Permissions.allow(call.principal().role(), Permission.RECORD_POST)) {
                    refusals.refused(call.principal(), "PATCH /v1/letters/{id}, post");
                    throw ProblemException.of(ProblemType.NOT_ALLOWED);
                }
                yield recording.record(call.principal(), call.id(), postal);
            }
        };
    }

    Route correct() {
        return Route.post("/v1/letters/{id}/corrections", Permission.RECORD_POST, call -> {
            String key = call.idempotencyKey();
            String reason = reason(call.body(Justification.class));
            return Answer.ok(views.letter(correcting.correct(call.principal(), call.id(), reason, key), call));
        });
    }

    private static String reason(Justification given) {
        new Violations().justification("reason", given.reason()).none();
        return given.reason().strip();
    }

    private static void check(LetterRequest wanted) {
        if (wanted.itemNumber() != null) {
            new Violations()
                    .text("itemNumber", wanted.itemNumber(), LONGEST_ITEM_NUMBER)
                    .none();
        }
    }

    private static void check(LetterPatch patch) {
        Violations faults = new Violations();
        switch (patch) {
            case LetterPatch.Printed(String claim) -> faults.text("claim", claim, LONGEST_CLAIM);
            case LetterPatch.PrintFailed(String claim) -> faults.text("claim", claim, LONGEST_CLAIM);
            case LetterPatch.Voided voided -> faults.require("reason", voided.reason());
            case LetterPatch.Posted posted ->
                faults.text("itemNumber", posted.itemNumber(), LONGEST_ITEM_NUMBER)
                        .require("on", posted.on());
            case LetterPatch.Received received -> faults.require("on", received.on());
            case LetterPatch.Returned returned ->
                faults.require("on", returned.on()).require("reason", returned.reason());
        }
        faults.none();
    }
}
