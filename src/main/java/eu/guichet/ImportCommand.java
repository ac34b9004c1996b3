package eu.guichet;

import eu.guichet.backend.people.ImportReport;
import eu.guichet.backend.people.PeopleImport;
import eu.guichet.backend.store.Database;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
                    + " empty. A pension number already on file is an update."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE.csv", description = "The file, in UTF-8.")
    @SuppressWarnings("NullAway.Init") // picocli requires it
    private Path file;

    @Mixin
    private final StoreOption store = new StoreOption();

    /** On a terminal alone: a log needs no line a batch. */
    private static PeopleImport.Progress progress(PrintWriter err) {
        if (Optional.ofNullable(System.console()).filter(Console::isTerminal).isEmpty()) {
            return (_, _) -> {};
        }
        return (done, all) -> {
            err.printf("\r%d of %d%s", done, all, done == all ? System.lineSeparator() : "");
            err.flush();
        };
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            err.println("guichet: " + file + " cannot be read: it is not there, is a folder, or you may not read it.");
            return Guichet.NOT_DONE;
        }
        ImportReport report = new PeopleImport(
                        Locale.getDefault(), InstantSource.system(), System.getProperty("user.name", ""))
                .run(file, () -> Database.open(store.database()), progress(err));
        if (report.imported()) {
            out.printf("%d new, %d changed, %d unchanged.%n", report.added(), report.changed(), report.unchanged());
            return Guichet.DONE;
        }
        for (ImportReport.Fault fault : report.faults()) {
            String column = fault.column().isEmpty() ? "" : ", " + fault.column();
            err.println(file.getFileName() + ":" + fault.line() + column + ": " + fault.sentence());
        }
        err.println(
                "Nothing was taken in." + (report.moreFaults() ? " There are more faults; these are the first." : ""));
        return Guichet.NOT_DONE;
    }
}
