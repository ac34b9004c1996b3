package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.GenerateLetter;
import eu.guichet.backend.desk.LetterDocument;
import eu.guichet.backend.desk.RecordLetter;
import eu.guichet.backend.desk.Refusal;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterRequest;

/** The registered letter: generated, handed out once, and what the post did with it. */
final class LettersResource {
    private static final int CREATED = 201;
    private static final int LONGEST_ITEM_NUMBER = 20;

    private final GenerateLetter generating;
    private final LetterDocument documents;
    private final RecordLetter recording;
    private final FileViews views;

    LettersResource(Services rooms, FileViews views) {
        generating = rooms.acts().generateLetter();
        documents = rooms.acts().letterDocument();
        recording = rooms.acts().recordLetter();
        this.views = views;
    }

    Route generate() {
        return Route.post("/v1/pensioners/{id}/letters", Permission.GENERATE_LETTER, call -> {
            String key = call.idempotencyKey();
            String etag = call.ifMatch();
            LetterRequest wanted = call.bodyIfAny(LetterRequest.class).orElse(LetterRequest.PLAIN);
            check(wanted);
            Letter letter = views.letter(
                    views.explained(call, () -> generating.generate(call.principal(), call.id(), etag, key, wanted)),
                    call);
            return Answer.json(CREATED, letter).with("Location", "/v1/letters/" + letter.id());
        });
    }

    Route document() {
        return Route.get("/v1/letters/{id}/document", Permission.GENERATE_LETTER, call -> {
            LetterDocument.Document document = documents.fetch(call.principal(), call.id());
            return Answer.bytes("application/pdf", document.pdf())
                    .with("Content-Disposition", "attachment; filename=\"" + document.reference() + ".pdf\"");
        });
    }

    Route record() {
        return Route.patch("/v1/letters/{id}", Permission.RECORD_POST, call -> {
            LetterPatch patch = call.body(LetterPatch.class);
            check(patch);
            return switch (patch) {
                case LetterPatch.Postal postal ->
                    Answer.ok(views.letter(recording.record(call.principal(), call.id(), postal), call));
                case LetterPatch.Printed _, LetterPatch.PrintFailed _, LetterPatch.Voided _ ->
                    throw Refusal.invalid("state", "not-supported");
            };
        });
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
            case LetterPatch.Printed _, LetterPatch.PrintFailed _ -> {}
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
