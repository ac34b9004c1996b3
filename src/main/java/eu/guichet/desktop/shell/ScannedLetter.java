package eu.guichet.desktop.shell;

import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SearchResult;
import eu.guichet.desktop.search.SearchModel;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.ViewContext;
import java.util.function.BooleanSupplier;

/** From a letter's scanned number to the file of whom it is for; while a card waits for a decision nothing is opened. */
final class ScannedLetter {
    private static final int MORE_THAN_ONE = 2;

    private final ViewContext context;
    private final SearchModel found;
    private final StatusMessage said;
    private final BooleanSupplier decides;
    private final Latest scans = new Latest();

    ScannedLetter(ViewContext context, SearchModel found, StatusMessage said, BooleanSupplier decides) {
        this.context = context;
        this.found = found;
        this.said = said;
        this.decides = decides;
    }

    void open(String number) {
        // typed onto what stood in the search field, the beginning of a label may have looked like a code
        said.clear();
        context.tasks()
                .call(() -> context.client().search(new SearchRequest(number, MORE_THAN_ONE)))
                .onDone(result -> openOnly(number, result))
                .onFailure(failure -> said.say("letter.failed", "number", number))
                .within(scans)
                .start();
    }

    private void openOnly(String number, SearchResult result) {
        if (decides.getAsBoolean()) {
            said.say("scan.busy");
        } else if (result.rows().size() == 1) {
            found.clear();
            found.openFound(result.rows().getFirst());
        } else {
            said.say("letter.unknown", "number", number);
        }
    }

    /** The window ends. */
    void cancel() {
        scans.cancel();
    }
}
