package eu.guichet;

import picocli.CommandLine.Option;

/** Which store a command works on. */
final class StoreOption {
    @Option(
            names = "--database",
            required = true,
            paramLabel = "FILE-OR-JDBC-URL",
            description = "The store: a file, or a jdbc:postgresql: URL.")
    private String database;

    String database() {
        return database;
    }
}
