package eu.guichet.desktop.ui;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Does everything on the test's thread. Time passes only by {@link #pass}; calls answer at once unless {@link #hold} was
 * called, then in the order the test chooses.
 */
public final class SameThreadTasks implements Tasks {
    private final List<Timer> timers = new ArrayList<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private Duration now = Duration.ZERO;
    private boolean holding;

    /** From now on calls wait for {@link #answerNext} or {@link #answerLast}. */
    public void hold() {
        holding = true;
    }

    public int waiting() {
        return held.size();
    }

    /** Lets the call answer that has waited longest. */
    public void answerNext() {
        held.removeFirst().run();
    }

    /** Lets the newest call answer before the others. */
    public void answerLast() {
        held.removeLast().run();
    }

    public void pass(Duration time) {
        now = now.plus(time);
        List<Timer> due = timers.stream()
                .filter(timer -> timer.at.compareTo(now) <= 0)
                .sorted(Comparator.comparing(Timer::at))
                .toList();
        timers.removeAll(due);
        due.forEach(timer -> timer.work.run());
    }

    @Override
    public Cancellation run(Runnable work) {
        if (holding) {
            held.addLast(work);
        } else {
            work.run();
        }
        return () -> {};
    }

    @Override
    public void onScreen(Runnable work) {
        work.run();
    }

    @Override
    public Cancellation after(Duration delay, Runnable work) {
        Timer timer = new Timer(now.plus(delay), work);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    private record Timer(Duration at, Runnable work) {}
}
