package eu.guichet;

import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The program's entry. One word picks what runs: none for the desktop, or {@code serve}, {@code import},
 * {@code backup}, {@code restore}, {@code tour}, {@code start-cache}.
 * Exit codes: 0 done, 1 not done (one sentence on standard error says why), 2 the command line was not understood.
 */
@Command(
        name = "guichet",
        description = "The desk program of the EU pension offices.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            TourCommand.class,
            StartCacheCommand.class
        },
        footer = {
            "",
            "Without a command it opens the desktop; where the machine has no display, it runs the tour instead.",
            "Settings: GUICHET_BACKEND_URL (or -Dbackend.url), GUICHET_HOME (or -Dguichet.home)."
        })
public final class Guichet implements Callable<Integer> {
    static final int DONE = 0;
    static final int NOT_DONE = 1;

    /** By itself not left to the reader of commands, which a desktop does without and which would be measured with it. */
    private static final String UNTIL_READY = "--until-ready";

    @Spec
    private CommandSpec spec;

    @Option(
            names = UNTIL_READY,
            description =
                    "Opens the desktop, prints after how many milliseconds it was painted and its search answered,"
                            + " and leaves. Needs no display.")
    private boolean untilReady;

    private Guichet() {}

    public static void main(String[] args) {
        int exit;
        try {
            exit = args.length == 0
                    ? DesktopCommand.run()
                    : args.length == 1 && args[0].equals(UNTIL_READY) ? DesktopCommand.untilReady() : run(args);
        } catch (RuntimeException | Error failure) {
            exit = notDone(failure);
        }
        System.exit(exit);
    }

    private static int run(String[] words) {
        if (words[0].equals("serve")) {
            Log.toStandardError();
        } else {
            Log.warningsToStandardError();
        }
        return commandLine().execute(words);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Guichet())
                .setExecutionExceptionHandler((failure, command, parsed) -> notDone(failure));
    }

    private static int notDone(Throwable failure) {
        LoggerFactory.getLogger(Guichet.class).debug("it failed", failure);
        return notDone(Sentence.of(failure));
    }

    /** Says why on standard error. */
    static int notDone(String sentence) {
        System.err.println("guichet: " + sentence);
        return NOT_DONE;
    }

    @Override
    public Integer call() {
        if (untilReady) {
            return DesktopCommand.untilReady();
        }
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command, or nothing at all.");
    }
}
