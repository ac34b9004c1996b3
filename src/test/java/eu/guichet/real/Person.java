package eu.guichet.real;

import eu.guichet.client.openid.SignInPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Somebody who types a name and a password into the provider's page, in a browser that keeps its cookies. */
final class Person implements SignInPage, CookieJar {
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    private final Map<String, Cookie> cookies = new ConcurrentHashMap<>();
    private final OkHttpClient browser;
    private final String name;
    private final String password;

    Person(String name, String password) {
        this(name, password, new OkHttpClient());
    }

    /** @param web which certificates the browser trusts */
    Person(String name, String password, OkHttpClient web) {
        browser = web.newBuilder()
                .cookieJar(this)
                .followRedirects(true)
                .callTimeout(Duration.ZERO)
                .build();
        this.name = name;
        this.password = password;
    }

    @Override
    public void open(URI page) {
        Thread.ofVirtual().start(() -> {
            try {
                String form = body(new Request.Builder().url(page.toString()).build());
                Matcher action = FORM.matcher(form);
                if (action.find()) {
                    String _ = body(new Request.Builder()
                            .url(action.group(1).replace("&amp;", "&"))
                            .post(new FormBody.Builder()
                                    .add("username", name)
                                    .add("password", password)
                                    .build())
                            .build());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private String body(Request request) throws IOException {
        try (Response response = browser.newCall(request).execute()) {
            return response.body().string();
        }
    }

    @Override
    public Words words() {
        return new Words("en", "done", "failed");
    }

    @Override
    public List<Cookie> loadForRequest(HttpUrl url) {
        return List.copyOf(cookies.values());
    }

    @Override
    public void saveFromResponse(HttpUrl url, List<Cookie> told) {
        told.forEach(cookie -> cookies.put(cookie.name(), cookie));
    }
}
