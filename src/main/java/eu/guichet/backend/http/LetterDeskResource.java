package eu.guichet.backend.http;

import eu.guichet.backend.access.Permission;
import eu.guichet.backend.desk.ReadLetterDesk;
import eu.guichet.backend.desk.ReadLetterDesk.DeskLetter;
import eu.guichet.backend.file.FileAssembler;
import eu.guichet.backend.file.LetterDeskRows;
import eu.guichet.backend.letter.PostingList;
import eu.guichet.backend.store.LetterDeskLists.Cursor;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.contract.LetterDeskPage;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ScanRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the letter desk of the caller's office has before it. */
final class LetterDeskResource {
    private static final String PATH = "/v1/letter-desk";
    private static final String PDF = "application/pdf";
    private static final String CSV = "text/csv; charset=utf-8";
    /** Longer than anything a scanner reads from a letter or its label, and than a code. */
    private static final int LONGEST_SCAN = 64;

    private final ReadLetterDesk desk;
    private final FileAssembler files;
    private final InstantSource clock;

    LetterDeskResource(Services rooms) {
        desk = rooms.acts().readLetterDesk();
        files = rooms.files();
        clock = rooms.clock();
    }

    List<Route> routes() {
        return List.of(counts(), scan(), postingList(), page());
    }

    private Route counts() {
        return Route.get(PATH, Permission.LETTER_DESK, call -> Answer.ok(desk.counts(call.principal())));
    }

    private Route page() {
        return Route.get(PATH + "/{stage}", Permission.LETTER_DESK, call -> {
            LetterDeskStage stage = LetterDeskStage.of(call.path("stage"))
                    .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND));
            @Nullable
            Cursor after = call.query("after").map(LetterDeskResource::cursor).orElse(null);
            ReadLetterDesk.Page page = desk.page(call.principal(), stage, after);
            Cursor next = page.next();
            return Answer.ok(new LetterDeskPage(
                    page.letters().stream().map(letter -> row(letter, call)).toList(),
                    next == null ? null : next.toString()));
        });
    }

    private Route scan() {
        return Route.post(PATH + "/scans", Permission.LETTER_DESK, call -> {
            ScanRequest scan = call.body(ScanRequest.class);
            new Violations().text("scanned", scan.scanned(), LONGEST_SCAN).none();
            return Answer.ok(row(desk.scan(call.principal(), scan.scanned()), call));
        });
    }

    private Route postingList() {
        return Route.get(PATH + "/posting-list/{day}", Permission.LETTER_DESK, call -> {
            LocalDate day = day(call.path("day"));
            PostingList list = new PostingList(
                    desk.office(call.principal()),
                    day,
                    desk.posted(call.principal(), day).stream()
                            .map(LetterDeskResource::item)
                            .toList());
            boolean paper =
                    call.header("Accept").filter(wanted -> wanted.contains(PDF)).isPresent();
            Answer.Whole answer = paper ? Answer.bytes(PDF, list.pdf(call.language())) : Answer.bytes(CSV, list.csv());
            return answer.with(
                    "Content-Disposition",
                    "attachment; filename=\"posting-list-" + day + (paper ? ".pdf\"" : ".csv\""));
        });
    }

    private static Cursor cursor(String written) {
        return Cursor.read(written).orElseThrow(() -> ProblemException.at("after", Fault.MALFORMED));
    }

    private static LocalDate day(String written) {
        try {
            return StrictDates.day(written);
        } catch (DateTimeException e) {
            throw ProblemException.of(ProblemType.NOT_FOUND);
        }
    }

    private LetterDeskRow row(DeskLetter found, Request call) {
        StoredPrintJob job = found.print();
        return LetterDeskRows.row(
                found.letter(),
                found.pensioner(),
                found.stage(),
                job == null
                        ? null
                        : files.print(
                                job,
                                found.letter(),
                                found.pensioner(),
                                call.principal(),
                                call.language(),
                                clock.instant()));
    }

    private static PostingList.Item item(DeskLetter posted) {
        return new PostingList.Item(
                posted.letter().reference(),
                Objects.requireNonNullElse(posted.letter().itemNumber(), ""),
                FileAssembler.name(posted.pensioner()));
    }
}
