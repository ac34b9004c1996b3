package eu.guichet.bench;

import eu.guichet.backend.store.DurablePostgres;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * How long searches over HTTP take, each with its audit row, while {@code guichet import} puts many people on file in a process
 * of its own. Arguments: how many people, and {@code sqlite} or {@code postgresql}.
 */
public final class SearchesDuringImport {
    /** Searches a second; 0 where agents search without a pause. */
    private static final int RATE = Integer.getInteger("bench.rate", 20);

    private static final int AGENTS = Integer.getInteger("bench.agents", 4);
    private static final int BEFORE = Integer.getInteger("bench.before", 35_000);
    /** So long the searches go on before the import, and after it. */
    private static final int SECONDS = Integer.getInteger("bench.seconds", 20);

    /** So long agents search without a pause before anything counts: about as often as in the first hour of a day. */
    private static final int WARM_UP_SECONDS = Integer.getInteger("bench.warmup", 40);

    /** So many come in first: a server that has met an import before is what an office has. */
    private static final int FIRST = Integer.getInteger("bench.first", 2_000);

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
        boolean server = args.length > 1 && args[1].equals("postgresql");
        Path folder = Files.createTempDirectory("guichet-bench");
        String store = server
                ? new DurablePostgres().url()
                : folder.resolve("guichet.db").toString();
        Path csv = written(folder, 200_000_000, people);
        try (Server backend = Server.start(store, BEFORE, folder)) {
            SearchLoad load = new SearchLoad(backend, SearchesDuringImport::query);
            load.runBy(AGENTS, Duration.ofSeconds(WARM_UP_SECONDS));
            System.out.println("at first, without a pause: " + load.figures());
            run(load, SECONDS);
            System.out.println("alone: " + load.figures());
            during("the first import", FIRST, written(folder, 100_000_000, FIRST), store, load);
            run(load, SECONDS);
            System.out.println("between them: " + load.figures());
            during("an import", people, csv, store, load);
            run(load, SECONDS);
            System.out.println("after it: " + load.figures());
            System.out.println("server: at most " + Usage.mostMemory(backend.handle()) + " MiB");
        }
    }

    private static void during(String what, int people, Path csv, String store, SearchLoad load)
            throws IOException, InterruptedException {
        Process imports = new ProcessBuilder(Server.guichet(List.of("import", csv.toString(), "--database", store)))
                .inheritIO()
                .start();
        long begun = System.nanoTime();
        long memory = 0;
        while (imports.isAlive()) {
            run(load, 2);
            memory = Math.max(memory, Usage.mostMemory(imports.toHandle()));
        }
        System.out.println("during " + what + ", of " + people + " people, "
                + Duration.ofNanos(System.nanoTime() - begun).toSeconds() + " s, importer " + memory + " MiB: "
                + load.figures());
    }

    private static void run(SearchLoad load, int seconds) throws InterruptedException {
        if (RATE > 0) {
            load.run(Duration.ofSeconds(seconds), RATE);
        } else {
            load.runBy(AGENTS, Duration.ofSeconds(seconds));
        }
    }

    private static String query(Random random) {
        return NAMES.get(random.nextInt(NAMES.size())) + " " + FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()));
    }

    private static Path written(Path folder, int number, int people) throws IOException {
        Path csv = folder.resolve(number + ".csv");
        Random random = new Random(number);
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write(
                    "pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,email,"
                            + "phone\n");
            for (int i = 0; i < people; i++) {
                String last = NAMES.get(random.nextInt(NAMES.size())) + ending(random);
                out.write((number + i) + "," + last + "," + FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size()))
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
}
