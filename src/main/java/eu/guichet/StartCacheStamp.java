package eu.guichet;

import eu.guichet.text.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a start cache was made of: each file by its content, and when it was changed, since Java passes a cache over whose libraries are of
 * another time. A build that writes the same library again changes its time alone, which is then put back.
 */
final class StartCacheStamp {
    /** @param changed in milliseconds since 1970 */
    private record Part(String content, long changed) {}

    private final Map<Path, Part> parts;

    private StartCacheStamp(Map<Path, Part> parts) {
        this.parts = parts;
    }

    /** @param files further ones, that are no libraries */
    static StartCacheStamp of(Path libraries, Path... files) throws IOException {
        Map<Path, Part> parts = new TreeMap<>();
        try (Stream<Path> all = Files.list(libraries)) {
            for (Path library :
                    all.filter(file -> file.toString().endsWith(".jar")).toList()) {
                parts.put(library, part(library, entries(library)));
            }
        }
        for (Path file : files) {
            parts.put(file, part(file, Digests.sha256(Files.readString(file))));
        }
        return new StartCacheStamp(parts);
    }

    private static Part part(Path file, String content) throws IOException {
        return new Part(content, Files.getLastModifiedTime(file).toMillis());
    }

    /** The same for two archives of the same files, whenever they were packed. */
    private static String entries(Path library) throws IOException {
        try (ZipFile archive = new ZipFile(library.toFile())) {
            return Digests.sha256(archive.stream()
                    .sorted((one, other) -> one.getName().compareTo(other.getName()))
                    .map(StartCacheStamp::entry)
                    .collect(Collectors.joining("\n")));
        }
    }

    private static String entry(ZipEntry entry) {
        return entry.getName() + " " + entry.getSize() + " " + entry.getCrc();
    }

    /** A line a file. */
    String text() {
        return parts.entrySet().stream()
                .map(one -> one.getValue().content() + " " + one.getValue().changed() + " " + one.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * Whether the files are those of an earlier stamp; they then have the times they had.
     *
     * @param earlier its text
     */
    boolean restore(String earlier) throws IOException {
        Map<Path, Part> before = new TreeMap<>();
        for (String line : earlier.lines().toList()) {
            List<String> words = List.of(line.split(" ", 3));
            before.put(Path.of(words.get(2)), new Part(words.getFirst(), Long.parseLong(words.get(1))));
        }
        boolean same = contents(before).equals(contents(parts));
        if (same) {
            for (Map.Entry<Path, Part> one : before.entrySet()) {
                Files.setLastModifiedTime(
                        one.getKey(), FileTime.fromMillis(one.getValue().changed()));
            }
        }
        return same;
    }

    private static Map<Path, String> contents(Map<Path, Part> parts) {
        return parts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().content()));
    }
}
