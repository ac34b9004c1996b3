package eu.guichet.desktop.file;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.PensionerFile;
import eu.guichet.desktop.flow.FlowSlot;
import eu.guichet.desktop.flow.FlowStep;
import org.jspecify.annotations.Nullable;

/** One act on one file, from its first step to its end, wherever the agent is meanwhile. */
final class Act implements FlowSlot {
    private AccessReason reason;
    private final Runnable changed;
    private PensionerFile file;
    private @Nullable ActSlot place;
    private @Nullable FlowStep step;
    private boolean over;

    /**
     * @param reason why the file was opened
     * @param changed told after each step
     */
    Act(PensionerFile file, AccessReason reason, ActSlot place, Runnable changed) {
        this.file = file;
        this.reason = reason;
        this.place = place;
        this.changed = changed;
    }

    @Override
    public void show(FlowStep next) {
        if (over) {
            return;
        }
        step = next;
        if (place != null) {
            place.show(this, next);
        }
        changed.run();
    }

    @Override
    public void close() {
        if (over) {
            return;
        }
        over = true;
        if (place != null) {
            place.rest();
            place = null;
        }
        changed.run();
    }

    void focus() {
        if (step != null) {
            step.firstFocus().requestFocus();
        }
    }

    /** Esc, and whatever else asks the step whether it lets go. */
    void leave() {
        if (step == null || step.leave()) {
            close();
        }
    }

    /** The file is no longer shown: what must not be lost goes on, everything else ends here. */
    void away() {
        place = null;
        if (step == null || !step.underWay()) {
            if (step != null) {
                step.leave();
            }
            over = true;
        }
    }

    /** The card loses its place for a moment, and nothing ends. */
    void lift() {
        place = null;
    }

    /** The file is shown again. */
    void takeUp(ActSlot slot) {
        place = slot;
        if (step != null) {
            slot.show(this, step);
        }
    }

    /** Why the file is open, after all: what may be asked changes with it. */
    void because(AccessReason now) {
        if (!reason.equals(now)) {
            reason = now;
            redraw();
        }
    }

    void redraw() {
        if (step != null) {
            step.redraw();
        }
    }

    void tick() {
        if (step != null) {
            step.tick();
        }
    }

    void learn(PensionerFile fresh) {
        file = fresh;
    }

    /** As last read. */
    PensionerFile file() {
        return file;
    }

    AccessReason reason() {
        return reason;
    }

    boolean over() {
        return over;
    }

    /** Whether it goes on, or has ended, while another file is shown. */
    boolean isAway() {
        return place == null && !over;
    }

    boolean underWay() {
        return !over && step != null && step.underWay();
    }

    String sentence() {
        return step == null ? "" : step.sentence();
    }
}
