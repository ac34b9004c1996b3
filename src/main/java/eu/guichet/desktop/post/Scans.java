package eu.guichet.desktop.post;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.ReturnReason;
import eu.guichet.desktop.ui.ViewContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is scanned at the letter desk. On the list of letters to post a letter and a label, in either order, are a posting; on
 * the lists of letters on their way a letter is a receipt; on the list of returned letters it is a return, once its reason is
 * chosen. One scan after the other: a scan that comes while one is being recorded waits its turn. Belongs to the FX thread.
 */
final class Scans {
    /** How a line of the record ended. */
    enum Outcome {
        DONE,
        REFUSED,
        TAKEN_BACK
    }

    /** What was recorded, as its line says it. */
    enum What {
        POSTED,
        RECEIVED,
        RETURNED,
        NOT_READ
    }

    /**
     * A line of the record of scans.
     *
     * @param letterId of the letter it was about, or null where none was found
     * @param reference of that letter, or empty
     * @param detail the item number, the day or the sentence that says why it was refused
     */
    record Line(
            Instant at,
            What what,
            Outcome outcome,
            @Nullable String letterId,
            String reference,
            String detail) {
        Line takenBack() {
            return new Line(at, what, Outcome.TAKEN_BACK, letterId, reference, detail);
        }
    }

    /** What is waited for. */
    sealed interface Waiting {
        /** The next letter or label. */
        record Nothing() implements Waiting {}

        /** The label for this letter. */
        record Label(LetterDeskRow letter) implements Waiting {}

        /** The letter for this label. */
        record LetterFor(String itemNumber) implements Waiting {}

        /** Why this letter came back. */
        record Reason(LetterDeskRow letter) implements Waiting {}

        /** Something is being looked up or recorded. */
        record Answer() implements Waiting {}
    }

    private static final int MOST_LINES = 500;

    private final ViewContext context;
    private final Function<ClientException, String> sentence;
    private final Runnable recorded;
    private final ReadOnlyObjectWrapper<Waiting> waiting = new ReadOnlyObjectWrapper<>(new Waiting.Nothing());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<String> queue = FXCollections.observableArrayList();
    private final ObjectProperty<LocalDate> day = new SimpleObjectProperty<>();
    private LetterDeskStage stage = LetterDeskStage.TO_PRINT;

    /**
     * @param sentence says why something was refused, in the agent's language
     * @param recorded told after each record, so that the lists are read again
     */
    Scans(ViewContext context, Function<ClientException, String> sentence, Runnable recorded) {
        this.context = context;
        this.sentence = sentence;
        this.recorded = recorded;
        day.set(today());
    }

    /** The list that is shown decides what a scan means; a half-done pair is given up. */
    void at(LetterDeskStage chosen) {
        stage = chosen;
        if (!(waiting.get() instanceof Waiting.Answer)) {
            waiting.set(new Waiting.Nothing());
        }
        day.set(today());
    }

    /** Whether a scan means something on the list that is shown. */
    boolean listens() {
        return stage != LetterDeskStage.TO_PRINT;
    }

    void scanned(String text) {
        // a letter whose reason is still to be chosen is not given up for the next one
        if (waiting.get() instanceof Waiting.Answer || waiting.get() instanceof Waiting.Reason) {
            queue.add(text);
            return;
        }
        Optional<String> label = ScanText.itemNumber(text);
        switch (stage) {
            case TO_PRINT -> {}
            case TO_POST -> label.ifPresentOrElse(this::label, () -> lookUp(text, this::letterToPost));
            case ON_THE_WAY, OVERDUE ->
                lookUp(
                        text,
                        row -> record(
                                row,
                                new LetterPatch.Received(day.get()),
                                What.RECEIVED,
                                day.get().toString()));
            case RETURNED -> lookUp(text, row -> waiting.set(new Waiting.Reason(row)));
        }
    }

    /** Why the letter that waits for its reason came back. */
    void returned(ReturnReason reason) {
        if (waiting.get() instanceof Waiting.Reason(LetterDeskRow row)) {
            record(row, new LetterPatch.Returned(day.get(), reason), What.RETURNED, reason.name());
        }
    }

