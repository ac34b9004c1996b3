package eu.guichet.client;

import org.jspecify.annotations.Nullable;

/** No backend can be at the address that is set; the message is one sentence for the person who started the program. */
public final class BackendAddressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    BackendAddressException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
