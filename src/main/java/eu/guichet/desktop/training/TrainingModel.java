package eu.guichet.desktop.training;

import eu.guichet.client.ClientException;
import eu.guichet.client.GuichetClient;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.TrainingMove;
import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.TrainingWorld.MoveKind;
import eu.guichet.desktop.ui.Busy;
import eu.guichet.desktop.ui.Latest;
import eu.guichet.desktop.ui.Tasks;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What the simulated pensioner has received and can do, kept up to date while one watches. Belongs to the FX thread. */
public final class TrainingModel {
    private final GuichetClient client;
    private final Tasks tasks;

    private final StringProperty pensionerId = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable TrainingWorld> world = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable ClientException> failure = new ReadOnlyObjectWrapper<>();
    private final Busy reading = new Busy();
    private final Busy moving = new Busy();
    private final Latest latest = new Latest();
    private boolean readAfterMove;

    public TrainingModel(GuichetClient client, Tasks tasks) {
        this.client = client;
        this.tasks = tasks;
        pensionerId.subscribe(this::meet);
    }

    /** Whose file is open; empty while none is. */
    public StringProperty pensionerId() {
        return pensionerId;
    }

    /** A live event: something of hers may have arrived. */
    public void accept(LiveEvent.OfFile event) {
        if (event.pensionerId().equals(pensionerId.get())) {
            refresh();
        }
    }

    /** Reads her world again: after a reconnect, or in another language. */
    public void refresh() {
        if (pensionerId.get().isEmpty()) {
            return;
        }
        if (moving.running().get()) {
            readAfterMove = true;
            return;
        }
        String whose = pensionerId.get();
        tasks.call(() -> client.training(whose))
                .within(latest)
                .showing(reading)
                .onDone(this::show)
                .onFailure(failure::set)
                .start();
    }

    /** Lets her take a step; nothing happens while an earlier one is under way. */
    void take(MoveKind kind) {
        if (moving.running().get() || pensionerId.get().isEmpty()) {
            return;
        }
        latest.cancel();
        failure.set(null);
        String whose = pensionerId.get();
        tasks.call(() -> client.move(whose, new TrainingMove(kind)))
                .showing(moving)
                .onDone(after -> moved(whose, after))
                .onFailure(problem -> notMoved(whose, problem))
                .start();
    }

    ReadOnlyObjectProperty<@Nullable TrainingWorld> world() {
        return world.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable ClientException> failure() {
        return failure.getReadOnlyProperty();
    }

    /** While a step is being taken no other can be. */
    ReadOnlyBooleanProperty moving() {
        return moving.running();
    }

    /** Whether she has kept us waiting long enough to say so. */
    ReadOnlyBooleanProperty waiting() {
        return reading.spinning();
    }

    private void meet() {
        latest.cancel();
        readAfterMove = false;
        world.set(null);
        failure.set(null);
        refresh();
    }

    private void show(TrainingWorld read) {
        failure.set(null);
        world.set(read);
    }

    private void moved(String whose, TrainingWorld after) {
        if (whose.equals(pensionerId.get())) {
            show(after);
        }
        readIfAsked();
    }

    /** What she did may nevertheless have counted: her world tells. */
    private void notMoved(String whose, ClientException problem) {
        if (whose.equals(pensionerId.get())) {
            failure.set(problem);
        }
        readIfAsked();
    }

    private void readIfAsked() {
        if (readAfterMove) {
            readAfterMove = false;
            refresh();
        }
    }
}
