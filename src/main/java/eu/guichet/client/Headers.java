package eu.guichet.client;

import eu.guichet.contract.ContractVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Response;

/** What every request carries: who calls and in which language the answer is wanted. */
final class Headers {
    static final String CORRELATION = "X-Correlation-Id";
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    static final String IF_MATCH = "If-Match";

    private Headers() {}

    static Interceptor signedIn(Supplier<String> token) {
        return chain -> {
            String now;
            try {
                now = token.get();
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            return now.isEmpty() ? chain.proceed(chain.request()) : with(chain, "Authorization", "Bearer " + now);
        };
    }

    static Interceptor speaking(Supplier<Locale> language) {
        return chain -> with(chain, "Accept-Language", language.get().toLanguageTag());
    }

    /** By it a backend knows a desktop that is too old for it. */
    static Interceptor versioned() {
        return chain -> with(chain, ContractVersion.SPOKEN_HEADER, Integer.toString(ContractVersion.SPOKEN));
    }

    private static Response with(Interceptor.Chain chain, String name, String value) throws IOException {
        return chain.proceed(chain.request().newBuilder().header(name, value).build());
    }
}
