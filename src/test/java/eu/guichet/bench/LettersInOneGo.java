package eu.guichet.bench;

import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.DurablePostgres;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchPaperReport;
import eu.guichet.contract.BatchRequest;
import eu.guichet.sim.Cast;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * How long a batch takes from its start to its last page at the desk, over HTTP, with each letter generated, claimed, printed and
 * audited; and how long LibreOffice takes to merge as many. Arguments: how many letters, and {@code sqlite} or {@code postgresql}.
 * Before it the server works a first, small batch, of {@code bench.first} letters.
 */
public final class LettersInOneGo {
    private static final long MILLI = 1_000_000;
    private static final int PART = 50;
    private static final double NANOS = 1e9;
    private static final int FIRST = Integer.getInteger("bench.first", 200);

    private LettersInOneGo() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int letters = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        boolean server = args.length < 2 || args[1].equals("postgresql");
        Path folder = Files.createTempDirectory("guichet-bench");
        String store = server
                ? new DurablePostgres().url()
                : folder.resolve("guichet.db").toString();
        List<Pensioner> people = filled(store, FIRST + letters);
        double seconds;
        StandInProvider provider = new StandInProvider();
        provider.life = Duration.ofHours(1);
        String token = provider.signed(
                provider.claims(StandInProvider.person("l1", "L. Maes", "guichet-letter-officer", "BRU", "LUX", "ISP"))
                        .build());
        Gateways gateways = new Gateways();
        Path config = Files.writeString(
                folder.resolve("own.properties"),
                provider.lines()
                        + gateways.lines()
                        + "printing = desk\nlimits.letters = 0\nlimits.letters-agent-day = 0\nlimits.letters-office-day = 0\n");
        try (provider;
                gateways;
                Server backend = Server.inEarnest(store, config, folder);
                GuichetClient officer = GuichetClients.connect(backend.url(), () -> token)) {
            System.out.println("server before the batches: " + Usage.mostMemory(backend.handle()) + " MiB");
            if (FIRST > 0) {
                List<String> ids =
                        people.subList(0, FIRST).stream().map(Pensioner::id).toList();
                batch(backend, officer, new BatchRequest(ids, List.of()), FIRST);
            }
            seconds = batch(backend, officer, BatchRequest.ALL, letters);
        }
        MailMerge.of(people.subList(FIRST, people.size()), folder)
                .ifPresent(merge -> System.out.printf(
                        "LibreOffice: %d pages in %.1f s, at most %d MiB; ratio %.2f%n",
                        merge.pages(), merge.seconds(), merge.memory(), merge.seconds() / seconds));
        System.exit(0);
    }

    private static List<Pensioner> filled(String store, int letters) {
        List<Pensioner> people = new ArrayList<>();
        Cast cast = new Cast(Instant.now(), new Random(1));
        try (Database database = Database.open(store)) {
            cast.store(database, false, bulk -> {
                for (int i = 0; i < letters; i++) {
                    people.add(cast.somebody().asksForAccess(Duration.ofDays(2)).stored(bulk));
                }
            });
        }
        return people;
    }

    private static double batch(Server backend, GuichetClient officer, BatchRequest wanted, int letters)
            throws IOException {
        Usage before = Usage.now(backend.handle(), "postgres");
        long begun = System.nanoTime();
        Batch batch = officer.startBatch(wanted, IdempotencyKey.create());
        long generated = 0;
        long first = 0;
        int pages = 0;
        long bytes = 0;
        while (batch.printed() + batch.leftOut() < letters) {
            if (generated == 0 && batch.toGenerate() == 0) {
                generated = System.nanoTime();
            }
            Optional<ClaimedDocument> part =
                    batch.toPrint() == 0 ? Optional.empty() : officer.batchDocument(batch.id(), PART);
            if (part.isPresent()) {
                pages += pages(part.get().pdf());
                bytes += part.get().pdf().length;
                first = first == 0 ? System.nanoTime() : first;
                batch = officer.reportBatch(
                        batch.id(), new BatchPaperReport(part.get().claim(), true));
            } else {
                LockSupport.parkNanos(20 * MILLI);
                batch = officer.batch(batch.id());
            }
        }
        double seconds = (System.nanoTime() - begun) / NANOS;
        if (batch.leftOut() > 0) {
            throw new IllegalStateException("letters were left out: " + batch.reasons());
        }
        System.out.printf(
                "%d letters: %.1f s from the start to the last of %d pages (%.1f MB); first pages after %.1f s,"
                        + " the last letter generated after %.1f s; CPU %s; server at most %d MiB%n",
                letters,
                seconds,
                pages,
                bytes / 1e6,
                (first - begun) / NANOS,
                (generated - begun) / NANOS,
                Usage.now(backend.handle(), "postgres").since(before).each(letters),
                Usage.mostMemory(backend.handle()));
        return seconds;
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