    /** Gives up a half-done pair or a return without a reason. */
    void forget() {
        if (!(waiting.get() instanceof Waiting.Answer)) {
            waiting.set(new Waiting.Nothing());
            next();
        }
    }

    /** The latest line that can be taken back. */
    Optional<Line> lastDone() {
        return lines.stream()
                .filter(line -> line.outcome() == Outcome.DONE && line.letterId() != null)
                .findFirst();
    }

    /** Takes back what this line recorded. */
    void takeBack(Line line, String reason) {
        String letterId = line.letterId();
        if (letterId == null || waiting.get() instanceof Waiting.Answer) {
            return;
        }
        waiting.set(new Waiting.Answer());
        IdempotencyKey key = IdempotencyKey.create();
        context.tasks()
                .call(() -> context.client().correct(letterId, reason, key))
                .onDone(letter -> {
                    lines.replaceAll(other -> other.equals(line) ? line.takenBack() : other);
                    done();
                })
                .onFailure(why -> refused(line.what(), letterId, line.reference(), why))
                .onFault(this::done)
                .start();
    }

    private void label(String itemNumber) {
        if (waiting.get() instanceof Waiting.Label(LetterDeskRow letter)) {
            post(letter, itemNumber);
        } else {
            waiting.set(new Waiting.LetterFor(itemNumber));
        }
    }

    private void letterToPost(LetterDeskRow row) {
        if (waiting.get() instanceof Waiting.LetterFor(String itemNumber)) {
            post(row, itemNumber);
        } else {
            waiting.set(new Waiting.Label(row));
        }
    }

    private void post(LetterDeskRow row, String itemNumber) {
        record(row, new LetterPatch.Posted(itemNumber, today()), What.POSTED, itemNumber);
    }

    private void lookUp(String text, Consumer<LetterDeskRow> found) {
        Waiting before = waiting.get();
        waiting.set(new Waiting.Answer());
        context.tasks()
                .call(() -> context.client().scan(text))
                .onDone(row -> {
                    waiting.set(before);
                    found.accept(row);
                    next();
                })
                .onFailure(why -> {
                    add(new Line(now(), What.NOT_READ, Outcome.REFUSED, null, "", sentence.apply(why)));
                    waiting.set(before);
                    next();
                })
                .onFault(this::done)
                .start();
    }

    private void record(LetterDeskRow row, LetterPatch patch, What what, String detail) {
        waiting.set(new Waiting.Answer());
        context.tasks()
                .call(() -> recordNow(row.id(), patch))
                .onDone(letter -> {
                    add(new Line(now(), what, Outcome.DONE, row.id(), row.reference(), detail));
                    done();
                })
                .onFailure(why -> refused(what, row.id(), row.reference(), why))
                .onFault(this::done)
                .start();
    }

    private Letter recordNow(String letterId, LetterPatch patch) {
        return context.client().record(letterId, patch);
    }

    private void refused(What what, String letterId, String reference, ClientException why) {
        add(new Line(now(), what, Outcome.REFUSED, letterId, reference, sentence.apply(why)));
        waiting.set(new Waiting.Nothing());
        next();
    }

    private void done() {
        waiting.set(new Waiting.Nothing());
        recorded.run();
        next();
    }

    private void next() {
        if (!queue.isEmpty()
                && !(waiting.get() instanceof Waiting.Answer)
                && !(waiting.get() instanceof Waiting.Reason)) {
            scanned(queue.removeFirst());
        }
    }

    private void add(Line line) {
        lines.addFirst(line);
        if (lines.size() > MOST_LINES) {
            lines.removeLast();
        }
    }

    private Instant now() {
        return context.clock().instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now(), context.zone());
    }

    ReadOnlyObjectProperty<Waiting> waiting() {
        return waiting.getReadOnlyProperty();
    }

    /** Newest first. */
    ObservableList<Line> lines() {
        return lines;
    }

    /** The day that receipts and returns bear; today until changed. */
    ObjectProperty<LocalDate> day() {
        return day;
    }
}
