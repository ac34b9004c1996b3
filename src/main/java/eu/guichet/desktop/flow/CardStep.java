package eu.guichet.desktop.flow;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;

/**
 * A step that is one card.
 *
 * @param everySecond what moves on while it is shown
 * @param letsGo see {@link FlowStep#leave()}
 */
public record CardStep(Node node, Node firstFocus, Runnable everySecond, BooleanSupplier letsGo) implements FlowStep {
    /** A card on which nothing moves. */
    public CardStep(Node node, Node firstFocus, boolean mayLeave) {
        this(node, firstFocus, () -> {}, () -> mayLeave);
    }

    @Override
    public void tick() {
        everySecond.run();
    }

    @Override
    public boolean leave() {
        return letsGo.getAsBoolean();
    }
}
