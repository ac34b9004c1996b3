package eu.guichet.desktop.flow;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.ui.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Tells the backend what became of each claimed document, and goes on until it is recorded: a paper of which nothing is
 * known may be claimed again, and is then no longer valid. Outlives cards, files and contacts. Belongs to the FX thread.
 */
public final class PaperReports {
    /** How a report stands. */
    public sealed interface State {
        /** On its way. */
        record Telling() implements State {}

        /** Not recorded as far as is known; told again at this moment. */
        record Waiting(Instant again) implements State {}

        record Recorded() implements State {}

        /** The backend does not take it: this document counts no longer. */
        record Refused(ClientException.Refused why) implements State {}
    }

    /** What became of one document. */
    public static final class Report {
        private final String letterId;
        private final String reference;
        private final LetterPatch patch;
        private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Telling());

        private Report(String letterId, String reference, LetterPatch patch) {
            this.letterId = letterId;
            this.reference = reference;
            this.patch = patch;
        }

        /** The letter's public reference. */
        public String reference() {
            return reference;
        }

        public LetterPatch patch() {
            return patch;
        }

        public ReadOnlyObjectProperty<State> stateProperty() {
            return state.getReadOnlyProperty();
        }
    }

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private GuichetClient client;
    private final Tasks tasks;
    private final InstantSource clock;
    private final ObservableList<Report> unrecorded = FXCollections.observableArrayList();

    public PaperReports(GuichetClient client, Tasks tasks, InstantSource clock) {
        this.client = client;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Begins to tell.
     *
     * @param recorded run once it is recorded or refused
     */
    public Report tell(String letterId, String reference, LetterPatch patch, Runnable recorded) {
        Report report = new Report(letterId, reference, patch);
        report.state.subscribe((before, now) -> {
            switch (now) {
                case State.Telling _, State.Waiting _ -> {}
                case State.Recorded _, State.Refused _ -> recorded.run();
            }
        });
        tell(report);
        return report;
    }

    /** Those that are not recorded, oldest first; one that was refused stays until it is dismissed. */
    public ObservableList<Report> unrecorded() {
        return FXCollections.unmodifiableObservableList(unrecorded);
    }

    /** The agent has read that it was refused. */
    public void dismiss(Report report) {
        if (report.state.get() instanceof State.Refused) {
            unrecorded.remove(report);
        }
    }

    /** After the agent has signed in again: what is not recorded yet is told in the new session. */
    public void through(GuichetClient renewed) {
        client = renewed;
    }

    /** To be called every second. */
    public void tick() {
        for (Report report : List.copyOf(unrecorded)) {
            if (report.state.get() instanceof State.Waiting(Instant again)
                    && !clock.instant().isBefore(again)) {
                tell(report);
            }
        }
    }

    private void tell(Report report) {
        report.state.set(new State.Telling());
        tasks.call(() -> client.record(report.letterId, report.patch))
                .onDone(letter -> {
                    unrecorded.remove(report);
                    report.state.set(new State.Recorded());
                })
                .onFailure(why -> failed(report, why))
                .onFault(() -> wait(report))
                .start();
    }

    private void failed(Report report, ClientException why) {
        boolean over = why instanceof ClientException.Refused refused
                && (refused.settles() || refused.type() == ProblemType.NOT_ALLOWED)
                && !refused.passes();
        if (over && why instanceof ClientException.Refused refused) {
            report.state.set(new State.Refused(refused));
            keep(report);
        } else {
            wait(report);
        }
    }

    private void wait(Report report) {
        report.state.set(new State.Waiting(clock.instant().plus(PAUSE)));
        keep(report);
    }

    private void keep(Report report) {
        if (!unrecorded.contains(report)) {
            unrecorded.add(report);
        }
    }
}
