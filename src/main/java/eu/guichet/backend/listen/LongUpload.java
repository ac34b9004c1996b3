package eu.guichet.backend.listen;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request's body that may be long: what counts is that it gets on. The caller has as long as for a whole request to send the
 * next few kilobytes; what we do between them is not counted.
 */
public final class LongUpload extends FilterInputStream {
    private static final int STRIDE = 16 << 10;

    private long waited;
    private int received;

    public LongUpload(InputStream body) {
        super(body);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Deadlines.waitingForMore(waited);
        long begun = System.nanoTime();
        // where it fails it is not our turn: closing what is left of the body waits for the caller as well
        int got = in.read(into, offset, length);
        Deadlines.requestRead();
        waited += System.nanoTime() - begun;
        received += Math.max(got, 0);
        if (received >= STRIDE) {
            waited = 0;
            received = 0;
        }
        return got;
    }
}
