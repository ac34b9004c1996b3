package eu.guichet.real;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A Keycloak as the build has unpacked it, on a port of its own, with one realm. */
final class Keycloak implements AutoCloseable {
    private static final int TLS_PORT = 8443;

    private final Process process;
    private final URI issuer;

    private Keycloak(Process process, URI issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /** Returns once it answers. */
    static Keycloak start(Path log) throws IOException, InterruptedException {
        int port = freePort();
        Keycloak keycloak = new Keycloak(
                run(List.of(), log, "--http-host=127.0.0.1", "--http-port=" + port),
                URI.create("http://127.0.0.1:" + port + "/realms/pmo"));
        keycloak.awaitAnswer(log);
        return keycloak;
    }

    /**
     * Starts one that speaks TLS in the server room, and returns once it listens there.
     *
     * @param certificate for the address of the server room, and its key, in PEM
     */
    static Keycloak start(Path log, Namespaces networks, Path certificate, Path key)
            throws IOException, InterruptedException {
        String url = "https://" + Namespaces.SERVER_ROOM + ":" + TLS_PORT;
        Keycloak keycloak = new Keycloak(
                run(
                        networks.inServerRoom(),
                        log,
                        "--hostname=" + url,
                        "--http-enabled=false",
                        "--http-host=" + Namespaces.SERVER_ROOM,
                        "--https-port=" + TLS_PORT,
                        "--https-certificate-file=" + certificate,
                        "--https-certificate-key-file=" + key),
                URI.create(url + "/realms/pmo"));
        keycloak.awaitWord(log, "Listening on:");
        return keycloak;
    }

    private static Process run(List<String> where, Path log, String... more) throws IOException {
        Path home = home();
        Path realms = Files.createDirectories(home.resolve("data/import"));
        try (InputStream realm = Keycloak.class.getResourceAsStream("pmo-realm.json")) {
            Files.write(
                    realms.resolve("pmo-realm.json"),
                    Objects.requireNonNull(realm).readAllBytes());
        }
        List<String> command = new ArrayList<>(where);
        command.addAll(List.of("sh", home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm"));
        command.addAll(List.of(more));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    URI issuer() {
        return issuer;
    }

    private static Path home() throws IOException {
        Path keycloak = Path.of(System.getProperty("keycloak.home"));
        assumeThat(keycloak).as("a Keycloak, which could not be fetched").exists();
        try (Stream<Path> unpacked = Files.list(keycloak)) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        OkHttpClient http = new OkHttpClient();
        Request asked = new Request.Builder()
                .url(issuer + "/.well-known/openid-configuration")
                .build();
        while (process.isAlive()) {
            try (Response response = http.newCall(asked).execute()) {
                if (response.isSuccessful()) {
                    return;
                }
            } catch (IOException e) {
                // not yet; it takes its time to start
            }
            pause();
        }
        throw new IOException("Keycloak did not start: " + Files.readString(log));
    }

    private void awaitWord(Path log, String word) throws IOException {
        while (process.isAlive()) {
            if (Files.readString(log).contains(word)) {
                return;
            }
            pause();
        }
        throw new IOException("Keycloak did not start: " + Files.readString(log));
    }

    private void pause() {
        process.onExit().completeOnTimeout(process, 500, TimeUnit.MILLISECONDS).join();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
