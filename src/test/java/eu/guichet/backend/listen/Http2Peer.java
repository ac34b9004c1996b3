package eu.guichet.backend.listen;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Speaks HTTP/2 frame by frame over TLS, also as nobody should. */
final class Http2Peer implements AutoCloseable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GO_AWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int ACK = 1;
    static final int END_HEADERS = 4;

    /** Numbers of fields in HPACK's fixed table, as they stand before a literal value; the last one has its value with it. */
    private static final int AUTHORITY = 1;

    private static final int METHOD = 2;
    private static final int PATH = 4;
    private static final int HTTPS = 0x87;

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int PATIENCE_MILLIS = 20_000;

    private final SSLSocket socket;
    private final OutputStream out;
    private final DataInputStream in;

    record Frame(int type, int flags, int stream, ByteString payload) {
        /** Of a GOAWAY frame or of a RST_STREAM frame. */
        int error() {
            return payload.asByteBuffer().getInt(type == GO_AWAY ? 4 : 0);
        }

        String text() {
            return payload.utf8();
        }
    }

    private Http2Peer(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.out = socket.getOutputStream();
        this.in = new DataInputStream(socket.getInputStream());
    }

    /** Has agreed on the protocol, and said nothing yet. */
    static Http2Peer silent(int port, SSLContext trust) throws IOException {
        SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket("localhost", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        if (!"h2".equals(socket.getApplicationProtocol())) {
            throw new IOException("not agreed on: " + socket.getApplicationProtocol());
        }
        return new Http2Peer(socket);
    }

    /** @param settings pairs of a number and a value */
    static Http2Peer greeting(int port, SSLContext trust, int... settings) throws IOException {
        Http2Peer peer = silent(port, trust);
        peer.bytes(PREFACE.getBytes(US_ASCII));
        ByteBuffer payload = ByteBuffer.allocate(settings.length / 2 * 6);
        for (int i = 0; i < settings.length; i += 2) {
            payload.putShort((short) settings[i]).putInt(settings[i + 1]);
        }
        peer.frame(SETTINGS, 0, 0, payload.array());
        return peer;
    }

    void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    void frame(int type, int flags, int stream, byte[] payload) throws IOException {
        byte[] whole = ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
        bytes(whole);
    }

    /** A request whose body is to come. */
    void post(int stream, String path) throws IOException {
        frame(HEADERS, END_HEADERS, stream, head("POST", path));
    }

    /** A whole request. */
    void get(int stream, String path) throws IOException {
        frame(HEADERS, END_HEADERS | END_STREAM, stream, head("GET", path));
    }

    void reset(int stream) throws IOException {
        frame(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(8).array());
    }

    void window(int stream, int more) throws IOException {
        frame(WINDOW_UPDATE, 0, stream, ByteBuffer.allocate(4).putInt(more).array());
    }

    /** What every request has by the numbers of the fixed table, more fields as literals that no table keeps. */
    static byte[] head(String method, String path, String... more) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.write(METHOD);
        literal(head, method);
        head.write(HTTPS);
        head.write(AUTHORITY);
        literal(head, "localhost");
        head.write(PATH);
        literal(head, path);
        for (int i = 0; i < more.length; i += 2) {
            head.write(0);
            literal(head, more[i]);
            literal(head, more[i + 1]);
        }
        return head.toByteArray();
    }

    private static void literal(ByteArrayOutputStream head, String text) {
        byte[] bytes = text.getBytes(US_ASCII);
        if (bytes.length > 126) {
            throw new IllegalArgumentException("longer than one byte of length can say");
        }
        head.write(bytes.length);
        head.writeBytes(bytes);
    }

    /** The next frame, or null where the other side has hung up. */
    @Nullable
    Frame next() throws IOException {
        try {
            int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
            int type = in.readUnsignedByte();
            int flags = in.readUnsignedByte();
            int stream = in.readInt();
            byte[] payload = new byte[length];
            in.readFully(payload);
            return new Frame(type, flags, stream, ByteString.of(payload));
        } catch (EOFException e) {
            return null;
        }
    }

    /** The next frame of this type, or null where the other side hangs up before. */
    @Nullable
    Frame next(int type) throws IOException {
        Frame frame = next();
        while (frame != null && frame.type() != type) {
            frame = next();
        }
        return frame;
    }

    /** The next frame of this type on this stream, or null where the other side hangs up before. */
    @Nullable
    Frame next(int type, int stream) throws IOException {
        Frame frame = next(type);
        while (frame != null && frame.stream() != stream) {
            frame = next(type);
        }
        return frame;
    }

    /** All that comes until the other side hangs up; a connection that is cut counts as well. */
    List<Frame> rest() throws IOException {
        List<Frame> rest = new ArrayList<>();
        try {
            for (Frame frame = next(); frame != null; frame = next()) {
                rest.add(frame);
            }
        } catch (SocketException e) {
            return rest;
        }
        return rest;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
