package eu.guichet.backend.sms;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Accepts whoever binds, and never says or reads anything more. */
final class SilentPeer implements AutoCloseable {
    private static final int BIND_TRANSCEIVER_RESP = 0x80000009;
    private static final int HEADER = 16;

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final BlockingQueue<Socket> callers = new LinkedBlockingQueue<>();

    SilentPeer() throws IOException {
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Waits until somebody is bound. */
    Socket nextCaller() throws InterruptedException {
        Socket next = callers.poll(30, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nobody called");
        }
        return next;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                DataInputStream in = new DataInputStream(caller.getInputStream());
                int length = in.readInt();
                in.readInt();
                in.readInt();
                int sequence = in.readInt();
                in.skipNBytes(length - HEADER);
                DataOutputStream out = new DataOutputStream(caller.getOutputStream());
                out.writeInt(HEADER + 2);
                out.writeInt(BIND_TRANSCEIVER_RESP);
                out.writeInt(0);
                out.writeInt(sequence);
                out.write(new byte[] {'x', 0});
                out.flush();
                callers.add(caller);
            } catch (IOException e) {
                // the caller or the test hung up
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket caller : callers) {
            caller.close();
        }
    }
}
