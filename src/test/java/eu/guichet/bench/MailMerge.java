package eu.guichet.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.real.Debian;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.opentest4j.TestAbortedException;

/** LibreOffice's mail merge of the same letters into one PDF, in a root of Debian's packages that nothing of this machine sees. */
final class MailMerge {
    private static final int LONGEST_MINUTES = 10;
    private static final Pattern LAST_SECONDS = Pattern.compile("^([0-9.]+)$", Pattern.MULTILINE);
    private static final Pattern MEMORY = Pattern.compile("VmHWM:\\s+([0-9]+) kB");

    private MailMerge() {}

    /** @param memory the most it had, in MiB */
    record Took(double seconds, int pages, long memory) {}

    /** Empty, with a sentence, where it cannot be had. */
    static Optional<Took> of(List<Pensioner> people, Path folder) throws IOException, InterruptedException {
        Path root;
        try {
            root = Debian.unpack(
                    "libreoffice",
                    "libreoffice-writer-nogui",
                    "libreoffice-base-nogui",
                    "libreoffice-base-drivers",
                    "python3-uno",
                    "fonts-dejavu-core",
                    "dash",
                    "coreutils",
                    "grep");
        } catch (TestAbortedException e) {
            System.out.println("LibreOffice was not measured: " + e.getMessage());
            return Optional.empty();
        }
        furnish(root);
        Path merge = Files.createDirectories(root.resolve("tmp/merge"));
        write(people, merge);
        Path output = folder.resolve("mailmerge.txt");
        Process process = new ProcessBuilder(
                        "unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", """
                        set -e
                        for device in null random urandom; do : > "$0/dev/$device"; mount --bind /dev/$device "$0/dev/$device"; done
                        mount -t proc proc "$0/proc"
                        exec chroot "$0" /bin/sh /tmp/start
                        """, root.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        String said = Files.readString(output);
        Optional<String> seconds =
                LAST_SECONDS.matcher(said).results().map(MatchResult::group).findFirst();
        if (seconds.isEmpty()) {
            System.out.println("LibreOffice was not measured: " + said);
            return Optional.empty();
        }
        long memory = MEMORY.matcher(said)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)) / 1024)
                .max()
                .orElse(0);
        return Optional.of(new Took(Double.parseDouble(seconds.get()), pages(merge), memory));
    }

    /** What the scripts of the packages do when they are installed. */
    private static void furnish(Path root) throws IOException {
        for (String one : List.of("dev", "proc", "tmp", "root", "run", "etc/libreoffice/registry")) {
            Files.createDirectories(root.resolve(one));
        }
        Files.writeString(root.resolve("etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
        Path registry = root.resolve("usr/lib/libreoffice/share/.registry");
        try (var files = Files.walk(registry)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = root.resolve("etc/libreoffice/registry").resolve(registry.relativize(file));
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        try (InputStream script = Objects.requireNonNull(MailMerge.class.getResourceAsStream("mailmerge.py"))) {
            Files.copy(script, root.resolve("tmp/mailmerge.py"), StandardCopyOption.REPLACE_EXISTING);
        }
        // Its first start only furnishes the home of its user.
        Files.writeString(root.resolve("tmp/start"), """
                export HOME=/tmp/home LC_ALL=C.UTF-8
                mkdir -p $HOME
                office=/usr/lib/libreoffice/program/soffice.bin
                $office --headless --norestore --nologo --terminate_after_init
                $office --headless --norestore --nologo --accept="pipe,name=guichet;urp" &
                running=$!
                python3 /tmp/mailmerge.py /tmp/merge
                grep VmHWM /proc/$running/status
                kill $running
                """);
    }

    private static void write(List<Pensioner> people, Path merge) throws IOException {
        Files.createDirectories(merge.resolve("data"));
        try (BufferedWriter out = Files.newBufferedWriter(merge.resolve("data/people.csv"))) {
            out.write("name;street;city;reference;code\n");
            for (int i = 0; i < people.size(); i++) {
                Pensioner one = people.get(i);
                out.write("\"%s %s\";\"%s\";\"%s %s\";\"G-%04d-93VX\";\"7KQ4-93VX-%04d-M2NP\"\n"
                        .formatted(
                                one.firstName(),
                                one.lastName(),
                                one.address().street(),
                                one.address().postcode(),
                                one.address().city(),
                                i,
                                i));
            }
        }
        ResourceBundle words = ResourceBundle.getBundle("eu.guichet.backend.letter.letter", Locale.FRENCH);
        StringBuilder letter = new StringBuilder("|name|\n|street|\n|city|\n\n|reference|\n\n|code|\n\n");
        for (String key : List.of(
                "institution",
                "institution.name",
                "subject",
                "greeting",
                "opening",
                "code.note",
                "steps.title",
                "steps.1",
                "steps.2",
                "steps.3",
                "steps.4",
                "know.title",
                "know.life",
                "know.newest",
                "know.secret",
                "know.doubt",
                "help.title")) {
            letter.append(words.getString(key).replace("|", "")).append('\n');
        }
        Files.write(merge.resolve("letter.txt"), letter.toString().getBytes(UTF_8));
    }

    private static int pages(Path merge) throws IOException {
        try (var files = Files.list(merge)) {
            int pages = 0;
            for (Path pdf :
                    files.filter(file -> file.toString().endsWith(".pdf")).toList()) {
                try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                    pages += document.getNumberOfPages();
                }
            }
            return pages;
        }
    }
}
