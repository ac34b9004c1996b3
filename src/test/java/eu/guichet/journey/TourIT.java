package eu.guichet.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourIT {
    @TempDir
    private Path folder;

    @Test
    void without_a_display_the_program_says_so_and_does_its_main_job_by_itself()
            throws IOException, InterruptedException {
        try (Program program = Program.start(folder)) {
            Program.Ended tour = program.end();

            assertThat(tour.exit()).as(tour.errors()).isZero();
            assertThat(tour.output().getFirst()).contains("no display");
            assertThat(tour.output()).contains("The main job", "The office’s whole day", "In every look");
        }
        List<Path> pictures = found(".png");
        assertThat(pictures).hasSizeGreaterThanOrEqualTo(55);
        assertThat(pictures.stream().map(TourIT::name))
                .contains(
                        "confirmed",
                        "lists",
                        "colleague",
                        "handed-over",
                        "call-backs",
                        "batch-done",
                        "office-notes",
                        "transferred",
                        "approved",
                        "reviews",
                        "disturbed",
                        "palette",
                        "keys",
                        "audit",
                        "data-subject",
                        "funnel-table",
                        "sample",
                        "reminder",
                        "dark")
                .doesNotContain("stopped-here");
        for (Path picture : pictures) {
            assertThat(colours(ImageIO.read(picture.toFile())))
                    .as(picture.toString())
                    .isGreaterThan(50);
        }
        assertThat(found(".pdf").stream().map(TourIT::name))
                .contains("PMO-letter")
                .anyMatch(name -> name.startsWith("batch"))
                .anyMatch(name -> name.startsWith("posting-list"));
    }

    /** Without its number and its ending. */
    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("^[0-9]+-|\\.[a-z]+$", "");
    }

    private List<Path> found(String ending) throws IOException {
        try (var files = Files.list(folder.resolve("target/tour"))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    /** An empty window has a handful of colours; text alone, smoothed, has dozens. */
    private static long colours(BufferedImage picture) {
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return Arrays.stream(pixels).distinct().count();
    }
}
