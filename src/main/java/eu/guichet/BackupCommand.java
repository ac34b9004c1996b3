package eu.guichet;

import eu.guichet.backend.store.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guichet backup}: one file of a whole store, while a backend is at work on it. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description =
                "Copies a store that is a file into another file, while a backend is at work on it, checks the copy,"
                        + " and lets its owner alone read it. For a PostgreSQL database it says what to type instead.")
final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--into", required = true, paramLabel = "FILE", description = "Where the backup goes.")
    private Path file;

    @Option(names = "--overwrite", description = "Replaces a file that is there, once the new backup is whole.")
    private boolean overwrite;

    @Override
    public Integer call() {
        String schema = Backup.of(store.database()).into(file, overwrite);
        spec.commandLine().getOut().printf("Backed up and checked: %s, schema %s.%n", file, schema);
        spec.commandLine().getOut().flush();
        return Guichet.DONE;
    }
}
