package eu.guichet.backend.ipp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Name;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.hp.jipp.model.WhichJobs;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A printer for tests: real IPP over a real HTTP server. What it does with a job, the test says. */
public final class IppPeer implements AutoCloseable {
    private final HttpServer server;
    private final boolean tls;
    private final Map<Integer, Job> jobs = new ConcurrentSkipListMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, Status> refusals = new ConcurrentHashMap<>();

    /** The operations that were asked for, in order. */
    public final Queue<Operation> asked = new ConcurrentLinkedQueue<>();
    /** The documents that were taken, in order. */
    public final Queue<byte[]> documents = new ConcurrentLinkedQueue<>();
    /** The Print-Job requests. */
    public final Queue<IppPacket> orders = new ConcurrentLinkedQueue<>();
    /** What a new job begins with. */
    public volatile JobState begins = JobState.completed;

    public volatile PrinterState printer = PrinterState.idle;
    public volatile List<String> printerReasons = List.of("none");
    public volatile boolean accepts = true;
    public volatile List<String> formats = List.of("application/pdf", "image/urf");
    /** {@code user:password} without which every request is 401; null: nobody has to say. */
    public volatile @Nullable String credentials;
    /** Whether a document is taken and the answer is lost. */
    public volatile boolean losesAnswers;
    /** A document is taken for each permit, and the request waits for it; null: at once. */
    public volatile @Nullable Semaphore takes;
    /** Whether a document is lost before it is taken. */
    public volatile boolean losesDocuments;

    /** A job as the printer has it. */
    public static final class Job {
        final String name;
        public volatile JobState state;
        public volatile List<String> reasons = List.of("none");

        Job(String name, JobState state) {
            this.name = name;
            this.state = state;
        }

        public String name() {
            return name;
        }
    }

    public IppPeer() {
        this(null);
    }

    /** @param context by which TLS is spoken; null: none is */
    public IppPeer(@Nullable SSLContext context) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            if (context == null) {
                server = HttpServer.create(address, 0);
            } else {
                HttpsServer https = HttpsServer.create(address, 0);
                https.setHttpsConfigurator(new HttpsConfigurator(context));
                server = https;
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        tls = context != null;
        server.createContext("/ipp/print", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI address() {
        return URI.create((tls ? "ipps://localhost:" : "ipp://127.0.0.1:")
                + server.getAddress().getPort() + "/ipp/print");
    }

    /** This operation is answered with this status from now on; null: as usual. */
    public void refuse(Operation operation, @Nullable Status status) {
        if (status == null) {
            refusals.remove(operation.getCode());
        } else {
            refusals.put(operation.getCode(), status);
        }
    }

    public List<Job> jobs() {
        return List.copyOf(jobs.values());
    }

    /** The printer was switched off and on, and remembers nothing. */
    public void forget() {
        jobs.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] request = exchange.getRequestBody().readAllBytes();
            String wanted = credentials;
            if (wanted != null
                    && !("Basic " + Base64.getEncoder().encodeToString(wanted.getBytes(UTF_8)))
                            .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            IppInputStream in = new IppInputStream(new ByteArrayInputStream(request));
            IppPacket packet = in.readPacket();
            Operation operation = packet.getOperation();
            asked.add(operation);
            Status refusal = refusals.get(operation.getCode());
            if (refusal != null) {
                send(exchange, packet, refusal);
            } else if (operation.equals(Operation.printJob)) {
                print(exchange, packet, in.readAllBytes());
            } else if (operation.equals(Operation.getJobs)) {
                list(exchange, packet);
            } else if (operation.equals(Operation.getJobAttributes) || operation.equals(Operation.cancelJob)) {
                one(exchange, packet, operation);
            } else if (operation.equals(Operation.getPrinterAttributes)) {
                printer(exchange, packet);
            } else {
                send(exchange, packet, Status.successfulOk);
            }
        }
    }

    private void print(HttpExchange exchange, IppPacket packet, byte[] document) throws IOException {
        orders.add(packet);
        if (losesDocuments) {
            return;
        }
        Semaphore room = takes;
        if (room != null) {
            room.acquireUninterruptibly();
        }
        Name name = packet.getValue(Tag.operationAttributes, Types.jobName);
        int id = numbers.incrementAndGet();
        Job job = new Job(Objects.requireNonNull(name).getValue(), begins);
        jobs.put(id, job);
        documents.add(document);
        if (!losesAnswers) {
            reply(
                    exchange,
                    packet,
                    new IppPacket.Builder(Status.successfulOk)
                            .putJobAttributes(Types.jobId.of(id), Types.jobState.of(job.state)));
        }
    }

    private void one(HttpExchange exchange, IppPacket packet, Operation operation) throws IOException {
        Integer id = packet.getValue(Tag.operationAttributes, Types.jobId);
        Job job = id == null ? null : jobs.get(id);
        if (job == null) {
            send(exchange, packet, Status.clientErrorNotFound);
            return;
        }
        if (operation.equals(Operation.cancelJob)) {
            job.state = JobState.canceled;
            send(exchange, packet, Status.successfulOk);
            return;
        }
        reply(
                exchange,
                packet,
                new IppPacket.Builder(Status.successfulOk)
                        .putJobAttributes(
                                Types.jobId.of(id),
                                Types.jobState.of(job.state),
                                Types.jobStateReasons.of(job.reasons)));
    }

    private void list(HttpExchange exchange, IppPacket packet) throws IOException {
        boolean ended = WhichJobs.completed.equals(packet.getValue(Tag.operationAttributes, Types.whichJobs));
        List<AttributeGroup> groups = new ArrayList<>();
        groups.add(operation());
        jobs.forEach((id, job) -> {
            boolean over = job.state.getCode() >= JobState.canceled.getCode();
            if (over == ended) {
                groups.add(AttributeGroup.groupOf(Tag.jobAttributes, Types.jobId.of(id), Types.jobName.of(job.name)));
            }
        });
        write(exchange, new IppPacket(0x0200, Status.successfulOk.getCode(), packet.getRequestId(), groups));
    }

    private static AttributeGroup operation() {
        return AttributeGroup.groupOf(
                Tag.operationAttributes, Types.attributesCharset.of("utf-8"), Types.attributesNaturalLanguage.of("en"));
    }

    private void printer(HttpExchange exchange, IppPacket packet) throws IOException {
        reply(
                exchange,
                packet,
                new IppPacket.Builder(Status.successfulOk)
                        .putPrinterAttributes(
                                Types.printerState.of(printer),
                                Types.printerStateReasons.of(printerReasons),
                                Types.printerIsAcceptingJobs.of(accepts),
                                Types.documentFormatSupported.of(formats),
                                Types.mediaSourceSupported.of("main", "tray-2"),
                                Types.jobHoldUntilSupported.of("no-hold", "indefinite")));
    }

    private static void send(HttpExchange exchange, IppPacket packet, Status status) throws IOException {
        reply(exchange, packet, new IppPacket.Builder(status));
    }

    private static void reply(HttpExchange exchange, IppPacket packet, IppPacket.Builder answer) throws IOException {
        List<Attribute<?>> frame =
                Arrays.asList(Types.attributesCharset.of("utf-8"), Types.attributesNaturalLanguage.of("en"));
        write(
                exchange,
                answer.setRequestId(packet.getRequestId())
                        .putOperationAttributes(frame)
                        .build());
    }

    private static void write(HttpExchange exchange, IppPacket answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/ipp");
        exchange.sendResponseHeaders(200, 0);
        try (IppOutputStream out = new IppOutputStream(exchange.getResponseBody())) {
            out.write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
