package eu.guichet.client;

import eu.guichet.client.ClientException.Hindered.Hindrance;
import eu.guichet.client.Outcome.Answer;
import eu.guichet.client.Outcome.Lost;
import eu.guichet.client.Outcome.Oversized;
import java.time.Duration;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** Repeats what is safe to repeat, and ends in an answer or in a failure that says whether anything was done. */
final class Retry {
    private final Transport wire;
    private final ClientSettings settings;
    private final UnderWay underWay;
    private final Backoff backoff;

    /** @param underWay is told of each call */
    Retry(Transport wire, ClientSettings settings, UnderWay underWay) {
        this.wire = wire;
        this.underWay = underWay;
        this.settings = settings;
        this.backoff = new Backoff(settings.firstPause(), settings.callTimeout());
    }

    /**
     * An answer of the backend's own.
     *
     * @param afterLoss whether an earlier try may have acted without our hearing what came of it
     */
    record Response(Answer answer, boolean afterLoss) {}

    /** @throws ClientException if no answer of the backend's own was to be had */
    Response call(Request request, Repeatability repeat, String correlation) {
        long call = underWay.begins();
        try {
            return new RetryLoop(request, repeat, correlation).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClientException.Cancelled(correlation, e);
        } finally {
            underWay.ended(call);
        }
    }

    private final class RetryLoop {
        private final Request request;
        private final Repeatability repeat;
        private final String correlation;
        private final long begun = System.nanoTime();
        private int tries;
        /** Whether an earlier try may have reached the backend without our hearing what came of it. */
        private boolean mayBeDone;

        RetryLoop(Request request, Repeatability repeat, String correlation) {
            this.request = request;
            this.repeat = repeat;
            this.correlation = correlation;
        }

        Response run() throws InterruptedException {
            while (true) {
                Outcome outcome = wire.once(request);
                tries++;
                switch (outcome) {
                    case Oversized _ -> throw new ClientException.NotUnderstood(correlation, null);
                    case Answer answer
                    when Problems.unavailable(answer) -> {
                        if (repeat == Repeatability.ACT || !pauseOrStop(RetryAfter.of(answer))) {
                            return new Response(answer, mayBeDone);
                        }
                    }
                    case Answer answer
                    when Problems.ofGateway(answer) -> {
                        notHeard();
                        if (repeat == Repeatability.ACT || !pauseOrStop(RetryAfter.of(answer))) {
                            throw givenUp(null);
                        }
                    }
                    case Answer answer -> {
                        return new Response(answer, mayBeDone);
                    }
                    case Lost lost -> afterLoss(lost);
                }
            }
        }

        private void afterLoss(Lost lost) throws InterruptedException {
            if (lost.sent()) {
                notHeard();
            }
            if (lost.untrusted()) {
                throw untrusted(lost);
            }
            if (lost.proxyPassword()) {
                throw hindered(Hindrance.PROXY_PASSWORD, lost);
            }
            if (lost.proxyRefuses()) {
                throw hindered(Hindrance.PROXY_REFUSES, lost);
            }
            boolean safe = repeat != Repeatability.ACT || !lost.sent();
            if (!safe || !pauseOrStop(null)) {
                throw givenUp(lost.cause());
            }
        }

        private ClientException untrusted(Lost lost) {
            return mayBeDone
                    ? new ClientException.OutcomeUnknown(correlation, lost.cause())
                    : new ClientException.Untrusted(CertificateFaults.of(lost.cause()), correlation, lost.cause());
        }

        private ClientException hindered(Hindrance hindrance, Lost lost) {
            return mayBeDone
                    ? new ClientException.OutcomeUnknown(correlation, lost.cause())
                    : new ClientException.Hindered(hindrance, correlation, lost.cause());
        }

        private void notHeard() {
            mayBeDone = mayBeDone || !repeat.asks();
        }

        private ClientException givenUp(@Nullable Throwable cause) {
            return mayBeDone
                    ? new ClientException.OutcomeUnknown(correlation, cause)
                    : new ClientException.Unreachable(correlation, cause);
        }

        /** Waits before the next try; false, at once, when there is to be none. */
        private boolean pauseOrStop(@Nullable Duration asked) throws InterruptedException {
            if (tries >= settings.tries()) {
                return false;
            }
            Duration own = backoff.pause(tries);
            Duration pause = asked != null && asked.compareTo(own) > 0 ? asked : own;
            Duration spent = Duration.ofNanos(System.nanoTime() - begun);
            if (spent.plus(pause).compareTo(settings.patience()) > 0) {
                return false;
            }
            Thread.sleep(pause);
            return true;
        }
    }
}
