package eu.guichet.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** A bad line between a client and a real backend: on demand it lets the next request through and cuts its answer. */
final class CuttingProxy implements AutoCloseable {
    private static final int WHOLE = -1;

    private final ServerSocket door;
    private final URI backend;
    private final AtomicInteger cutAfter = new AtomicInteger(WHOLE);

    CuttingProxy(URI backend) {
        this.backend = backend;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/");
    }

    /** The next answer ends after so many bytes, and with it its connection. */
    void cutNextAnswerAfter(int bytes) {
        cutAfter.set(bytes);
    }

    /** Whether the cut asked for has been made. */
    boolean hasCut() {
        return cutAfter.get() == WHOLE;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Socket server = new Socket(backend.getHost(), backend.getPort());
                Thread.startVirtualThread(() -> pump(client, server, false));
                Thread.startVirtualThread(() -> pump(server, client, true));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] some = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                int cut = answers ? cutAfter.get() : WHOLE;
                if (cut != WHOLE && cut <= read) {
                    out.write(some, 0, cut);
                    cutAfter.set(WHOLE);
                    return;
                }
                if (cut != WHOLE) {
                    cutAfter.set(cut - read);
                }
                out.write(some, 0, read);
            }
        } catch (IOException e) {
            // One side hung up: so does the other.
            return;
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
