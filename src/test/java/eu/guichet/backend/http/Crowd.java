package eu.guichet.backend.http;

import eu.guichet.backend.enrolment.BulkJournal;
import eu.guichet.backend.store.Address;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Event;
import eu.guichet.process.Policy;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Many people who wait for the same. */
final class Crowd {
    private Crowd() {}

    /** @param happened what has happened to each, one a minute */
    static void wait(RunningBackend backend, OfficeCode office, int people, Function<Instant, Event> happened) {
        Instant first = RunningBackend.NINE_OCLOCK.minus(Duration.ofDays(3));
        backend.stores(tx -> {
            try (BulkJournal journal = new BulkJournal(tx, Policy.standard(), RunningBackend.NINE_OCLOCK)) {
                for (int i = 0; i < people; i++) {
                    String id = "22222222-%04d".formatted((i * 7_919) % 10_000);
                    journal.add(
                            new Pensioner(
                                    id,
                                    String.valueOf(80_000_000 + i),
                                    "Somebody",
                                    "Number " + i,
                                    LocalDate.of(1944, 3, 12),
                                    office,
                                    List.of("fr"),
                                    new Address("1, rue du Test", "L-1855", "Luxembourg", "LU"),
                                    null,
                                    null,
                                    0),
                            List.of(happened.apply(first.plusSeconds(60L * (i / 2)))),
                            List.of(),
                            List.of());
                }
            }
        });
    }
}
