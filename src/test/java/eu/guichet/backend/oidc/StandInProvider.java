package eu.guichet.backend.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.guichet.contract.ContractJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID provider over real HTTP, for tests: configuration, keys, the code flow with PKCE, refresh tokens that are used up by
 * their use, revocation. Whoever comes to its page is signed in at once as {@link #person}.
 */
public final class StandInProvider implements AutoCloseable {
    public static final String AUDIENCE = "guichet";
    public static final String CLIENT = "guichet-desktop";
    private static final int BITS = 2048;

    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> sessions = new ConcurrentHashMap<>();
    private final List<RSAKey> keys = new ArrayList<>();
    /** The paths that were asked for, in order. */
    public final Queue<String> asked = new ConcurrentLinkedQueue<>();

    /** What a token says of whoever signs in next. */
    public volatile Map<String, Object> person = agent("f00d-1", "M. D.", "BRU");
    /** Whether every answer is 503. */
    public volatile boolean away;
    /** What the page says instead of signing in, such as {@code access_denied}; null: nothing. */
    public volatile @Nullable String refusal;

    public volatile Duration life = Duration.ofMinutes(5);

    public StandInProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        keys.add(First.KEY);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public static Map<String, Object> agent(String subject, String name, String... offices) {
        return person(subject, name, "guichet-agent", offices);
    }

    public static Map<String, Object> person(String subject, String name, String role, String... offices) {
        return Map.of(
                "sub",
                subject,
                "name",
                name,
                "offices",
                List.of(offices),
                "realm_access",
                Map.of("roles", List.of("offline_access", role)));
    }

    public URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realm");
    }

    /** As an institution's file names this provider. */
    public String lines() {
        return "sign-in.issuer = " + issuer() + "\n";
    }

    /** From now on another key signs; the one before is not told any more. */
    public void rollOver() {
        RSAKey key = drawn();
        synchronized (keys) {
            keys.clear();
            keys.add(key);
        }
    }

    private static RSAKey drawn() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(UUID.randomUUID().toString())
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of every provider of this process, until it rolls over: to draw one takes longer than most tests. */
    private static final class First {
        static final RSAKey KEY = drawn();
    }

    public RSAKey key() {
        synchronized (keys) {
            return keys.getFirst();
        }
    }

    /** Every session is over, as if an administrator had ended it. */
    public void endSessions() {
        sessions.clear();
    }

    public int openSessions() {
        return sessions.size();
    }

    /** A good access token of this person, for another test to spoil. */
    public JWTClaimsSet.Builder claims(Map<String, Object> of) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer().toString())
                .audience(AUDIENCE)
                .jwtID(UUID.randomUUID().toString())
                .claim("typ", "Bearer")
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(end()));
        of.forEach(claims::claim);
        return claims;
    }

    /** A token tells whole seconds alone: rounded up, it holds at least as long as the answer that brings it says. */
    private Instant end() {
        return Instant.now().plus(life).plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
    }

    public String signed(JWTClaimsSet claims) {
        RSAKey key = key();
        try {
            SignedJWT jwt = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (away) {
            send(exchange, 503, "text/plain", "away");
            return;
        }
        switch (path) {
            case "/realm/.well-known/openid-configuration" -> json(exchange, 200, configuration());
            case "/realm/keys" -> send(exchange, 200, "application/jwk-set+json", keySet());
            case "/realm/auth" ->
                page(exchange, parameters(exchange.getRequestURI().getRawQuery()));
            case "/realm/token" -> token(exchange, parameters(body));
            case "/realm/revoke" -> {
                sessions.remove(parameters(body).getOrDefault("token", ""));
                send(exchange, 200, "text/plain", "");
            }
            case "/realm/end" -> send(exchange, 200, "text/plain", "signed out");
            default -> send(exchange, 404, "text/plain", "");
        }
    }

    private String keySet() {
        return new JWKSet(key().toPublicJWK()).toString();
    }

    private Map<String, Object> configuration() {
        return Map.ofEntries(
                Map.entry("issuer", issuer().toString()),
                Map.entry("authorization_endpoint", issuer() + "/auth"),
                Map.entry("token_endpoint", issuer() + "/token"),
                Map.entry("revocation_endpoint", issuer() + "/revoke"),
                Map.entry("end_session_endpoint", issuer() + "/end"),
                Map.entry("jwks_uri", issuer() + "/keys"),
                Map.entry("response_types_supported", List.of("code")),
                Map.entry("subject_types_supported", List.of("public")),
                Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
                Map.entry("code_challenge_methods_supported", List.of("S256")));
    }

    private void page(HttpExchange exchange, Map<String, String> asked) throws IOException {
        String back = asked.getOrDefault("redirect_uri", "");
        boolean sound = CLIENT.equals(asked.get("client_id"))
                && back.matches("http://127\\.0\\.0\\.1:[0-9]+/.*")
                && "code".equals(asked.get("response_type"))
                && "S256".equals(asked.get("code_challenge_method"))
                && asked.getOrDefault("scope", "").contains("openid")
                && asked.containsKey("nonce")
                && asked.containsKey("state");
        if (!sound) {
            send(exchange, 400, "text/plain", "not as agreed");
            return;
        }
        String state = "&state=" + URLEncoder.encode(asked.get("state"), UTF_8);
        if (refusal != null) {
            redirect(exchange, back + "?error=" + refusal + state);
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        redirect(exchange, back + "?code=" + code + state);
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
        Map<String, Object> who = switch (asked.getOrDefault("grant_type", "")) {
            case "authorization_code" -> redeemed(asked);
            case "refresh_token" -> sessions.remove(asked.getOrDefault("refresh_token", ""));
            case "client_credentials" -> person;
            case null, default -> null;
        };
        if (who == null) {
            json(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        Map<String, Object> answer = new HashMap<>();
        Map<String, Object> told = new HashMap<>(who);
        Object nonce = told.remove("nonce");
        answer.put("access_token", signed(claims(told).build()));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", life.toSeconds());
        if (!"client_credentials".equals(asked.get("grant_type"))) {
            String refresh = UUID.randomUUID().toString();
            sessions.put(refresh, who);
            answer.put("refresh_token", refresh);
            answer.put(
                    "id_token",
                    signed(claims(told)
                            .audience(CLIENT)
                            .claim("typ", "ID")
                            .claim("nonce", nonce)
                            .build()));
        }
        json(exchange, 200, answer);
    }

    private @Nullable Map<String, Object> redeemed(Map<String, String> asked) {
        Map<String, String> begun = codes.remove(asked.getOrDefault("code", ""));
        if (begun == null
                || !begun.getOrDefault("redirect_uri", "").equals(asked.get("redirect_uri"))
                || !challenge(asked.getOrDefault("code_verifier", "")).equals(begun.get("code_challenge"))) {
            return null;
        }
        Map<String, Object> who = new HashMap<>(person);
        who.put("nonce", begun.get("nonce"));
        return who;
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(@Nullable String form) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : form == null ? new String[0] : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return parameters;
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void json(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        send(exchange, status, "application/json", ContractJson.mapper().writeValueAsString(body));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
