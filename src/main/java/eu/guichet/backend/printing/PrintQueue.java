package eu.guichet.backend.printing;

import eu.guichet.backend.desk.OfficePaper;
import eu.guichet.backend.ipp.IppPrinter;
import eu.guichet.backend.ipp.JobStanding;
import eu.guichet.backend.ipp.PrinterException;
import eu.guichet.backend.schedule.LeasedWork;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.PrintLease;
import eu.guichet.backend.store.StoredPrintJob;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints what was ordered, on any number of nodes. Each job is leased for one step at a time. A document is sent once: before
 * that the store says so, and whoever finds a job that was being sent looks for it at the printer by its name and never sends it
 * again. Where the printer knows nothing of it, somebody at the desk has to order it again.
 */
public final class PrintQueue implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PrintQueue.class);
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(1);
    private static final int HANDS = 8;
    /** What one step asks a printer at most, and its own work besides. */
    private static final int REQUESTS_A_STEP = 6;

    private static final Duration SOON = Duration.ofSeconds(1);
    /** A printer that is away or has stopped is not asked more often. */
    private static final Duration WAITING = Duration.ofSeconds(10);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** For how long a printer may still be taking in what was sent. */
    private static final Duration STILL_ARRIVING = Duration.ofMinutes(1);

    private final Database database;
    private final OfficePaper paper;
    private final Map<OfficeCode, Optional<IppPrinter>> known = new ConcurrentHashMap<>();
    private final Function<OfficeCode, Optional<IppPrinter>> printers;
    private final Duration lease;
    private final Duration patience;
    private final InstantSource clock;
    private final LeasedWork<PrintLease> looks = new LeasedWork<>(
            "printing",
            LOOK_AT_LEAST_EVERY,
            HANDS,
            this::due,
            (lease, workers) -> CompletableFuture.runAsync(() -> step(lease), workers),
            (lease, failure) -> LOG.error(
                    "print job {} waits until its lease has run out",
                    lease.job().id(),
                    failure.getCause()));

    /**
     * @param printers of each office; empty where it has none
     * @param timeout of one request to a printer
     * @param patience for how long a job waits for its printer before it is given up
     */
    public PrintQueue(
            Database database,
            OfficePaper paper,
            Function<OfficeCode, Optional<IppPrinter>> printers,
            Duration timeout,
            Duration patience,
            InstantSource clock) {
        this.database = database;
        this.paper = paper;
        this.printers = printers;
        this.lease = timeout.multipliedBy(REQUESTS_A_STEP);
        this.patience = patience;
        this.clock = clock;
    }

    public void start() {
        looks.start();
    }

    /** Something was ordered or cancelled: look now. */
    public void nudge() {
        looks.nudge();
    }

    public PeriodicTask.State state() {
        return looks.state();
    }

    private List<PrintLease> due(int free) {
        return free == 0 ? List.of() : database.writeBeside(tx -> tx.printJobs().lease(clock.instant(), lease, free));
    }

    private void step(PrintLease lease) {
        StoredPrintJob job = lease.job();
        Optional<IppPrinter> printer = known.computeIfAbsent(job.office(), printers);
        boolean late = !clock.instant().isBefore(job.orderedAt().plus(patience));
        switch (job.state()) {
            case QUEUED -> {
                if (job.cancelled()) {
                    paper.cancelled(lease);
                } else if (late) {
                    failed(lease, PrintTrouble.WAITED_TOO_LONG);
                } else if (printer.isEmpty()) {
                    waits(lease, PrintTrouble.NO_PRINTER);
                } else {
                    begin(lease, printer.get());
                }
            }
            case SENDING -> {
                if (printer.isEmpty()) {
                    failed(lease, PrintTrouble.UNKNOWN);
                } else {
                    lookFor(lease, printer.get(), late);
                }
            }
            case PRINTING, HELD, STOPPED -> {
                Integer number = job.printerJob();
                if (printer.isEmpty() || number == null) {
                    failed(lease, PrintTrouble.UNKNOWN);
                } else {
                    follow(lease, printer.get(), number, late);
                }
            }
            case PRINTED, FAILED, CANCELLED -> {}
        }
    }

    /** Nothing is made before the printer has said that it would take it. */
    private void begin(PrintLease lease, IppPrinter printer) {
        String name = paper.name(lease.job());
        IppPrinter.Standing standing;
        try {
            standing = printer.standing();
            PrintTrouble stopped = standing.trouble();
            if (stopped != null || !standing.acceptsJobs()) {
                waits(lease, stopped == null ? PrintTrouble.PRINTER_BUSY : stopped);
                return;
            }
            printer.validate(name, standing.holds());
        } catch (PrinterException e) {
            switch (e.kind()) {
                case AWAY, UNCLEAR -> waits(lease, PrintTrouble.PRINTER_AWAY, e);
                case BUSY -> waits(lease, PrintTrouble.PRINTER_BUSY, e);
                case REFUSED, NO_SUCH_JOB -> failed(lease, PrintTrouble.REFUSED, e);
            }
            return;
        }
        paper.make(lease).ifPresent(sheet -> send(sheet, printer, name, standing.holds()));
    }

    private void send(OfficePaper.Sheet sheet, IppPrinter printer, String name, boolean holds) {
        PrintLease lease = sheet.lease();
        try (sheet) {
            int number = printer.print(name, holds, sheet.pdf());
            has(lease, number);
        } catch (PrinterException e) {
            switch (e.kind()) {
                case AWAY -> notSent(lease, PrintTrouble.PRINTER_AWAY, e);
                case BUSY -> notSent(lease, PrintTrouble.PRINTER_BUSY, e);
                case REFUSED, NO_SUCH_JOB -> failed(lease, PrintTrouble.REFUSED, e);
                case UNCLEAR -> {
                    warn(lease, e);
                    paper.stands(lease, lease.job(), in(SOON));
                }
            }
        }
    }

    private void has(PrintLease lease, int number) {
        LOG.debug("print job {} is number {} at its printer", lease.job().id(), number);
        paper.stands(lease, lease.job().at(number).now(PrintState.PRINTING, null, clock.instant()), in(SOON));
    }

    /** It was being sent when the answer, or the node that sent it, was lost. */
    private void lookFor(PrintLease lease, IppPrinter printer, boolean late) {
        StoredPrintJob job = lease.job();
        try {
            OptionalInt found = printer.find(paper.name(job));
            if (found.isPresent()) {
                has(lease, found.getAsInt());
            } else if (clock.instant().isBefore(job.changedAt().plus(STILL_ARRIVING))) {
                paper.stands(lease, job, in(SOON));
            } else {
                failed(lease, PrintTrouble.UNKNOWN);
            }
        } catch (PrinterException e) {
            if (late) {
                failed(lease, PrintTrouble.UNKNOWN, e);
            } else {
                warn(lease, e);
                // its moment stays that of the sending
                paper.stands(lease, job, in(WAITING));
            }
        }
    }

    private void follow(PrintLease lease, IppPrinter printer, int number, boolean late) {
        StoredPrintJob job = lease.job();
        boolean unwanted = paper.unwanted(job);
        try {
            JobStanding standing = printer.job(number);
            if ((unwanted || late) && !standing.state().over()) {
                printer.cancel(number);
                standing = printer.job(number);
            }
            record(lease, standing, unwanted, late);
        } catch (PrinterException e) {
            switch (e.kind()) {
                case NO_SUCH_JOB -> failed(lease, PrintTrouble.UNKNOWN, e);
                case AWAY, BUSY, UNCLEAR, REFUSED -> {
                    if (late) {
                        failed(lease, PrintTrouble.WAITED_TOO_LONG, e);
                    } else {
                        waits(lease, PrintTrouble.PRINTER_AWAY, e);
                    }
                }
            }
        }
    }

    private void record(PrintLease lease, JobStanding standing, boolean unwanted, boolean late) {
        StoredPrintJob job = lease.job();
        PrintTrouble trouble = standing.trouble();
        switch (standing.state()) {
            case PRINTED -> {
                LOG.debug("print job {} came out", job.id());
                paper.printed(lease);
            }
            case FAILED -> {
                boolean ours = trouble == PrintTrouble.CANCELLED_THERE;
                if (ours && unwanted) {
                    paper.cancelled(lease);
                } else if (ours && late) {
                    failed(lease, PrintTrouble.WAITED_TOO_LONG);
                } else {
                    failed(lease, trouble == null ? PrintTrouble.ABORTED : trouble);
                }
            }
            case QUEUED, SENDING, PRINTING, HELD, STOPPED, CANCELLED ->
                paper.stands(
                        lease,
                        job.now(standing.state(), trouble, clock.instant()),
                        in(standing.state() == PrintState.PRINTING ? pause(job) : SOON.multipliedBy(2)));
        }
    }

    /** Longer for a job that has long been there. */
    private Duration pause(StoredPrintJob job) {
        Duration tenth = Duration.between(job.changedAt(), clock.instant()).dividedBy(10);
        if (tenth.compareTo(SOON) < 0) {
            return SOON;
        }
        return tenth.compareTo(LONGEST_PAUSE) < 0 ? tenth : LONGEST_PAUSE;
    }

    private void waits(PrintLease lease, PrintTrouble why) {
        StoredPrintJob job = lease.job();
        PrintState state = job.state() == PrintState.QUEUED ? PrintState.QUEUED : PrintState.STOPPED;
        paper.stands(lease, job.now(state, why, clock.instant()), in(WAITING));
    }

    private void waits(PrintLease lease, PrintTrouble why, PrinterException cause) {
        warn(lease, cause);
        waits(lease, why);
    }

    private void notSent(PrintLease lease, PrintTrouble why, PrinterException cause) {
        warn(lease, cause);
        paper.notSent(lease, why, in(WAITING));
    }

    private void failed(PrintLease lease, PrintTrouble why) {
        LOG.warn("print job {} has failed: {}", lease.job().id(), why);
        paper.failed(lease, why);
    }

    private void failed(PrintLease lease, PrintTrouble why, PrinterException cause) {
        warn(lease, cause);
        failed(lease, why);
    }

    private static void warn(PrintLease lease, PrinterException cause) {
        LOG.warn("print job {} of {}: {}", lease.job().id(), lease.job().office(), cause.getMessage());
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    /** Takes nothing up any more, and waits for the steps that are under way. */
    @Override
    public void close() {
        looks.close();
    }
}
