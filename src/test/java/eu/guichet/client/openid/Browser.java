package eu.guichet.client.openid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A person's browser: goes to the provider's page and where that leads. */
final class Browser implements SignInPage {
    private static final OkHttpClient HTTP = new OkHttpClient();

    final List<URI> opened = new CopyOnWriteArrayList<>();
    final List<String> seen = new CopyOnWriteArrayList<>();

    @Override
    public void open(URI page) {
        opened.add(page);
        Thread.ofVirtual().start(() -> seen.add(visit(page)));
    }

    static String visit(URI page) {
        try (Response response =
                HTTP.newCall(new Request.Builder().url(page.toString()).build()).execute()) {
            return response.code() + " " + response.body().string();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Words words() {
        return new Words("en", "You are in.", "You are <not> in.");
    }
}
