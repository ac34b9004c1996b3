package eu.guichet.sim;

import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchPaperReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A desk that prints a batch, in a process of its own which can be killed: what comes out of its printer lies in a folder, each part
 * under its claim. Arguments: the backend, a token, the batch, the folder; and where it stands still so that it can be killed there,
 * {@code claimed} or {@code printed}, and in which part, from 1.
 */
final class PrintingDesk {
    private static final int PART = 25;
    private static final long PAUSE_NANOS = 50_000_000;

    private PrintingDesk() {}

    public static void main(String[] args) {
        String token = args[1];
        String stands = args.length > 4 ? args[4] : "";
        int inPart = args.length > 5 ? Integer.parseInt(args[5]) : 0;
        try (GuichetClient client = GuichetClients.connect(URI.create(args[0]), () -> token)) {
            Batch batch = client.batch(args[2]);
            for (int part = 1; batch.toGenerate() + batch.toPrint() > 0; ) {
                Optional<ClaimedDocument> document = client.batchDocument(batch.id(), PART);
                if (document.isEmpty()) {
                    LockSupport.parkNanos(PAUSE_NANOS);
                    batch = client.batch(batch.id());
                    continue;
                }
                standStill(stands.equals("claimed") && part == inPart);
                print(document.get(), Path.of(args[3]));
                standStill(stands.equals("printed") && part == inPart);
                batch = client.reportBatch(
                        batch.id(), new BatchPaperReport(document.get().claim(), true));
                part++;
            }
        }
    }

    /** All of it has come out, or nothing. */
    private static void print(ClaimedDocument document, Path tray) {
        try {
            Path sheets = Files.write(tray.resolve(document.claim() + ".part"), document.pdf());
            Files.move(sheets, tray.resolve(document.claim() + ".pdf"), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void standStill(boolean here) {
        if (here) {
            System.out.println("here");
            while (true) {
                LockSupport.park();
            }
        }
    }
}
