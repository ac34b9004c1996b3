package eu.guichet.real;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.Database;
import eu.guichet.contract.ContractJson;
import eu.guichet.journey.Program;
import eu.guichet.process.Event;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program in a server room and a desk in an office, each on a network of its own with one cable between them, by TLS and with a
 * Keycloak that signs people in. Run by {@code mvn -ntp verify -Preal}.
 */
class DeskElsewhereReal {
    private static final String ANNELISE = "20417003";
    private static final String PEOPLE =
            "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,phone\n"
                    + ANNELISE
                    + ",Müller,Annelise,1944-03-12,LUX,de fr,\"Rue des Tilleuls, 14\",L-2510,Strassen,LU,annelise@courriel.example,621 123 456\n";
    private static final Duration SHORT = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    @Test
    void an_agent_signs_in_does_the_whole_job_and_signs_out_over_a_line_that_breaks() throws Exception {
        Path certificate = folder.resolve("certificate.pem");
        Path key = folder.resolve("key.pem");
        HeldCertificate held = new HeldCertificate.Builder()
                .addSubjectAlternativeName(Namespaces.SERVER_ROOM)
                .build();
        Files.writeString(certificate, held.certificatePem());
        Files.writeString(key, held.privateKeyPkcs8Pem());
        String store = importPeople();
        List<String> lines = new ArrayList<>();
        List<String> mails = new ArrayList<>();
        try (Namespaces networks = Namespaces.made();
                Keycloak keycloak = Keycloak.start(folder.resolve("keycloak.log"), networks, certificate, key);
                Child mail = child(networks.inServerRoom(), MailHouse.class)) {
            Path config = Files.writeString(folder.resolve("institution.properties"), """
                    listen.address = %s:8017
                    listen.names = 192.0.2.1
                    listen.certificate = %s
                    listen.key = %s
                    sign-in.issuer = %s
                    sign-in.authority = %s
                    printing = desk
                    channels = email sms
                    mail.host = 127.0.0.1
                    mail.port = %s
                    mail.security = none
                    mail.from = pmo@pmo.example
                    """.formatted(
                            Namespaces.SERVER_ROOM, certificate, key, keycloak.issuer(), certificate, mail.line()));
            try (Program server = Program.startWithin(
                    networks.inServerRoom(), folder, "serve", "--database", store, "--config", config.toString())) {
                String url = ContractJson.mapper()
                        .readTree(server.firstLine())
                        .get("url")
                        .asString();
                assertThat(url).isEqualTo("https://" + Namespaces.SERVER_ROOM + ":8017");
                try (Child desk = child(networks.inOffice(), FarDesk.class, url, certificate.toString(), ANNELISE)) {
                    work(desk, networks, lines);
                }
                mails.add(mail.line());
                assertThat(server.errors()).doesNotContain(" ERROR ");
            }
        }

        assertThat(lines)
                .containsSubsequence(
                        "first here: true",
                        "signed in: Maria Dupont, AGENT",
                        "live: CONNECTED",
                        "found: 1",
                        "opened: ACCOUNT_REQUESTED",
                        "verified: true",
                        "resent: ACTIVATION_EMAIL",
                        "the same again: true",
                        "heard: true",
                        "now: ACCESS_REQUESTED",
                        "letter: GENERATED",
                        "document: %PDF",
                        "told: PRINTED",
                        "closed: true")
                .as("while the cable is cut")
                .anySatisfy(line -> assertThat(line).startsWith("a look: Unreachable after "))
                .anySatisfy(line -> assertThat(line).matches("an act: (Unreachable|OutcomeUnknown) after .*"))
                .last()
                .asString()
                .startsWith("signed out: Refused");
        assertThat(mails).containsExactly("came for annelise@courriel.example");
        try (Database database = Database.open(store)) {
            var history = database.read(tx -> tx.events()
                    .history(tx.pensioners()
                            .byPensionNumber(ANNELISE)
                            .orElseThrow()
                            .id()));
            assertThat(history.all(Event.LetterGenerated.class)).hasSize(1);
        }
    }

    private static void work(Child desk, Namespaces networks, List<String> lines)
            throws IOException, InterruptedException {
        for (String line = desk.line(); line != null; line = desk.line()) {
            System.out.println(line);
            lines.add(line);
            switch (line) {
                case "cut the cable" -> {
                    networks.cut();
                    desk.tell("cut");
                }
                case "mend the cable" -> {
                    networks.mend();
                    desk.tell("mended");
                }
                case "cut it for some seconds" -> {
                    networks.cut();
                    desk.tell("cut");
                    CompletableFuture.delayedExecutor(SHORT.toMillis(), TimeUnit.MILLISECONDS)
                            .execute(() -> mend(networks));
                }
                default -> {}
            }
        }
    }

    private static void mend(Namespaces networks) {
        try {
            networks.mend();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String importPeople() throws IOException, InterruptedException {
        Path people = Files.writeString(folder.resolve("people.csv"), PEOPLE);
        String store = folder.resolve("guichet.db").toString();
        try (Program importing = Program.start(folder, "import", people.toString(), "--database", store)) {
            assertThat(importing.exitCode()).as(importing.errors()).isZero();
        }
        return store;
    }

    private Child child(List<String> where, Class<?> program, String... args) throws IOException {
        String libraries = Files.readString(
                Path.of(Objects.requireNonNull(System.getProperty("real.classpath"), "run by mvn -ntp verify -Preal")));
        List<String> command = new ArrayList<>(where);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                String.join(File.pathSeparator, "target/test-classes", "target/classes", libraries.strip()),
                program.getName()));
        command.addAll(List.of(args));
        Path errors = folder.resolve(program.getSimpleName() + ".txt");
        return new Child(
                new ProcessBuilder(command).redirectError(errors.toFile()).start(), errors);
    }

    /** A process that says lines, and is told some. */
    private record Child(Process process, Path errors, BufferedReader output, PrintWriter input)
            implements AutoCloseable {
        Child(Process process, Path errors) {
            this(
                    process,
                    errors,
                    process.inputReader(StandardCharsets.UTF_8),
                    new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true));
        }

        /** Null where it has ended well. */
        @Nullable
        String line() throws IOException, InterruptedException {
            String line = output.readLine();
            if (line == null && process.waitFor() != 0) {
                throw new IOException("it ended with " + process.exitValue() + ": " + Files.readString(errors));
            }
            return line;
        }

        void tell(String line) {
            input.println(line);
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
