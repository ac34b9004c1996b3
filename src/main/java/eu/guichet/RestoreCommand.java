package eu.guichet;

import eu.guichet.backend.store.Backup;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code guichet restore}: a new store from a backup. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description =
                "Makes a new store of what guichet backup has written, after checking it; a store that is there is never"
                        + " replaced. For a PostgreSQL database it says what to type instead.")
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final StoreOption store = new StoreOption();

    @Option(names = "--from", required = true, paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Override
    public Integer call() {
        String schema = Backup.of(store.database()).from(file);
        spec.commandLine().getOut().printf("Restored and checked: %s, schema %s.%n", store.database(), schema);
        spec.commandLine().getOut().flush();
        return Guichet.DONE;
    }
}
