package eu.guichet;

import de.siegmar.fastcsv.writer.CsvWriter;
import eu.guichet.backend.people.ImportOptions;
import eu.guichet.backend.people.ImportReport;
import eu.guichet.backend.people.PeopleImport;
import eu.guichet.backend.store.Database;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code guichet import}: imports people from a file, or nobody where a line is at fault. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Imports people from a CSV file; when a line is at fault, none of them. An import that was broken off goes on when the"
                        + " same file is imported again.",
        footer = {
            "",
            "The header is: pension_number,last_name,first_name,birth_date,office,languages,street,postcode,city,country,"
                    + "email,phone",
            "Office: BRU, LUX or ISP. Languages: BCP 47 tags, best first, separated by spaces. E-mail and phone may be"
                    + " empty. A pension number already on file is an update.",
            "A column birth_name may be there beside them: the last name before marriage."
        })
final class ImportCommand implements Callable<Integer> {
    /** Of the faults on the terminal. */
    private static final int MOST_TOLD = 100;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "The file, in UTF-8.")
    private Path file;

    @Option(
            names = "--dry-run",
            description = "Checks the file and says what would be new and changed; writes nothing.")
    private boolean dryRun;

    @Option(
            names = "--report",
            paramLabel = "FILE.csv",
            description = "Writes every fault into this file by line, column and reason, never with the value.")
    private @Nullable Path faultsInto;

    @Option(
            names = "--accept-damaged",
            description =
                    "For a first load: takes those whose e-mail or phone alone is at fault, without it, and puts them on"
                            + " a worklist; leaves out the rows with other faults.")
    private boolean acceptDamaged;

    @Option(
            names = "--changes",
            description =
                    "The file has the pension number and the columns of which something has changed; everybody in it is on"
                            + " file, and the other columns stay as they are.")
    private boolean changes;

    @Mixin
    private final StoreOption store = new StoreOption();

    /** Told on a terminal alone: a log needs no line a batch. */
    private static PeopleImport.Progress progress(PrintWriter err, Stop stop) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return (done, all) -> {
            boolean goesOn = !stop.wanted();
            if (terminal) {
                err.printf("\r%d of %d%s", done, all, done < all && goesOn ? "" : System.lineSeparator());
                err.flush();
            }
            return goesOn;
        };
    }

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            err.println("guichet: " + file + " cannot be read: it is not there, is a folder, or you may not read it.");
            return Guichet.NOT_DONE;
        }
        try (Stop stop = new Stop()) {
            ImportReport report = imported(err, stop);
            boolean told = faultsInto == null || write(report, faultsInto);
            if (!told) {
                err.println("guichet: " + faultsInto + " cannot be written.");
            }
            tell(report, spec.commandLine().getOut(), err);
            return report.imported() && told && !report.brokenOff() ? Guichet.DONE : Guichet.NOT_DONE;
        }
    }

    private ImportReport imported(PrintWriter err, Stop stop) {
        PeopleImport people = new PeopleImport(
                Locale.getDefault(),
                InstantSource.system(),
                System.getProperty("user.name", ""),
                new ImportOptions(acceptDamaged, changes, faultsInto != null));
        if (!dryRun) {
            return people.run(file, () -> opened(stop), progress(err, stop));
        }
        Optional<Database> there = Database.openAsItStands(store.database());
        try {
            return people.tryOut(file, there);
        } finally {
            there.ifPresent(Database::close);
        }
    }

    private Database opened(Stop stop) {
        stop.begin();
        return Database.open(store.database());
    }

    private void tell(ImportReport report, PrintWriter out, PrintWriter err) {
        report.faults().stream().limit(MOST_TOLD).forEach(fault -> {
            String column = fault.column().isEmpty() ? "" : ", " + fault.column();
            err.println(file.getFileName() + ":" + fault.line() + column + ": " + fault.sentence());
        });
        if (report.moreFaults() || report.faults().size() > MOST_TOLD) {
            err.println("There are more faults; these are the first.");
        }
        if (!report.imported()) {
            err.println("Nothing was taken in.");
            return;
        }
        out.printf("%d new, %d changed, %d unchanged.%n", report.added(), report.changed(), report.unchanged());
        if (acceptDamaged) {
            out.printf(
                    "%d without an e-mail or phone that is damaged in the file, %d rows left out.%n",
                    report.damaged(), report.leftOut());
        }
        if (dryRun) {
            out.println("Nothing was written.");
        }
        if (report.brokenOff()) {
            err.println(
                    "guichet: the import was stopped before its end; imported again, the same file goes on from there.");
        }
    }

    private static boolean write(ImportReport report, Path into) {
        try (CsvWriter csv = CsvWriter.builder().build(into)) {
            csv.writeRecord("line", "column", "reason");
            report.faults()
                    .forEach(fault -> csv.writeRecord(Long.toString(fault.line()), fault.column(), fault.sentence()));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
