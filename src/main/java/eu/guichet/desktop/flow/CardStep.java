package eu.guichet.desktop.flow;

import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Label;

/**
 * A step that is one card.
 *
 * @param everySecond what moves on
 * @param letsGo see {@link FlowStep#leave()}
 * @param again see {@link FlowStep#redraw()}
 */
public record CardStep(
        FlowCard node, Node firstFocus, Runnable everySecond, BooleanSupplier letsGo, boolean underWay, Runnable again)
        implements FlowStep {
    /** A card that can be left and on which nothing moves. */
    public static CardStep still(FlowCard card, Node focus, Runnable again) {
        return new CardStep(card, focus, () -> {}, () -> true, false, again);
    }

    /** While something is being done: it cannot be left. */
    public static CardStep busy(FlowCard card, Node focus, Runnable again) {
        return new CardStep(card, focus, () -> {}, () -> false, true, again);
    }

    @Override
    public void tick() {
        everySecond.run();
    }

    @Override
    public boolean leave() {
        return letsGo.getAsBoolean();
    }

    @Override
    public String sentence() {
        return firstFocus instanceof Label label ? label.getText() : node.getAccessibleText();
    }

    @Override
    public void redraw() {
        again.run();
    }
}
