package eu.guichet.house;

import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's Java formatter: Palantir's style, 120 columns. Run as a program it rewrites every source file. */
public final class Formatter {
    static final Path SOURCES = Path.of("src");

    private Formatter() {}

    /** Rewrites what is not formatted. */
    public static void main(String[] args) throws IOException, FormatterException {
        for (Path file : javaFiles()) {
            String source = Files.readString(file);
            String formatted = format(source);
            if (!formatted.equals(source)) {
                Files.writeString(file, formatted);
            }
        }
    }

    static List<Path> javaFiles() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    static String format(String source) throws FormatterException {
        JavaFormatterOptions options = JavaFormatterOptions.builder()
                .style(JavaFormatterOptions.Style.PALANTIR)
                .formatJavadoc(false)
                .build();
        String ordered = ImportOrderer.reorderImports(
                RemoveUnusedImports.removeUnusedImports(source), JavaFormatterOptions.Style.PALANTIR);
        return com.palantir.javaformat.java.Formatter.createFormatter(options).formatSource(ordered);
    }
}
