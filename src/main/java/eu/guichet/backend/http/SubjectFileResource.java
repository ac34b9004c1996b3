package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReadSubjectFile;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.file.SubjectFile;
import eu.guichet.backend.letter.TablePaper;
import eu.guichet.contract.Justification;
import java.time.Instant;
import java.time.InstantSource;

/** Everything held about one person and everybody who looked, as a document for her. */
final class SubjectFileResource {
    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv; charset=utf-8";

    private final ReadSubjectFile read;
    private final FileAssembler files;
    private final InstantSource clock;

    SubjectFileResource(Services rooms) {
        read = rooms.acts().readSubjectFile();
        files = rooms.files();
        clock = rooms.clock();
    }

    Route document() {
        return Route.post("/v1/pensioners/{id}/subject-file", Permission.READ_SUBJECT_FILE, call -> {
            Justification why = call.body(Justification.class);
            new Violations().justification("reason", why.reason()).none();
            Instant now = clock.instant();
            SubjectFile file = files.subject(
                    read.read(call.principal(), call.id(), why.reason().strip()), call.language(), now);
            TablePaper paper = paper(file, call, now);
            boolean pdf =
                    call.header("Accept").filter(wanted -> wanted.contains(PDF)).isPresent();
            Answer.Whole answer = pdf
                    ? Answer.bytes(PDF, paper.pdf(file.language()))
                    : Answer.bytes(CSV, paper.csv(file.partColumn()));
            return answer.with(
                    "Content-Disposition",
                    "attachment; filename=\"subject-file-" + file.day(now) + (pdf ? ".pdf\"" : ".csv\""));
        });
    }

    private static TablePaper paper(SubjectFile file, Request call, Instant now) {
        return new TablePaper(
                file.title(),
                file.lead(call.principal().name(), now),
                file.columns(),
                file.parts().stream()
                        .map(part -> new TablePaper.Section(part.name(), part.rows()))
                        .toList(),
                file::page);
    }
}
