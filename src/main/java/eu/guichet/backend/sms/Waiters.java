package eu.guichet.backend.sms;

import java.util.HashSet;
import java.util.Set;

/**
 * Who waits for an answer in a session. jSMPP lets them wait to the end of their time also when the session has ended; they
 * are interrupted instead.
 */
final class Waiters {
    private final Set<Thread> waiting = new HashSet<>();
    private boolean ended;

    /** From here on the calling thread may be interrupted, until it leaves. */
    synchronized void enter() {
        waiting.add(Thread.currentThread());
        if (ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers whether it was interrupted, which concerns nothing that comes after. */
    synchronized boolean leave() {
        waiting.remove(Thread.currentThread());
        return Thread.interrupted();
    }

    synchronized void end() {
        ended = true;
        waiting.forEach(Thread::interrupt);
    }
}
