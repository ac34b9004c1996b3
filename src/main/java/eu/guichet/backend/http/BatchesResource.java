package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.BatchActs;
import eu.guichet.backend.desk.BatchDocument;
import eu.guichet.backend.desk.ReadBatches;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.letter.PostingList;
import eu.guichet.backend.store.StoredBatch;
import eu.guichet.contract.BatchLeftOut;
import eu.guichet.contract.BatchPaperReport;
import eu.guichet.contract.BatchRequest;
import eu.guichet.contract.LetterPatch;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The letters of the caller's office, generated and printed in one go. */
final class BatchesResource {
    private static final String PATH = "/v1/batches";
    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final int CREATED = 201;
    private static final int LONGEST_CLAIM = 64;
    private static final int MOST = 1_000;
    /** Of one document, where nothing else is asked for: a part that is lost is printed again. */
    private static final int LETTERS = 50;

    private final BatchActs acts;

    BatchesResource(Services rooms) {
        acts = rooms.acts().batches();
    }

    List<Route> routes() {
        return List.of(due(), start(), read(), cancel(), document(), papers(), leftOut(), postingList());
    }

    private Route due() {
        return Route.get(
                PATH, Permission.LETTER_DESK, call -> Answer.ok(acts.read().due(call.principal())));
    }

    private Route start() {
        return Route.post(PATH, Permission.LETTER_DESK, call -> {
            String key = call.idempotencyKey();
            BatchRequest wanted = call.bodyIfAny(BatchRequest.class).orElse(BatchRequest.ALL);
            check(wanted);
            StoredBatch batch = acts.start().start(call.principal(), wanted, key);
            return Answer.json(CREATED, acts.read().read(call.principal(), batch.id()))
                    .with("Location", PATH + "/" + batch.id());
        });
    }

    private Route read() {
        return Route.get(
                PATH + "/{id}",
                Permission.LETTER_DESK,
                call -> Answer.ok(acts.read().read(call.principal(), call.id())));
    }

    private Route cancel() {
        return Route.post(PATH + "/{id}/cancel", Permission.LETTER_DESK, call -> {
            StoredBatch batch = acts.start().cancel(call.principal(), call.id());
            return Answer.ok(acts.read().read(call.principal(), batch.id()));
        });
    }

    private Route document() {
        return Route.post(PATH + "/{id}/document", Permission.LETTER_DESK, call -> {
            int most = call.query("letters").map(BatchesResource::letters).orElse(LETTERS);
            Optional<BatchDocument.Part> part =
                    acts.document().next(call.principal(), call.id(), most, call.language());
            return part.isEmpty() ? Answer.empty() : document(part.get());
        });
    }

    private static Answer document(BatchDocument.Part part) {
        return Answer.bytes(PDF, part.pdf())
                .with("Content-Disposition", "attachment; filename=\"batch-" + part.name() + ".pdf\"")
                .with(LetterPatch.CLAIM, part.claim());
    }

    private Route papers() {
        return Route.post(PATH + "/{id}/papers", Permission.LETTER_DESK, call -> {
            BatchPaperReport report = call.body(BatchPaperReport.class);
            new Violations().text("claim", report.claim(), LONGEST_CLAIM).none();
            acts.report().told(call.principal(), call.id(), report);
            return Answer.ok(acts.read().read(call.principal(), call.id()));
        });
    }

    private Route leftOut() {
        return Route.get(
                PATH + "/{id}/left-out",
                Permission.LETTER_DESK,
                call -> Answer.ok(new BatchLeftOut(acts.read().leftOut(call.principal(), call.id()).stream()
                        .map(BatchesResource::row)
                        .toList())));
    }

    private static BatchLeftOut.Row row(ReadBatches.Row row) {
        return new BatchLeftOut.Row(
                row.pensioner().id(),
                FileAssembler.name(row.pensioner()),
                row.pensioner().birthDate().getYear(),
                row.reference(),
                row.reason());
    }

    private Route postingList() {
        return Route.get(PATH + "/{id}/posting-list", Permission.LETTER_DESK, call -> {
            ReadBatches.Printout printed = acts.read().printed(call.principal(), call.id());
            PostingList list = new PostingList(
                    printed.office(),
                    printed.day(),
                    printed.letters().stream().map(BatchesResource::item).toList());
            boolean paper =
                    call.header("Accept").filter(wanted -> wanted.contains(PDF)).isPresent();
            Answer.Whole answer = paper ? Answer.bytes(PDF, list.pdf(call.language())) : Answer.bytes(CSV, list.csv());
            return answer.with(
                    "Content-Disposition",
                    "attachment; filename=\"posting-list-" + printed.day() + (paper ? ".pdf\"" : ".csv\""));
        });
    }

    private static PostingList.Item item(ReadBatches.Printed printed) {
        return new PostingList.Item(
                printed.letter().reference(),
                Objects.requireNonNullElse(printed.letter().itemNumber(), ""),
                FileAssembler.name(printed.pensioner()));
    }

    private static int letters(String written) {
        if (!written.matches("[1-9][0-9]{0,3}") || Integer.parseInt(written) > MOST) {
            throw ProblemException.at("letters", Fault.MALFORMED);
        }
        return Integer.parseInt(written);
    }

    private static void check(BatchRequest wanted) {
        Violations faults = new Violations();
        check(faults, "people", wanted.people());
        check(faults, "letters", wanted.letters());
        faults.none();
    }

    private static void check(Violations faults, String field, @Nullable List<String> ids) {
        if (ids != null) {
            faults.range(field, ids.size(), 0, MOST);
            ids.forEach(id -> faults.identifier(field, id, LONGEST_CLAIM));
        }
    }
}
