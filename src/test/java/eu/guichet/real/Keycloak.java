package eu.guichet.real;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A Keycloak as the build has unpacked it, on a port of its own, with one realm. */
final class Keycloak implements AutoCloseable {
    private final Process process;
    private final URI issuer;

    private Keycloak(Process process, URI issuer) {
        this.process = process;
        this.issuer = issuer;
    }

    /** Returns once it answers. */
    static Keycloak start(Path log) throws IOException, InterruptedException {
        Path home = home();
        Path realms = Files.createDirectories(home.resolve("data/import"));
        try (InputStream realm = Keycloak.class.getResourceAsStream("pmo-realm.json")) {
            Files.write(
                    realms.resolve("pmo-realm.json"),
                    Objects.requireNonNull(realm).readAllBytes());
        }
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        URI issuer = URI.create("http://127.0.0.1:" + port + "/realms/pmo");
        Keycloak keycloak = new Keycloak(builder.start(), issuer);
        keycloak.awaitAnswer(log);
        return keycloak;
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
            process.onExit()
                    .completeOnTimeout(process, 500, TimeUnit.MILLISECONDS)
                    .join();
        }
        throw new IOException("Keycloak did not start: " + Files.readString(log));
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
