package eu.guichet.backend.listen;

import eu.guichet.backend.schedule.PeriodicTask;
import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.common.tls.TlsClientAuth;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A listening socket that keeps its time limits, its certificate and itself alive. */
public final class Listener implements AutoCloseable {
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Listener.class);
    /** Held here, because a logger nobody holds forgets its level. */
    private static final Logger HELIDON = Logger.getLogger("io.helidon");

    /** A start that fails is told in one sentence by {@link CannotListenException}. */
    private static final Logger HELIDON_START = Logger.getLogger("io.helidon.webserver.LoomServer");
    /** Tells of each caller who goes away, or is sent away, with a trace. */
    private static final Logger HELIDON_CONNECTION = Logger.getLogger("io.helidon.webserver.ConnectionHandler");

    /** Tells of each answer whose caller has gone, with a trace; what goes wrong here is told by whoever answers. */
    private static final Logger HELIDON_ANSWERS = Logger.getLogger("io.helidon.webserver.http.ErrorHandlers");

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration WATCH = Duration.ofSeconds(5);
    private static final Duration CERTIFICATE = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 2000;
    /**
     * Beyond this a body is not even read to its end, and the caller may see a cut connection instead of an answer; but for
     * the one call that takes an upload, the limit of the contract is far lower.
     */
    private static final long LONGEST_READ = Deadlines.LONGEST_UPLOAD;

    /** Modern ones alone: forward secrecy and authenticated encryption. */
    private static final List<String> SUITES = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private final ListenSettings settings;
    private final @Nullable Certificates certificates;
    private final Deadlines deadlines;
    private final Consumer<DirectHandlers.Builder> beforeRouting;
    private final Supplier<HttpRouting.Builder> routing;
    private final List<PeriodicTask> tasks;
    private WebServer server;
    private boolean closed;

    private Listener(
            ListenSettings settings,
            Deadlines.Limits limits,
            Consumer<DirectHandlers.Builder> beforeRouting,
            Supplier<HttpRouting.Builder> routing) {
        HELIDON.setLevel(Level.WARNING);
        HELIDON_START.setLevel(Level.OFF);
        HELIDON_CONNECTION.setLevel(Level.SEVERE);
        HELIDON_ANSWERS.setLevel(Level.SEVERE);
        this.settings = settings;
        this.beforeRouting = beforeRouting;
        this.routing = routing;
        this.certificates = settings.tls() == null ? null : new Certificates(settings.tls(), settings.programs());
        this.deadlines = new Deadlines(limits);
        this.server = started(settings.address().getPort());
        this.tasks = List.of(
                new PeriodicTask("deadlines", SWEEP, deadlines::sweep),
                new PeriodicTask("listener", WATCH, this::revive),
                new PeriodicTask("certificate", CERTIFICATE, this::reloadCertificate));
    }

    /**
     * @param beforeRouting answers what is too broken to be routed
     * @param routing answers everything else; asked again should the listener have to be started anew
     * @throws CannotListenException when the port is taken or not allowed, or the certificate cannot be used
     */
    public static Listener start(
            ListenSettings settings,
            Deadlines.Limits limits,
            Consumer<DirectHandlers.Builder> beforeRouting,
            Supplier<HttpRouting.Builder> routing) {
        Listener listener = new Listener(settings, limits, beforeRouting, routing);
        listener.tasks.forEach(PeriodicTask::start);
        return listener;
    }

    private WebServer started(int port) {
        var builder = WebServer.builder()
                .address(settings.address().getAddress())
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(GRACE)
                .maxPayloadSize(LONGEST_READ)
                .maxTcpConnections(DescriptorLimit.atMost(settings.connections()))
                .connectionOptions(SocketOptions.builder().socketKeepAlive(true).build())
                .protocolsDiscoverServices(false)
                .addConnectionSelector(deadlines)
                .directHandlers(handlers -> beforeRouting.accept(handlers))
                .routing(routing.get());
        certificate()
                .ifPresent(found -> builder.tls(Tls.builder()
                        .sslContext(found.context())
                        .enabledProtocols(List.of("TLSv1.3", "TLSv1.2"))
                        .enabledCipherSuites(SUITES)
                        .clientAuth(settings.programs() == null ? TlsClientAuth.NONE : TlsClientAuth.OPTIONAL)
                        .build()));
        WebServer fresh = builder.build();
        fresh.start();
        if (!fresh.isRunning()) { // Helidon logs that it could not bind, and goes on as if it had
            throw new CannotListenException(port);
        }
        return fresh;
    }

    private Optional<Certificates> certificate() {
        return Optional.ofNullable(certificates);
    }

    /** @return false, as there is never more to do at once */
    boolean reloadCertificate() {
        certificate().ifPresent(Certificates::reloadIfChanged);
        return false;
    }

    /** Helidon's listener ends for good when accepting fails; it is then started anew on its port. */
    private synchronized boolean revive() {
        if (!closed && isDead()) {
            int port = server.port();
            LOG.error("nothing listens on port {} any more; the listener is started anew", port);
            server.stop();
            server = started(port);
        }
        return false;
    }

    /** A full listener lets callers wait; one that has ended has them refused. */
    private boolean isDead() {
        InetAddress own = settings.address().getAddress();
        InetAddress reached = own.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : own;
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(reached, server.port()), CONNECT_MILLIS);
            return false;
        } catch (ConnectException e) {
            return true;
        } catch (IOException e) {
            LOG.warn("whether the listener lives cannot be seen: {}", e.getMessage());
            return false;
        }
    }

    /** Where this machine reaches it. */
    public synchronized URI url() {
        InetAddress own = settings.address().getAddress();
        String host = own.isAnyLocalAddress() || own.isLoopbackAddress() ? "127.0.0.1" : own.getHostAddress();
        String written = host.contains(":") ? "[" + host + "]" : host;
        return URI.create((settings.tls() == null ? "http://" : "https://") + written + ":" + server.port());
    }

    public int connections() {
        return deadlines.open();
    }

    /** On how many connections a request is being sent or answered. */
    public int busy() {
        return deadlines.busy();
    }

    /** Empty where plain HTTP is spoken. */
    public Optional<Instant> certificateValidUntil() {
        return certificate().map(Certificates::validUntil);
    }

    /** From now on each connection is told, as far as its protocol has words for it, that others are to be used. */
    public void leave() {
        deadlines.leave();
    }

    /** Stops accepting, lets what runs come to its end for a moment, and returns. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        tasks.forEach(PeriodicTask::close);
        server.stop();
    }
}
