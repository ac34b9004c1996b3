package eu.guichet.backend.sms;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindRequest;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.session.connection.ServerConnection;
import org.jsmpp.session.connection.ServerConnectionFactory;
import org.jsmpp.session.connection.socket.ServerSocketConnection;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/** The other end: jSMPP's own server on a real socket, which answers what the test tells it to. */
final class SmppPeer implements AutoCloseable {
    static final String USER = "guichet";
    static final String PASSWORD = "hush-1";
    private static final int PATIENCE = 20;

    private final ServerSocket socket;
    private final SMPPServerSessionListener listener;
    private final Queue<SMPPServerSession> sessions = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<SubmitSm> submitted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Boolean> binds = new LinkedBlockingQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile int bindStatus;
    private volatile IntFunction<Integer> status = _ -> 0;
    private volatile IntFunction<String> ids = number -> "id-" + number;
    private volatile @Nullable CountDownLatch held;

    SmppPeer() throws IOException {
        this(new ServerSocket(0, 5, InetAddress.getLoopbackAddress()));
    }

    SmppPeer(ServerSocket socket) throws IOException {
        this.socket = socket;
        this.listener = new SMPPServerSessionListener(socket.getLocalPort(), new ThisSocket());
        listener.setMessageReceiverListener(new Receiver());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    void refuseBinds(int with) {
        bindStatus = with;
    }

    /** @param answer the status for the submission of that number, from 1 */
    void answer(IntFunction<Integer> answer) {
        status = answer;
    }

    void nameThem(IntFunction<String> names) {
        ids = names;
    }

    /** Answers no submission until the latch is open. */
    void hold(CountDownLatch latch) {
        held = latch;
    }

    SubmitSm nextSubmission() throws InterruptedException {
        SubmitSm next = submitted.poll(PATIENCE, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was submitted");
        }
        return next;
    }

    int submissions() {
        return count.get();
    }

    /** Whether the next bind was accepted. */
    boolean nextBind() throws InterruptedException {
        Boolean next = binds.poll(PATIENCE, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nobody called");
        }
        return next;
    }

    void hangUp() {
        sessions.forEach(SMPPServerSession::close);
        sessions.clear();
    }

    /** @throws org.jsmpp.extra.NegativeResponseException when it is to be told again later */
    void deliver(String from, int esmClass, String text, OptionalParameter... parameters) throws Exception {
        SMPPServerSession session = sessions.stream()
                .filter(one -> one.getSessionState().isBound())
                .findFirst()
                .orElseThrow();
        session.deliverShortMessage(
                "",
                TypeOfNumber.INTERNATIONAL,
                NumberingPlanIndicator.ISDN,
                from,
                TypeOfNumber.ALPHANUMERIC,
                NumberingPlanIndicator.UNKNOWN,
                "PMO",
                new ESMClass(esmClass),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new RawDataCoding((byte) 0),
                text.getBytes(ISO_8859_1),
                parameters);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                SMPPServerSession session = listener.accept();
                Thread.ofVirtual().start(() -> greet(session));
            } catch (IOException e) {
                // nobody called, or called in a way that is none; or the test has ended
            }
        }
    }

    private void greet(SMPPServerSession session) {
        try {
            BindRequest request = session.waitForBind(TimeUnit.SECONDS.toMillis(PATIENCE));
            boolean known = USER.equals(request.getSystemId()) && PASSWORD.equals(request.getPassword());
            int refusal = known ? bindStatus : SMPPConstant.STAT_ESME_RINVPASWD;
            if (refusal == 0) {
                sessions.add(session);
                request.accept("peer", InterfaceVersion.IF_34);
            } else {
                request.reject(refusal);
            }
            binds.add(refusal == 0);
        } catch (IOException | TimeoutException | PDUStringException e) {
            session.close();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        hangUp();
    }

    private final class ThisSocket implements ServerConnectionFactory {
        @Override
        public ServerConnection listen(int port) {
            return new ServerSocketConnection(socket);
        }

        @Override
        public ServerConnection listen(int port, int timeout) {
            return listen(port);
        }

        @Override
        public ServerConnection listen(int port, int timeout, int backlog) {
            return listen(port);
        }
    }

    private final class Receiver implements ServerMessageReceiverListener {
        @Override
        public SubmitSmResult onAcceptSubmitSm(SubmitSm submission, SMPPServerSession source)
                throws ProcessRequestException {
            int number = count.incrementAndGet();
            submitted.add(submission);
            try {
                CountDownLatch latch = held;
                if (latch != null && !latch.await(PATIENCE, TimeUnit.SECONDS)) {
                    throw new AssertionError("held too long");
                }
                int refusal = status.apply(number);
                if (refusal != 0) {
                    throw new ProcessRequestException("told to", refusal);
                }
                return new SubmitSmResult(new MessageId(ids.apply(number)), new OptionalParameter[0]);
            } catch (InterruptedException | PDUStringException e) {
                throw new AssertionError(e);
            }
        }

        private static ProcessRequestException unknown() {
            return new ProcessRequestException("nobody asks for that", SMPPConstant.STAT_ESME_RINVCMDID);
        }

        @Override
        public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submission, SMPPServerSession source)
                throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source) throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public void onAcceptReplaceSm(ReplaceSm replacement, SMPPServerSession source) throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public void onAcceptCancelSm(CancelSm cancellation, SMPPServerSession source) throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
                throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancellation, SMPPServerSession source)
                throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public QueryBroadcastSmResult onAcceptQueryBroadcastSm(QueryBroadcastSm query, SMPPServerSession source)
                throws ProcessRequestException {
            throw unknown();
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
            throw unknown();
        }
    }
}
