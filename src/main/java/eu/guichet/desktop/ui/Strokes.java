package eu.guichet.desktop.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import javafx.scene.control.TextInputControl;
import org.jspecify.annotations.Nullable;

/**
 * The last characters that were typed, each with its moment and the field as it was before it: enough to tell a scanner's
 * burst from people's typing, and to take it out again. For the FX thread only.
 */
final class Strokes {
    /** From so many characters on it can be a burst. */
    static final int BURST = 6;

    /** Nobody types one after the other faster than this. */
    private static final long FASTEST_HAND_MILLIS = 35;

    /** A busy screen may deliver one key of a burst late. */
    private static final long LONGEST_GAP_MILLIS = 500;

    /** A scanner that is slow, or comes over a radio or a remote desktop, still keeps this pace from the first to the last. */
    private static final int SLOW_BURST = 8;

    private static final long SLOW_MILLIS = 60;
    private static final long SLOW_GAP_MILLIS = 100;
    private static final int SLOW_RUNNING = 3;
    private static final int RUNNING = 2;
    private static final int KEPT = 80;

    private final Deque<Stroke> kept = new ArrayDeque<>();

    /** @param before the field as it was; null where the character went into none */
    private record Stroke(
            long at, String character, @Nullable Before before) {}

    private record Before(TextInputControl field, String text, int anchor, int caret) {}

    /** Characters that came faster than people type. */
    record Burst(String text, Runnable takeOut) {}

    void typed(long now, String character, @Nullable TextInputControl field) {
        Stroke last = kept.peekLast();
        if (last != null && now - last.at > LONGEST_GAP_MILLIS) {
            kept.clear();
        }
        String text = field == null ? null : field.getText();
        Before before = field == null
                ? null
                : new Before(field, text == null ? "" : text, field.getAnchor(), field.getCaretPosition());
        kept.addLast(new Stroke(now, character, before));
        if (kept.size() > KEPT) {
            kept.removeFirst();
        }
    }

    /** Whether characters arrive right now faster than people type. */
    boolean running(long now) {
        return length(now, RUNNING) > 0 || evenly(now) >= SLOW_RUNNING;
    }

    /** How many characters have been typed one after the other, without a rest, up to now. */
    int sinceRest(long now) {
        int count = 0;
        long later = now;
        Iterator<Stroke> backwards = kept.descendingIterator();
        while (backwards.hasNext()) {
            Stroke stroke = backwards.next();
            if (later - stroke.at > LONGEST_GAP_MILLIS) {
                break;
            }
            count++;
            later = stroke.at;
        }
        return count;
    }

    /** How many of the last characters went into no field, where nobody types a text, at whatever pace. */
    private int outsideFields(long now) {
        int count = 0;
        Iterator<Stroke> backwards = kept.descendingIterator();
        while (backwards.hasNext() && count < sinceRest(now) && backwards.next().before == null) {
            count++;
        }
        return count;
    }

    /** How many of the last characters came at a pace that no hand keeps for so long. */
    private int evenly(long now) {
        int best = 0;
        int count = 0;
        long later = now;
        long last = Long.MIN_VALUE;
        Iterator<Stroke> backwards = kept.descendingIterator();
        while (backwards.hasNext()) {
            Stroke stroke = backwards.next();
            long gap = later - stroke.at;
            if (gap > (count == 0 ? LONGEST_GAP_MILLIS : SLOW_GAP_MILLIS)) {
                break;
            }
            count++;
            last = last == Long.MIN_VALUE ? stroke.at : last;
            if (count > 1 && last - stroke.at <= SLOW_MILLIS * (count - 1)) {
                best = count;
            }
            later = stroke.at;
        }
        return best;
    }

    /** The burst that a key pressed now ends; null where there is none. */
    @Nullable
    Burst endedBy(long now) {
        // a scanner whose Shift takes time of its own types capitals slowly and digits fast: the longer of the two is
        // the burst
        int slow = evenly(now);
        int outside = outsideFields(now);
        int length = Math.max(
                Math.max(length(now, BURST), slow >= SLOW_BURST ? slow : 0), outside >= SLOW_BURST ? outside : 0);
        if (length == 0) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        Stroke first = null;
        int skip = kept.size() - length;
        for (Stroke stroke : kept) {
            if (skip > 0) {
                skip--;
            } else {
                first = first == null ? stroke : first;
                text.append(stroke.character);
            }
        }
        Before before = first == null ? null : first.before;
        return new Burst(text.toString(), () -> putBack(before));
    }

    void forget() {
        kept.clear();
    }

    /**
     * How many of the last characters came faster than people type, up to this moment; 0 where fewer than {@code least}. One
     * that came late counts only between two that did not: a busy screen delivers the next ones at once.
     */
    private int length(long now, int least) {
        int length = 0;
        int count = 0;
        boolean late = false;
        long later = now;
        Iterator<Stroke> backwards = kept.descendingIterator();
        while (backwards.hasNext()) {
            Stroke stroke = backwards.next();
            long gap = later - stroke.at;
            if (gap > LONGEST_GAP_MILLIS || (late && gap >= FASTEST_HAND_MILLIS)) {
                break;
            }
            count++;
            late = gap >= FASTEST_HAND_MILLIS;
            if (!late) {
                length = count;
            }
            later = stroke.at;
        }
        return length >= least ? length : 0;
    }

    /** Setting the text also empties what could be undone. */
    private static void putBack(@Nullable Before before) {
        if (before != null && before.field.isEditable()) {
            before.field.setText(before.text);
            before.field.selectRange(before.anchor, before.caret);
        }
    }
}
