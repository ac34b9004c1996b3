package eu.guichet.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy before the nodes, as an institution has one: it passes each connection to a node that says it is ready, and asks
 * each of them a few times a second. One that does not answer in time is passed by only when it has been asked three times; one that
 * says that it is not ready, or refuses, at once.
 */
final class Front implements AutoCloseable {
    private static final int LOOK_MILLIS = 200;
    private static final int PATIENCE_MILLIS = 1000;
    private static final int SILENCES = 3;

    private final ServerSocket socket = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger next = new AtomicInteger();
    private volatile List<Member> members;
    private final Map<Member, Integer> silent = new ConcurrentHashMap<>();
    private volatile List<Member> ready = List.of();

    /** @param operations the port on which it tells whether it is ready */
    record Member(URI url, int operations) {}

    Front(List<Member> members) throws IOException {
        this.members = List.copyOf(members);
        Thread.ofPlatform().daemon().start(this::look);
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    void members(List<Member> now) {
        members = List.copyOf(now);
    }

    int ready() {
        return ready.size();
    }

    private void look() {
        try {
            do {
                ready = members.stream().filter(this::isReady).toList();
            } while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady(Member member) {
        try {
            HttpURLConnection asked =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + member.operations() + "/ready")
                            .toURL()
                            .openConnection();
            asked.setConnectTimeout(PATIENCE_MILLIS);
            asked.setReadTimeout(PATIENCE_MILLIS);
            boolean said = asked.getResponseCode() == HttpURLConnection.HTTP_OK;
            silent.remove(member);
            return said;
        } catch (SocketTimeoutException _) {
            return silent.merge(member, 1, Integer::sum) < SILENCES && ready.contains(member);
        } catch (IOException _) {
            return false;
        }
    }

    private void accept() {
        while (closed.getCount() > 0) {
            try {
                Socket caller = socket.accept();
                Thread.ofVirtual().start(() -> join(caller));
            } catch (IOException e) {
                if (closed.getCount() > 0) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** To the next node that is ready; one that cannot be reached at all is passed by. */
    private void join(Socket caller) {
        List<Member> usable = ready;
        for (int i = 0; i < usable.size(); i++) {
            Member member = usable.get(Math.floorMod(next.getAndIncrement(), usable.size()));
            try (caller;
                    Socket node =
                            new Socket(member.url().getHost(), member.url().getPort())) {
                caller.setTcpNoDelay(true);
                node.setTcpNoDelay(true);
                Thread back = Thread.ofVirtual().start(() -> pass(node, caller));
                pass(caller, node);
                back.join();
                return;
            } catch (IOException _) {
                if (caller.isClosed()) {
                    return;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Until one of them ends; that is passed on too. */
    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException _) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        socket.close();
    }
}
