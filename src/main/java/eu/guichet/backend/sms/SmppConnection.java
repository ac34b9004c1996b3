package eu.guichet.backend.sms;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;

/** A socket to a gateway that knows when something was last read from it, and is closed even while somebody writes to it. */
final class SmppConnection implements Connection {
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    /** Below the encryption: closing it waits for nobody. */
    private final Socket wire;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private volatile long lastRead = System.nanoTime();

    private SmppConnection(Socket wire, Socket socket) throws IOException {
        this.wire = wire;
        this.socket = socket;
        this.in = new Watched(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    /**
     * @param calling is told of the socket before it connects: closing it ends the call
     * @param timeout for connecting, and for each answer while the encryption is agreed on
     * @throws IOException when there is no connection, or nobody vouches for the gateway
     */
    static SmppConnection open(
            SmsSettings.Smpp gateway, SSLSocketFactory encryption, Consumer<Socket> calling, Duration timeout)
            throws IOException {
        Socket wire = new Socket();
        boolean opened = false;
        try {
            calling.accept(wire);
            int millis = Math.toIntExact(timeout.toMillis());
            wire.connect(new InetSocketAddress(gateway.host(), gateway.port()), millis);
            wire.setTcpNoDelay(true);
            wire.setKeepAlive(true);
            Socket socket = switch (gateway.security()) {
                case NONE -> wire;
                case TLS -> encrypted(gateway, encryption, wire, millis);
            };
            SmppConnection connection = new SmppConnection(wire, socket);
            opened = true;
            return connection;
        } finally {
            if (!opened) {
                wire.close();
            }
        }
    }

    private static SSLSocket encrypted(SmsSettings.Smpp gateway, SSLSocketFactory encryption, Socket wire, int millis)
            throws IOException {
        SSLSocket socket = (SSLSocket) encryption.createSocket(wire, gateway.host(), gateway.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setProtocols(VERSIONS);
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(millis);
        socket.startHandshake();
        return socket;
    }

    /** How long nothing has been read. */
    Duration silence() {
        return Duration.ofNanos(System.nanoTime() - lastRead);
    }

    @Override
    public boolean isOpen() {
        return !wire.isClosed();
    }

    @Override
    public InetAddress getInetAddress() {
        return wire.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return wire.getLocalAddress();
    }

    @Override
    public int getPort() {
        return wire.getPort();
    }

    @Override
    public int getLocalPort() {
        return wire.getLocalPort();
    }

    @Override
    public InputStream getInputStream() {
        return in;
    }

    @Override
    public OutputStream getOutputStream() {
        return out;
    }

    @Override
    public void setSoTimeout(int timeout) throws IOException {
        socket.setSoTimeout(timeout);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }

    private final class Watched extends FilterInputStream {
        Watched(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            lastRead = System.nanoTime();
            return one;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            lastRead = System.nanoTime();
            return count;
        }
    }
}
