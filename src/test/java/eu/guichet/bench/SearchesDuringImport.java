package eu.guichet.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.store.DurablePostgres;
import eu.guichet.contract.Role;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * How long searches over HTTP take, each with its audit row, while {@code guichet import} puts many people on file in a process
 * of its own. Arguments: how many people, and {@code sqlite} or {@code postgresql}.
 */
public final class SearchesDuringImport {
    private static final int AGENTS = 20;
    private static final int BEFORE = 35_000;
    private static final long PAUSE_MILLIS = 500;
    private static final int OK = 200;
    private static final List<String> NAMES = List.of(
            "Müller",
            "Martin",
            "Rossi",
            "Janssens",
            "Peeters",
            "Schmidt",
            "Dubois",
            "Garcia",
            "Nowak",
            "Kowalski",
            "Papadopoulou",
            "Silva",
            "Jensen",
            "Virtanen",
            "Horvat",
            "Kovács",
            "Novák",
            "Popescu",
            "Murphy",
            "Borg");
    private static final List<String> FIRST_NAMES = List.of(
            "Anne", "Marie", "Jean", "Pierre", "Luca", "Giulia", "Hans", "Petra", "Eva", "Tomasz", "Sofia", "João",
            "Lars", "Aino", "Ivana", "László", "Jana", "Ion", "Sean", "Maria");

    private SearchesDuringImport() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path folder = Files.createTempDirectory("guichet-bench");
        String store = args.length > 1 && args[1].equals("postgresql")
                ? new DurablePostgres().url()
                : folder.resolve("guichet.db").toString();
        Path csv = written(folder, people);
        try (Backend backend = Backend.start(BackendSettings.training(store, BEFORE))) {
            search(backend, Duration.ofSeconds(20));
            System.out.println("alone: " + figures(search(backend, Duration.ofSeconds(20))));
            Process imports = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            "eu.guichet.Guichet",
                            "import",
                            csv.toString(),
                            "--database",
                            store)
                    .inheritIO()
                    .start();
            long begun = System.nanoTime();
            Queue<Long> during = new ConcurrentLinkedQueue<>();
            while (imports.isAlive()) {
                during.addAll(search(backend, Duration.ofSeconds(5)));
            }
            System.out.println("during the import of " + people + " people, "
                    + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s: " + figures(during));
            System.out.println("after it: " + figures(search(backend, Duration.ofSeconds(20))));
        }
    }

    private static Path written(Path folder, int people) throws IOException {
        Path csv = folder.resolve("people.csv");
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write(
                    "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,"
                            + "phone\n");
            for (int i = 0; i < people; i++) {
                String last = NAMES.get(random.nextInt(NAMES.size())) + ending(random);
                out.write((200_000_000 + i) + "," + last + "," + FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()))
                        + ",19" + (30 + random.nextInt(30)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9)
                        + ",BRU,fr en,Rue du Test " + i + ",1000,Bruxelles,BE,p" + i + "@post.example,\n");
            }
        }
        return csv;
    }

    /** So that there are some ten thousand different names. */
    private static String ending(Random random) {
        return "" + (char) ('a' + random.nextInt(26)) + (char) ('a' + random.nextInt(26));
    }

    /** What each search took, in nanoseconds. */
    private static Queue<Long> search(Backend backend, Duration time) throws InterruptedException {
        Queue<Long> taken = new ConcurrentLinkedQueue<>();
        long end = System.nanoTime() + time.toNanos();
        try (HttpClient http = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService agents = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AGENTS; i++) {
                Random random = new Random(i);
                var _ = agents.submit(() -> {
                    while (System.nanoTime() < end) {
                        // first of all: agents do not all begin at the same moment
                        TimeUnit.MILLISECONDS.sleep(random.nextLong(2 * PAUSE_MILLIS));
                        taken.add(search(backend, http, random));
                    }
                    return null;
                });
            }
        }
        return taken;
    }

    private static long search(Backend backend, HttpClient http, Random random)
            throws IOException, InterruptedException {
        String query =
                NAMES.get(random.nextInt(NAMES.size())) + " " + FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(backend.url() + "/v1/search"))
                .header("Authorization", "Bearer " + backend.tokens().get(Role.AGENT))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"" + query + "\"}", UTF_8))
                .build();
        long begun = System.nanoTime();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != OK) {
            throw new IllegalStateException("a search was answered " + status);
        }
        return System.nanoTime() - begun;
    }

    private static String figures(Queue<Long> taken) {
        long[] nanos = taken.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(nanos);
        return nanos.length == 0
                ? "none"
                : "%d searches, p50 %.1f ms, p99 %.1f ms, longest %.1f ms"
                        .formatted(
                                nanos.length,
                                nanos[nanos.length / 2] / 1e6,
                                nanos[(int) (nanos.length * 0.99)] / 1e6,
                                nanos[nanos.length - 1] / 1e6);
    }
}
