package eu.guichet.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Below the document: what no client library would send, byte by byte. */
final class Wire {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int MUTATIONS = 2000;
    private static final int LONGEST = 1 << 20;
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.1 (\\d{3})[ \r]");
    private static final Pattern SERVED = Pattern.compile("\"error\":|java\\.|Exception|at eu\\.guichet");
    private static final String GET = "GET /v1/me HTTP/1.1\r\n";
    private static final String DEEP = "[".repeat(20_000);

    /** Heads without Host and sign-in, which are added. */
    private static final List<String> HEADS = List.of(
            "HEAD /health HTTP/1.1\r\n",
            "HEAD /v1/me HTTP/1.1\r\n",
            "OPTIONS /v1/me HTTP/1.1\r\n",
            "OPTIONS * HTTP/1.1\r\n",
            "TRACE /v1/me HTTP/1.1\r\n",
            "CONNECT evil.example:443 HTTP/1.1\r\n",
            "PURGE /v1/me HTTP/1.1\r\n",
            "get /v1/me HTTP/1.1\r\n",
            "G\u00cbT /v1/me HTTP/1.1\r\n",
            "DELETE /v1/pensioners/x HTTP/1.1\r\n",
            "PUT /v1/search HTTP/1.1\r\n",
            "GET http://evil.example/v1/me HTTP/1.1\r\n",
            "GET https://127.0.0.1/v1/me HTTP/1.1\r\n",
            "GET //evil.example/v1/me HTTP/1.1\r\n",
            "GET /v1/me HTTP/1.0\r\n",
            "GET /v1/me HTTP/2.0\r\n",
            "GET /v1/me HTTP/9\r\n",
            "GET /v1/me\r\n",
            "GET  /v1/me HTTP/1.1\r\n",
            "GET /v1/%6de HTTP/1.1\r\n",
            "GET /v1/pensioners/%00 HTTP/1.1\r\n",
            "GET /v1/pensioners/%2e%2e HTTP/1.1\r\n",
            "GET /v1/pensioners/..%2f..%2fhealth HTTP/1.1\r\n",
            "GET /v1/pensioners/../../health HTTP/1.1\r\n",
            "GET /v1/pensioners/%c0%ae HTTP/1.1\r\n",
            "GET /v1/pensioners/%ff%fe HTTP/1.1\r\n",
            "GET /v1/pensioners/% HTTP/1.1\r\n",
            "GET /v1/pensioners/%zz HTTP/1.1\r\n",
            "GET /v1/pensioners/%u0041 HTTP/1.1\r\n",
            "GET /v1/pensioners/a;b=c HTTP/1.1\r\n",
            "GET /v1/pensioners/\u00e9 HTTP/1.1\r\n",
            "GET /v1/pensioners/" + "x".repeat(7000) + " HTTP/1.1\r\n",
            "GET /v1/audit?on=% HTTP/1.1\r\n",
            "GET /v1/audit?on=%zz&on=2026-01-01 HTTP/1.1\r\n",
            "GET /v1/audit?on HTTP/1.1\r\n",
            "GET /v1/audit?=&&& HTTP/1.1\r\n",
            "GET /v1/audit?on=%ff HTTP/1.1\r\n",
            "GET /v1/audit?pensioner=" + "%20".repeat(2000) + " HTTP/1.1\r\n",
            "GET /v1/audit?on=+999999999-12-31 HTTP/1.1\r\n",
            "GET /v1/letter-desk/TO_PRINT?after=%00%ff HTTP/1.1\r\n",
            "GET /v1/letter-desk/posting-list/9999-12-31 HTTP/1.1\r\n",
            "GET /v1/letter-desk/posting-list/0000-01-01 HTTP/1.1\r\n",
            "GET /v1/letter-desk/posting-list/2026-02-30 HTTP/1.1\r\n",
            "GET /v1/me?" + "a=b&".repeat(1500) + " HTTP/1.1\r\n",
            "GET /v1/me#fragment HTTP/1.1\r\n",
            "GET /v1//me HTTP/1.1\r\n",
            "GET /v1/me/ HTTP/1.1\r\n",
            "GET \\v1\\me HTTP/1.1\r\n",
            GET + "Accept: \u0001\r\n",
            GET + "Accept-Language: " + "a,".repeat(3000) + "\r\n",
            GET + "Accept-Language: en;q=NaN, fr;q=1e400, *;q=-1\r\n",
            GET + "Accept-Language: \u00ff\u00fe\r\n",
            GET + "X-Correlation-Id: \u00e9\r\n",
            GET + "Origin: null\r\n",
            GET + "Origin: http://[\r\n",
            GET + "Cookie: a=b; a\r\n",
            GET + "Range: bytes=0-,-1\r\n",
            GET + "Expect: 100-continue\r\n",
            GET + "Expect: nonsense\r\n",
            GET + "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n",
            GET + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n",
            GET + "Content-Length: 0\r\nContent-Length: 0\r\n",
            GET + "Content-Length: -1\r\n",
            GET + "Content-Length: 99999999999999999999\r\n",
            GET + "Content-Length: 1e3\r\n",
            GET + "Transfer-Encoding: gzip\r\n",
            GET + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
            GET + "No-Colon\r\n",
            GET + ": no name\r\n",
            GET + " folded: line\r\n",
            GET + "Na me: x\r\n",
            GET + "X: " + "y".repeat(30_000) + "\r\n",
            GET + "X: y\r\n".repeat(2000),
            GET + "Host: other.example\r\n",
            GET + "X-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: https\r\nForwarded: host=evil.example\r\n",
            GET + "X-HTTP-Method-Override: DELETE\r\n",
            "GET /v1/events HTTP/1.1\r\nAccept: application/json\r\n",
            "GET /v1/events HTTP/1.1\r\nLast-Event-ID: \u00ff\r\nAccept: ;\r\n");

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/json; charset=\"",
            "application/json, application/json",
            "application/problem+json",
            "\u00ff");

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "null",
            "true",
            "\"\"",
            "[]",
            "[{}]",
            "{",
            "{}{}",
            DEEP,
            "{\"query\":" + DEEP + "]".repeat(20_000) + "}",
            "{\"query\":{\"query\":{\"query\":\"x\"}}}",
            "{\"query\":\"a\",\"query\":\"b\"}",
            "{\"query\":\"a\",\"limit\":1e999999}",
            "{\"query\":\"a\",\"limit\":1" + "0".repeat(3000) + "}",
            "{\"query\":\"a\",\"limit\":9223372036854775808}",
            "{\"query\":\"a\",\"limit\":-0}",
            "{\"query\":\"a\",\"limit\":1.0}",
            "{\"query\":\"a\",\"limit\":NaN}",
            "{\"query\":\"a\",\"limit\":01}",
            "{\"query\":\"\\ud800\"}",
            "{\"query\":\"\\u0000\"}",
            "{\"query\":\"\u00ff\u00fe\"}",
            "{\"query\":\"\u00c0\u0080\"}",
            "{\"query\":\"\u00ed\u00a0\u0080\"}",
            "\u00ef\u00bb\u00bf{\"query\":\"a\"}",
            "\u00ff\u00fe{\u0000",
            "\u0000{\u0000\"\u0000q\u0000\"",
            "{'query':'a'}",
            "{\"query\":\"a\",}",
            "/**/{\"query\":\"a\"}",
            "{\"query\":\"" + "a".repeat(64 << 10) + "\"}",
            "{\"" + "k".repeat(60_000) + "\":1}",
            "{\"query\":\"" + "%_\\\\'\\\";--".repeat(10) + "\"}",
            "{\"query\":\"" + "\\u0301".repeat(150) + "\"}",
            "{\"query\":\"\\u202e\\ufeff\\ufdfa\\ufdfa\\ufdfa\"}");

    private static final List<String> POSTS = List.of(
            "/v1/search",
            "/v1/contacts",
            "/v1/process-events",
            "/v1/letter-desk/scans",
            "/v1/pensioners/x/verifications",
            "/v1/pensioners/x/messages",
            "/v1/pensioners/x/letters",
            "/v1/letters/x/claim",
            "/training/v1/pensioners/x/moves");

    private static final byte[][] PIECES = {
        {0},
        {'\r'},
        {'\n'},
        {'\r', '\n'},
        {'\r', '\n', '\r', '\n'},
        {' '},
        {':'},
        {'%'},
        {'"'},
        {(byte) 0xff},
        {(byte) 0xc0},
        {'{'},
        {'['},
        {'9', '9', '9', '9', '9', '9', '9', '9', '9', '9'},
        {'-'},
        {'\\'},
        {'/', '.', '.'},
        {'e'},
        {'\t'}
    };

    private final int port;
    private final String signIn;
    private final Ledger ledger;
    private final Random random;

    /** @param started what the program said at its start */
    Wire(JsonNode started, Ledger ledger, Random random) {
        this.port = URI.create(started.path("url").asString()).getPort();
        this.signIn = "Host: 127.0.0.1:" + port + "\r\nAuthorization: Bearer "
                + started.path("tokens").path("supervisor").asString() + "\r\n";
        this.ledger = ledger;
        this.random = random;
    }

    void all() {
        for (String head : HEADS) {
            send("a strange head", head + signIn + "\r\n");
        }
        send("no host", GET + "\r\n");
        send("nothing", "");
        send("not HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003");
        send("HTTP/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0");
        for (String path : POSTS) {
            for (String body : BODIES) {
                send("a strange body", post(path, "application/json", body));
            }
            for (String type : TYPES) {
                send("a strange type", post(path, type, "{\"query\":\"a\"}"));
            }
        }
        String process = post(
                "/v1/process-events",
                "application/json",
                "{\"type\":\"letter-posted\",\"eventId\":\"e1\",\"pensionNumber\":\"70010001\",\"occurredAt\":\"2026-11-23T09:30:00Z\",\"on\":\"2026-11-23\"}");
        String search = post("/v1/search", "application/json", "{\"query\":\"m\u00c3\u00bcller\",\"limit\":5}");
        String audit = "GET /v1/audit?on=2026-11-23&before=7 HTTP/1.1\r\nAccept-Language: en\r\n" + signIn + "\r\n";
        List<String> whole = List.of(search, process, audit);
        for (int i = 0; i < MUTATIONS; i++) {
            send("bytes changed by chance", mutated(whole.get(random.nextInt(whole.size()))));
        }
    }

    private String post(String path, String type, String body) {
        return "POST " + path + " HTTP/1.1\r\n" + signIn
                + "Idempotency-Key: key-12345678\r\nGuichet-Contact: c1\r\nIf-Match: \"1\"\r\nContent-Type: " + type
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private String mutated(String request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] whole = request.getBytes(ISO_8859_1);
        double often = 1.5 / whole.length;
        for (byte one : whole) {
            if (random.nextDouble() < often) {
                switch (random.nextInt(3)) {
                    case 0 -> bytes.write(random.nextInt(256));
                    case 1 -> bytes.writeBytes(PIECES[random.nextInt(PIECES.length)]);
                    default -> {
                        bytes.writeBytes(PIECES[random.nextInt(PIECES.length)]);
                        bytes.write(one);
                    }
                }
            } else {
                bytes.write(one);
            }
        }
        return bytes.toString(ISO_8859_1);
    }

    /** One character is one byte. The other side is told that nothing follows, so that it need not wait for it. */
    private void send(String kind, String request) {
        long begun = System.nanoTime();
        String shown = (request.length() > 400 ? request.substring(0, 400) + "…" : request).replace(signIn, "");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String answer;
            try {
                socket.getOutputStream().write(request.getBytes(ISO_8859_1));
                socket.shutdownOutput();
                answer = new String(beginning(socket.getInputStream()), UTF_8);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (SocketException e) {
                answer = "";
            }
            judge(kind, shown, answer, (System.nanoTime() - begun) / 1_000_000);
        } catch (SocketTimeoutException e) {
            ledger.found("no answer in time to " + kind, shown);
        } catch (IOException e) {
            ledger.found("nobody listens after " + kind + ": " + e, shown);
        }
    }

    private static byte[] beginning(InputStream in) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        int length = in.read(piece);
        while (length > 0 && read.size() < LONGEST) {
            read.write(piece, 0, length);
            // a stream of events has no end
            length = read.toString(ISO_8859_1).contains("text/event-stream") ? -1 : in.read(piece);
        }
        return read.toByteArray();
    }

    private void judge(String kind, String shown, String answer, long millis) {
        if (answer.isEmpty()) {
            ledger.answered("(" + kind + ")", 0, millis);
            return;
        }
        Matcher status = ANSWER.matcher(answer);
        if (!status.lookingAt()) {
            ledger.found("an answer that is no HTTP to " + kind, shown + " -> " + answer);
            return;
        }
        int code = Integer.parseInt(status.group(1));
        ledger.answered("(" + kind + ")", code, millis);
        if (code >= 500) {
            ledger.found(code + " to " + kind, shown);
        }
        if (code >= 400 && !shown.startsWith("HEAD") && !answer.contains("application/problem+json")) {
            ledger.found("a refusal that is no problem to " + kind, shown + " -> " + answer);
        }
        if (SERVED.matcher(answer.substring(answer.indexOf("\r\n\r\n") + 1)).find()) {
            ledger.found("something of the inside told to " + kind, shown + " -> " + answer);
        }
    }
}
