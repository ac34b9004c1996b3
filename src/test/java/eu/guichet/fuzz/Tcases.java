package eu.guichet.fuzz;

import eu.guichet.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Tcases for OpenAPI, which makes requests of an OpenAPI document: those that keep to it, and those that break it in one place
 * each. It runs in a process of its own, on the class path that the profile has written down, so that no other test has to
 * have its libraries.
 */
final class Tcases {
    private static final String MAIN = "org.cornutum.tcases.openapi.ApiCommand";
    private static final long PATIENCE_SECONDS = 180;

    private final Path folder;
    private final String classPath;

    /** @param document the contract as it is served */
    Tcases(JsonNode document, Path folder) throws IOException {
        this.folder = folder;
        this.classPath = Files.readString(
                Path.of(Objects.requireNonNull(System.getProperty("fuzz.classpath"), "run by mvn -ntp verify -Pfuzz")));
        Files.writeString(
                folder.resolve("contract.json"), GeneratorDocument.of(document).toString());
    }

    /** Requests put together from the document's own examples. */
    List<FuzzCase> fromExamples() throws IOException, InterruptedException {
        return run("examples.json", "-X");
    }

    /** Requests with values drawn by chance; the same ones for the same seed. */
    List<FuzzCase> drawn(long seed) throws IOException, InterruptedException {
        return run("drawn-" + seed + ".json", "-r", String.valueOf(seed));
    }

    private List<FuzzCase> run(String file, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                MAIN,
                "-D",
                "-f",
                file));
        command.addAll(List.of(options));
        command.add("contract.json");
        Path said = folder.resolve(file + ".log");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("Tcases did not end");
            }
        } finally {
            process.destroyForcibly();
        }
        if (!Files.exists(folder.resolve(file))) {
            throw new IOException("Tcases made nothing: " + Files.readString(said));
        }
        return ContractJson.mapper()
                .readTree(Files.readString(folder.resolve(file)))
                .valueStream()
                .map(FuzzCase::of)
                .toList();
    }
}
