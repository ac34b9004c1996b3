package eu.guichet.backend.sms;

import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.schedule.PeriodicTask;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session with a gateway that is bound again whenever it has ended. It asks after the gateway when nothing comes from it,
 * and a session from which nothing is read for twice that long is closed, whatever its threads are waiting for.
 */
final class SmppLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration PARTING = Duration.ofSeconds(2);
    private static final int READERS = 8;
    private static final int SILENT_AFTER = 2;

    private final String route;
    private final SmsSettings.Smpp gateway;
    private final SSLSocketFactory encryption;
    private final MessageReceiverListener listener;
    private final Backoff backoff;
    private final PeriodicTask looks;
    private volatile @Nullable Bound bound;
    private volatile @Nullable Socket calling;
    private volatile boolean closed;
    private int failures;
    private long nextCall = System.nanoTime();

    private record Bound(SMPPSession session, SmppConnection connection, Waiters waiters, Instant since) {}

    /** What is asked of a session. */
    @FunctionalInterface
    interface Submission<T> {
        T with(SMPPSession session) throws NotCarriedException;
    }

    SmppLink(
            String route,
            SmsSettings.Smpp gateway,
            SSLSocketFactory encryption,
            MessageReceiverListener listener,
            Backoff backoff) {
        this.route = route;
        this.gateway = gateway;
        this.encryption = encryption;
        this.listener = listener;
        this.backoff = backoff;
        this.looks = new PeriodicTask("sms-" + route, LOOK_EVERY, this::look);
    }

    void start() {
        looks.start();
    }

    /** Not while it is started; answers why it failed, or null. */
    @Nullable
    String tryOut() {
        String failure = bind();
        part();
        return failure;
    }

    /**
     * Is interrupted when the session ends, instead of waiting for an answer that cannot come.
     *
     * @throws NotCarriedException when there is no session
     */
    <T> T submit(Submission<T> submission) throws NotCarriedException {
        Bound now = bound;
        if (now == null || !now.session().getSessionState().isTransmittable()) {
            throw new NotCarriedException(
                    "the " + route + " SMS gateway is not connected", new IOException("not bound"));
        }
        now.waiters().enter();
        try {
            return submission.with(now.session());
        } finally {
            now.waiters().leave();
        }
    }

    /** Never fails: what it meets is an outage, which ends with one of the next looks. */
    private boolean look() {
        Bound now = bound;
        if (now != null && now.session().getSessionState().isBound()) {
            Duration silence = now.connection().silence();
            if (silence.compareTo(gateway.enquire().multipliedBy(SILENT_AFTER)) > 0) {
                LOG.warn("the {} SMS gateway has been silent for {} s; calling it anew", route, silence.toSeconds());
                end(now);
            }
        } else if (now != null) {
            LOG.warn("the connection to the {} SMS gateway has ended", route);
            end(now);
        } else if (!closed && System.nanoTime() - nextCall >= 0) {
            call();
        }
        return false;
    }

    private void call() {
        String failure = bind();
        if (failure == null) {
            LOG.info("connected to the {} SMS gateway", route);
        } else if (!closed) {
            Duration pause = pause();
            LOG.warn("the {} SMS gateway cannot be used: {}; once more in {} ms", route, failure, pause.toMillis());
        }
    }

    private Duration pause() {
        failures++;
        Duration pause = backoff.pause(failures);
        nextCall = System.nanoTime() + pause.toNanos();
        return pause;
    }

    /** Answers why not; null when it is bound. The password is in nothing that it says. */
    private @Nullable String bind() {
        AtomicReference<@Nullable SmppConnection> opened = new AtomicReference<>();
        SMPPSession session = new SMPPSession((_, _) -> {
            SmppConnection connection = SmppConnection.open(gateway, encryption, this::calling, gateway.timeout());
            opened.set(connection);
            return connection;
        });
        session.setEnquireLinkTimer(Math.toIntExact(gateway.enquire().toMillis()));
        session.setTransactionTimer(gateway.timeout().toMillis());
        session.setPduProcessorDegree(READERS);
        session.setMessageReceiverListener(listener);
        Waiters waiters = new Waiters();
        session.addSessionStateListener((state, _, _) -> {
            if (state == SessionState.CLOSED) {
                waiters.end();
            }
        });
        boolean done = false;
        waiters.enter();
        try {
            session.connectAndBind(
                    gateway.host(),
                    gateway.port(),
                    new BindParameter(
                            BindType.BIND_TRX,
                            gateway.user(),
                            gateway.password().reveal(),
                            gateway.systemType(),
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.UNKNOWN,
                            null),
                    gateway.timeout().toMillis());
            bound = new Bound(session, Objects.requireNonNull(opened.get()), waiters, Instant.now());
            done = true;
            return null;
        } catch (IOException e) {
            return e.getCause() instanceof NegativeResponseException refused
                    ? "it refuses the bind with status " + refused.getCommandStatus()
                    : (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName();
        } finally {
            waiters.leave();
            if (!done) {
                session.close();
            }
        }
    }

    /** Called before a socket connects, which closing would not interrupt otherwise. */
    private void calling(Socket socket) {
        calling = socket;
        if (closed) {
            hangUp(socket);
        }
    }

    /** One that did not last is a failure like one that was never made: a gateway that hangs up is not called at once. */
    private void end(Bound ended) {
        bound = null;
        if (Duration.between(ended.since(), Instant.now()).compareTo(backoff.longest()) > 0) {
            failures = 0;
        }
        pause();
        hangUp(ended.connection()::close);
        ended.session().close();
        ended.waiters().end();
    }

    private void hangUp(Closeable open) {
        try {
            open.close();
        } catch (IOException e) {
            LOG.debug("the connection to the {} SMS gateway could not be closed: {}", route, e.getMessage());
        }
    }

    /** Says goodbye where there is somebody, and leaves no thread behind. */
    @Override
    public void close() {
        closed = true;
        Socket socket = calling;
        if (bound == null && socket != null) {
            hangUp(socket);
        }
        looks.close();
        part();
    }

    private void part() {
        Bound now = bound;
        if (now != null) {
            now.session().setTransactionTimer(PARTING.toMillis());
            now.session().unbindAndClose();
            end(now);
        }
    }
}
