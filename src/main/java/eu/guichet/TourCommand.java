package eu.guichet;

import eu.guichet.desktop.tour.Tour;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code guichet tour}: the main job and an office's whole day by itself, with a picture of every screen. Needs no display. */
@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description = "Does the main job and an office's whole day by itself on simulated people: a picture of every"
                + " screen and the letters' PDFs are left in a folder. Needs no display.")
final class TourCommand implements Callable<Integer> {
    static final Path FOLDER = Path.of("target", "tour");

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "Where the pictures go. Default: target/tour in the current folder.")
    private Path folder = FOLDER;

    @Option(
            names = "--files",
            paramLabel = "NUMBER",
            hidden = true,
            description = "Instead of the job, opens so many files one after the other and tells the memory held.")
    private int files;

    @Option(
            names = "--job",
            hidden = true,
            description = "Only the main job: the first part, from the search to the letter that has arrived.")
    private boolean job;

    @Override
    public Integer call() {
        if (job) {
            return run(() -> Tour.mainJob(folder, System.out));
        }
        return files > 0 ? run(() -> Tour.longRun(folder, files, System.out)) : run(folder);
    }

    static int run(Path folder) {
        return run(() -> Tour.run(folder, System.out));
    }

    private static int run(Runnable tour) {
        Optional<String> missing = Machine.missingForPictures();
        if (missing.isPresent()) {
            return Guichet.notDone(missing.get());
        }
        tour.run();
        return Guichet.DONE;
    }
}
