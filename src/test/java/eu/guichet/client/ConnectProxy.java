package eu.guichet.client;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An office's HTTP proxy: it opens tunnels, all to the one server it knows, or asks for a password, or refuses. */
final class ConnectProxy implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private volatile String refusal = "";
    final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** @param server the port on this machine to which every tunnel leads */
    ConnectProxy(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    ConnectProxy asksForPassword() {
        refusal = "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"";
        return this;
    }

    /** @param status such as {@code 403 Forbidden} */
    ConnectProxy refuses(String status) {
        refusal = status;
        return this;
    }

    /** As a system that sends everything through this proxy. */
    ProxySelector selector() {
        return ProxySelector.of((InetSocketAddress) address().address());
    }

    private Proxy address() {
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort()));
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            List<String> head = head(in);
            asked.add(head.getFirst());
            OutputStream out = client.getOutputStream();
            if (!refusal.isEmpty()) {
                out.write(("HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n").getBytes(US_ASCII));
                return;
            }
            try (Socket there = new Socket(InetAddress.getLoopbackAddress(), server)) {
                out.write("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(US_ASCII));
                Thread back = Thread.startVirtualThread(() -> pump(there, client));
                in.transferTo(there.getOutputStream());
                there.shutdownOutput();
                back.join();
            }
        } catch (IOException e) {
            asked.add("broken off");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            return; // the other end has gone
        }
    }

    private static List<String> head(InputStream in) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            read.append((char) next);
        }
        return read.toString().lines().toList();
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
