package eu.guichet.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;

/** A file that is sent as it is read, from its beginning at each try; as {@link OnceBody}, never again by OkHttp itself. */
final class FileBody extends RequestBody {
    private final MediaType type;
    private final Path file;
    private final long length;

    /** @throws UncheckedIOException when the file is not there or may not be read */
    FileBody(MediaType type, Path file) {
        this.type = type;
        this.file = file;
        try {
            this.length = Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MediaType contentType() {
        return type;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        try (Source source = Okio.source(file)) {
            sink.writeAll(source);
        }
    }
}
