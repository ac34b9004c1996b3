package eu.guichet.desktop.post;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.PrintJob;
import eu.guichet.desktop.flow.FlowCard;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.desktop.ui.ViewContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/**
 * Below the letters to print where the office's printer prints by itself: what did not come out is ordered again, and what is not
 * wanted is taken back. No document comes to this desk.
 */
final class OfficeBar extends FlowPane {
    private final DeskLists lists;
    private final StageTable table;
    private final ViewContext context;
    private final Texts texts;
    private final Function<ClientException, String> sentence;
    private final Label how = FlowCard.sentence("");
    private final Button again;
    private final Button cancel;
    /** A letter's wish keeps its key until it is known to be done, so that no sheet comes out twice. */
    private final Map<String, IdempotencyKey> keys = new HashMap<>();

    private boolean busy;

    /** @param sentence says why the backend refused, in the agent's language */
    OfficeBar(DeskLists lists, StageTable table, ViewContext context, Function<ClientException, String> sentence) {
        super(8, 8);
        this.lists = lists;
        this.table = table;
        this.context = context;
        this.texts = context.texts();
        this.sentence = sentence;
        setId("office-bar");
        setAlignment(Pos.CENTER_LEFT);
        how.setId("office-said");
        again = FlowCard.mainButton("office-again", "", this::again);
        cancel = FlowCard.button("office-cancel", "", this::cancel);
        getChildren().setAll(again, cancel, how);
        table.table().getSelectionModel().getSelectedItems().addListener((ListChangeListener<Object>) change -> draw());
        lists.rows().addListener((ListChangeListener<Object>) change -> draw());
        texts.language().subscribe(() -> say(texts.get("office.how")));
    }

    private void say(String text) {
        how.setText(text);
        draw();
    }

    private void draw() {
        int failed = chosen(OfficeBar::mayAgain).size();
        int open = chosen(OfficeBar::mayCancel).size();
        again.setText(texts.get("office.again", "count", failed));
        again.setDisable(busy || failed == 0);
        cancel.setText(texts.get("office.cancel", "count", open));
        cancel.setDisable(busy || open == 0);
    }

    private static boolean mayAgain(LetterDeskRow row) {
        PrintJob job = row.print();
        return job != null && job.again();
    }

    private static boolean mayCancel(LetterDeskRow row) {
        PrintJob job = row.print();
        return job != null && job.cancellable();
    }

    private List<LetterDeskRow> chosen(Predicate<LetterDeskRow> which) {
        return table.selected().stream().filter(which).toList();
    }

    private void again() {
        List<LetterDeskRow> rows = chosen(OfficeBar::mayAgain);
        Map<String, IdempotencyKey> mine = new HashMap<>();
        rows.forEach(row -> mine.put(row.id(), keys.computeIfAbsent(row.id(), _ -> IdempotencyKey.create())));
        run(rows, "office.ordered", row -> {
            IdempotencyKey key = mine.get(row.id());
            if (key != null) {
                context.client().print(row.id(), key);
            }
        });
    }

    private void cancel() {
        run(
                chosen(OfficeBar::mayCancel),
                "office.cancelled",
                row -> context.client().cancelPrint(row.id()));
    }

    /** One of them. */
    @FunctionalInterface
    private interface Act {
        void of(LetterDeskRow row);
    }

    private void run(List<LetterDeskRow> rows, String said, Act act) {
        busy = true;
        draw();
        context.tasks()
                .call(() -> {
                    rows.forEach(act::of);
                    return rows.size();
                })
                .onDone(count -> {
                    rows.forEach(row -> keys.remove(row.id()));
                    ended(texts.get(said, "count", count));
                })
                .onFailure(why -> ended(sentence.apply(why)))
                .onFault(() -> ended(texts.get("office.fault")))
                .start();
    }

    private void ended(String text) {
        busy = false;
        say(text);
        lists.read();
    }
}
