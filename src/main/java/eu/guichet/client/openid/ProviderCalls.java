package eu.guichet.client.openid;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/** How the provider is asked: by the same proxies and with the same trust as the backend. */
final class ProviderCalls implements HTTPRequestSender, ResourceRetriever {
    private static final long LARGEST = 512 * 1024;

    private final OkHttpClient http;

    ProviderCalls(OkHttpClient http) {
        this.http = http;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try (Response response =
                http.newCall(new Request.Builder().url(url).build()).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("answered " + response.code());
            }
            MediaType type = response.body().contentType();
            return new Resource(text(response), type == null ? "" : type.toString());
        }
    }

    @Override
    public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        Request.Builder request = new Request.Builder().url(asked.getURL());
        for (Map.Entry<String, List<String>> header : asked.getHeaderMap().entrySet()) {
            header.getValue().forEach(value -> request.addHeader(header.getKey(), value));
        }
        String body = asked.getBody();
        String type =
                asked.getHeaderMap().getOrDefault("Content-Type", List.of("")).getFirst();
        request.method(asked.getMethod().name(), body == null ? null : RequestBody.create(body, MediaType.parse(type)));
        try (Response response = http.newCall(request.build()).execute()) {
            HTTPResponse answer = new HTTPResponse(response.code());
            MediaType contentType = response.body().contentType();
            if (contentType != null) {
                answer.setContentType(contentType.toString());
            }
            answer.setBody(text(response));
            return answer;
        } catch (ParseException e) {
            throw new IOException("an answer of no known kind", e);
        }
    }

    private static String text(Response response) throws IOException {
        BufferedSource source = response.body().source();
        if (source.request(LARGEST + 1)) {
            throw new IOException("an answer that is far too long");
        }
        return source.readUtf8();
    }
}
