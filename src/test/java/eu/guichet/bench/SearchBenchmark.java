package eu.guichet.bench;

import static java.util.Objects.requireNonNull;

import eu.guichet.backend.people.SimulatedPeople;
import eu.guichet.backend.search.PeopleSearch;
import eu.guichet.backend.store.Database;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** How long one search takes among as many people as there are, and among as many as the program is tested for. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class SearchBenchmark {
    @Param({"35000", "200000"})
    int people;

    @Param({"müller annelise", "mulelr", "ma", "0470 12 34 56", "annelise.mu"})
    String query = "";

    private @Nullable Database database;
    private @Nullable PeopleSearch search;

    @Setup(Level.Trial)
    public void populate() throws IOException {
        Path folder = Files.createTempDirectory("guichet-bench");
        Database opened = Database.open(folder.resolve("guichet.db").toString());
        SimulatedPeople.populate(opened, people, Policy.standard(), Instant.parse("2026-03-02T11:00:00Z"), 1);
        PeopleSearch filled = new PeopleSearch(opened, java.time.InstantSource.system());
        filled.warmUp();
        database = opened;
        search = filled;
    }

    @TearDown(Level.Trial)
    public void close() {
        requireNonNull(database).close();
    }

    @Benchmark
    public PeopleSearch.Found search() {
        return requireNonNull(search).search(query, 20, OfficeCode.LUX);
    }

    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(SearchBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
