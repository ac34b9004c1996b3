package eu.guichet.desktop.post;

import eu.guichet.client.ClientException;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.LetterDeskStage;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.ReturnReason;
import eu.guichet.desktop.ui.Tasks;
import eu.guichet.desktop.ui.ViewContext;
import eu.guichet.text.Keys;
import java.time.Duration;
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
 * What is scanned at the letter desk. On the list of letters to post a letter and a label are a posting, in the one order
 * that the desk has chosen; on the lists of letters on their way a letter is a receipt; on the list of returned letters it is a return, once
 * its reason is chosen. One scan after the other: a scan that comes while one is being recorded waits its turn. Where a scan
 * must be missing, since two of one kind follow each other, nothing more is taken until somebody has looked: every label after
 * it would go to its neighbour. Belongs to the FX thread.
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

        /** Somebody who looks at the letters in hand: a scan must be missing. */
        record Check(Gap gap) implements Waiting {}
    }

    /** How it shows that a scan is missing. */
    enum Gap {
        /** Two different labels followed each other. */
        TWO_LABELS,
        /** Two different letters followed each other. */
        TWO_LETTERS,
        /** A pair begins with the other kind than was chosen. */
        OTHER_ORDER,
        /** The second half of a pair did not come. */
        TOO_LATE
    }

    /** With what a pair begins. It is not learnt from a scan: the very first one may be the one that is missing. */
    enum Order {
        LETTER_FIRST,
        LABEL_FIRST
    }

    /** As long as one may take from the letter to its label. */
    static final Duration LONGEST_PAIR = Duration.ofSeconds(30);

    private static final int MOST_LINES = 500;

    private final ViewContext context;
    private final Function<ClientException, String> sentence;
    private final Runnable recorded;
    private final ReadOnlyObjectWrapper<Waiting> waiting = new ReadOnlyObjectWrapper<>(new Waiting.Nothing());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<String> queue = FXCollections.observableArrayList();
    private final ObjectProperty<LocalDate> day = new SimpleObjectProperty<>();
    private LetterDeskStage stage = LetterDeskStage.TO_PRINT;
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.LETTER_FIRST);
    private LocalDate drawnOn;
    private Tasks.Cancellation pair = () -> {};

    /**
     * @param sentence says why something was refused, in the agent's language
     * @param recorded told after each record, so that the lists are read again
     */
    Scans(ViewContext context, Function<ClientException, String> sentence, Runnable recorded) {
        this.context = context;
        this.sentence = sentence;
        this.recorded = recorded;
        this.drawnOn = today();
        day.set(drawnOn);
    }

    /** The list that is shown decides what a scan means; a half-done pair is given up, and what waits its turn is not taken. */
    void at(LetterDeskStage chosen) {
        queue.forEach(text -> notTaken("scan.other-list"));
        queue.clear();
        stage = chosen;
        if (!(waiting.get() instanceof Waiting.Answer)) {
            wait(new Waiting.Nothing());
        }
        day.set(today());
    }

    /** The day that was chosen was chosen for that day: the next morning it is today again. */
    void tick() {
        if (!today().equals(drawnOn)) {
            drawnOn = today();
            day.set(drawnOn);
        }
    }

    private void wait(Waiting next) {
        pair.cancel();
        waiting.set(next);
        if (next instanceof Waiting.Label || next instanceof Waiting.LetterFor) {
            pair = context.tasks().after(LONGEST_PAIR, () -> wait(new Waiting.Check(Gap.TOO_LATE)));
        }
    }

    private void notTaken(String why, Object... namesAndValues) {
        add(new Line(
                now(), What.NOT_READ, Outcome.REFUSED, null, "", context.texts().get(why, namesAndValues)));
    }

    /** Whether a scan means something on the list that is shown. */
    boolean listens() {
        return stage != LetterDeskStage.TO_PRINT;
    }

    void scanned(String text) {
        tick();
        if (waiting.get() instanceof Waiting.Check) {
            notTaken("scan.not-taken");
            return;
        }
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
            case RETURNED -> lookUp(text, row -> wait(new Waiting.Reason(row)));
        }
    }

    /** Why the letter that waits for its reason came back. */
    void returned(ReturnReason reason) {
        if (waiting.get() instanceof Waiting.Reason(LetterDeskRow row)) {
            record(row, new LetterPatch.Returned(day.get(), reason), What.RETURNED, reason.name());
        }
    }

    /** Gives up a half-done pair or a return without a reason, or goes on after what was missing has been looked for. */
    void forget() {
        if (!(waiting.get() instanceof Waiting.Answer)) {
            if (waiting.get() instanceof Waiting.Reason(LetterDeskRow letter)) {
                notTaken("scan.given-up", "reference", letter.reference());
            }
            wait(new Waiting.Nothing());
            next();
        }
    }

    /** A scan that comes while a card of the desk waits for a decision is not taken, and that is said. */
    void refuse() {
        notTaken("scan.decide-first");
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
        wait(new Waiting.Answer());
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
        switch (waiting.get()) {
            case Waiting.Label(LetterDeskRow letter) -> post(letter, itemNumber);
            // the same one read twice is one
            case Waiting.LetterFor(String before) when before.equals(itemNumber) -> {}
            case Waiting.LetterFor _ -> check(Gap.TWO_LABELS);
            default -> {
                if (order.get() == Order.LETTER_FIRST) {
                    check(Gap.OTHER_ORDER);
                } else {
                    wait(new Waiting.LetterFor(itemNumber));
                }
            }
        }
    }

    private void letterToPost(LetterDeskRow row) {
        switch (waiting.get()) {
            case Waiting.LetterFor(String itemNumber) -> post(row, itemNumber);
            case Waiting.Label(LetterDeskRow before) when before.id().equals(row.id()) -> {}
            case Waiting.Label _ -> check(Gap.TWO_LETTERS);
            default -> {
                if (order.get() == Order.LABEL_FIRST) {
                    check(Gap.OTHER_ORDER);
                } else if (row.state() != LetterState.PRINTED) {
                    notTaken("scan.not-to-post", "reference", row.reference());
                } else {
                    wait(new Waiting.Label(row));
                }
            }
        }
    }

    private void check(Gap gap) {
        wait(new Waiting.Check(gap));
        notTaken("gap." + Keys.kebab(gap));
    }

    private void post(LetterDeskRow row, String itemNumber) {
        record(row, new LetterPatch.Posted(itemNumber, today()), What.POSTED, itemNumber);
    }

    private void lookUp(String text, Consumer<LetterDeskRow> found) {
        Waiting before = waiting.get();
        wait(new Waiting.Answer());
        context.tasks()
                .call(() -> context.client().scan(text))
                .onDone(row -> {
                    wait(before);
                    found.accept(row);
                    next();
                })
                .onFailure(why -> {
                    add(new Line(now(), What.NOT_READ, Outcome.REFUSED, null, "", sentence.apply(why)));
                    wait(before);
                    next();
                })
                .onFault(this::done)
                .start();
    }

    private void record(LetterDeskRow row, LetterPatch patch, What what, String detail) {
        wait(new Waiting.Answer());
        context.tasks()
                .call(() -> context.client().record(row.id(), patch))
                .onDone(letter -> {
                    add(new Line(now(), what, Outcome.DONE, row.id(), row.reference(), detail));
                    done();
                })
                .onFailure(why -> refused(what, row.id(), row.reference(), why))
                .onFault(this::done)
                .start();
    }

    private void refused(What what, String letterId, String reference, ClientException why) {
        add(new Line(now(), what, Outcome.REFUSED, letterId, reference, sentence.apply(why)));
        wait(new Waiting.Nothing());
        next();
    }

    private void done() {
        wait(new Waiting.Nothing());
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

    /** What was scanned and waits its turn. */
    ObservableList<String> queue() {
        return FXCollections.unmodifiableObservableList(queue);
    }

    /** Newest first. */
    ObservableList<Line> lines() {
        return lines;
    }

    /** With what each pair begins. */
    ObjectProperty<Order> order() {
        return order;
    }

    /** The day that receipts and returns bear; today until changed. */
    ObjectProperty<LocalDate> day() {
        return day;
    }
}
