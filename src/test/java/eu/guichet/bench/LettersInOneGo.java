package eu.guichet.bench;

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
 */
public final class LettersInOneGo {
    private static final long MILLI = 1_000_000;
    private static final int PART = 50;
    private static final double NANOS = 1e9;

    private LettersInOneGo() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int letters = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        boolean server = args.length < 2 || args[1].equals("postgresql");
        Path folder = Files.createTempDirectory("guichet-bench");
        String store = server
                ? new DurablePostgres().url()
                : folder.resolve("guichet.db").toString();
        List<Pensioner> people = filled(store, letters);
        double seconds;
        try (Server backend = Server.start(store, 0, folder);
                GuichetClient officer = GuichetClients.connect(backend.url(), () -> backend.token("letter-officer"))) {
            System.out.println("server before the batch: " + Usage.mostMemory(backend.handle()) + " MiB");
            seconds = batch(officer, letters);
            System.out.println("server after it: at most " + Usage.mostMemory(backend.handle()) + " MiB; CPU "
                    + backend.handle()
                                    .info()
                                    .totalCpuDuration()
                                    .orElse(Duration.ZERO)
                                    .toMillis()
                            / 1e3 + " s");
        }
        MailMerge.of(people, folder)
                .ifPresent(merge -> System.out.printf(
                        "LibreOffice: %d pages in %.1f s, at most %d MiB; ratio %.2f%n",
                        merge.pages(), merge.seconds(), merge.memory(), merge.seconds() / seconds));
        System.exit(0);
    }

    private static List<Pensioner> filled(String store, int letters) {
        List<Pensioner> people = new ArrayList<>();
        Cast cast = new Cast(Instant.now(), new Random(1));
        try (Database database = Database.open(store)) {
            cast.store(database, true, bulk -> {
                for (int i = 0; i < letters; i++) {
                    people.add(cast.somebody().asksForAccess(Duration.ofDays(2)).stored(bulk));
                }
            });
        }
        return people;
    }

    private static double batch(GuichetClient officer, int letters) throws IOException {
        long begun = System.nanoTime();
        Batch batch = officer.startBatch(BatchRequest.ALL, IdempotencyKey.create());
        long generated = 0;
        long first = 0;
        int pages = 0;
        long bytes = 0;
        while (batch.printed() < letters) {
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
        System.out.printf(
                "%d letters: %.1f s from the start to the last of %d pages (%.1f MB); first pages after %.1f s,"
                        + " the last letter generated after %.1f s%n",
                letters, seconds, pages, bytes / 1e6, (first - begun) / NANOS, (generated - begun) / NANOS);
        return seconds;
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
