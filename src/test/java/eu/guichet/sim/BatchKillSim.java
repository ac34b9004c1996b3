package eu.guichet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.DurablePostgres;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.Batch;
import eu.guichet.contract.BatchPaper;
import eu.guichet.contract.BatchPaperReport;
import eu.guichet.contract.BatchRequest;
import eu.guichet.contract.BatchState;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.faults.Node;
import eu.guichet.process.Event;
import eu.guichet.process.History;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A batch during which a node is killed while it generates, the desk while it prints, twice, and the next node while it hands out
 * documents. Each is a process, and ends as by {@code kill -9}.
 */
class BatchKillSim {
    private static final int LETTERS = 200;
    /** So many are generated before the first node dies. */
    private static final int BEFORE_THE_FIRST = 20;

    /** To compare one costs a processor as much as to draw one. */
    private static final int CODE_TRIED_EVERY = 4;

    private static final long LONGEST_SECONDS = 240;
    private static final String CONFIG = """
            printing = desk
            limits.letters-agent-day = 0
            limits.letters-office-day = 0
            """;

    @TempDir
    Path folder;

    private final Journal journal = new Journal();
    private final Cast cast = new Cast(Instant.now(), new Random(9));
    private final StandInProvider provider = new StandInProvider();
    private final Set<String> people = new TreeSet<>();
    private final Set<String> redeemed = new TreeSet<>();
    private final List<Node> nodes = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // set by the test
    private Path tray;

    @SuppressWarnings("NullAway.Init") // set by the test
    private Path config;

    @SuppressWarnings("NullAway.Init") // set by the test
    private String store;

    @SuppressWarnings("NullAway.Init") // set by the test
    private String token;

    @SuppressWarnings("NullAway.Init") // set by the test
    private Outside outside;

    private String token(String subject, String name, String role) {
        return provider.signed(provider.claims(StandInProvider.person(subject, name, "guichet-" + role, "BRU"))
                .build());
    }

    @Test
    void no_letter_is_lost_or_doubled_when_either_side_is_killed_in_the_middle_of_a_batch() throws Exception {
        provider.life = Duration.ofHours(1);
        token = token("emil", "Emil Novak", "letter-officer");
        tray = Files.createDirectory(folder.resolve("tray"));
        store = new DurablePostgres().url();
        try (Database database = Database.open(store)) {
            cast.store(database, false, bulk -> {
                for (int i = 0; i < LETTERS; i++) {
                    people.add(cast.somebody()
                            .asksForAccess(Duration.ofDays(2))
                            .stored(bulk)
                            .id());
                }
            });
        }
        try (Outside others = new Outside(token("rcam", "RCAM", "process"), journal)) {
            outside = others;
            Path password = Files.writeString(folder.resolve("mailbox"), Outside.password());
            Path receipts = Files.writeString(folder.resolve("receipts"), Outside.receiptSecret());
            config = Files.writeString(
                    folder.resolve("own.properties"),
                    provider.lines() + CONFIG + others.lines(password.toString(), receipts.toString()));
            batch();
        } finally {
            nodes.forEach(Node::close);
            provider.close();
        }
    }

    private Node node() throws IOException {
        Node started = Node.start("node-" + nodes.size(), store, config, folder);
        nodes.add(started);
        outside.reportsTo(URI.create(started.url()));
        return started;
    }

    private void batch() throws IOException, InterruptedException {
        Node first = node();
        Node second = node();
        String id;
        try (Colleague emil = officer(first)) {
            Batch begun = emil.client().startBatch(BatchRequest.ALL, IdempotencyKey.create());
            id = begun.id();
            Await.until("some letters", () -> emil.client().batch(id).toPrint() >= BEFORE_THE_FIRST);
            first.kill();
        }
        try (Colleague emil = officer(second)) {
            assertThat(emil.client().batch(id).toGenerate())
                    .as("left to generate when the node was killed")
                    .isPositive();
            Await.until("the others", () -> emil.client().batch(id).toGenerate() == 0);
            killedWhenItStands(second, id, "claimed", 3);
            assertThat(settle(emil.client(), id)).as("sheets that came out").isZero();
            killedWhenItStands(second, id, "printed", 2);
            assertThat(settle(emil.client(), id)).as("sheets that came out").isEqualTo(1);
        }
        Process desk = desk(second, id);
        int out = sheets().size();
        Await.until("a part", () -> sheets().size() > out || !desk.isAlive());
        second.kill();
        assertThat(desk.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        Node third = node();
        try (Colleague emil = officer(third)) {
            int _ = settle(emil.client(), id);
            Process last = desk(third, id);
            assertThat(last.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(last.exitValue()).isZero();
            finished(emil, id);
        }
    }

    private Colleague officer(Node node) {
        return new Colleague(List.of(URI.create(node.url())), token, journal);
    }

    private Process desk(Node node, String batch, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                PrintingDesk.class.getName(),
                node.url(),
                token,
                batch,
                tray.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("desk.txt").toFile())
                .start();
    }

    /** All that this process has, be it modules or not. */
    private static String classPath() {
        return Stream.of("surefire.test.class.path", "java.class.path", "jdk.module.path")
                .map(name -> System.getProperty(name, ""))
                .filter(path -> !path.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void killedWhenItStands(Node node, String batch, String where, int part)
            throws IOException, InterruptedException {
        Process desk = desk(node, batch, where, Integer.toString(part));
        String said = desk.inputReader().readLine();
        assertThat(said).as(() -> read(folder.resolve("desk.txt"))).isEqualTo("here");
        desk.destroyForcibly().waitFor();
    }

    /** Whoever stands at the printer says of each part of which nothing was told whether it came out; answers how many did. */
    private int settle(GuichetClient client, String batch) {
        int cameOut = 0;
        for (BatchPaper paper : client.batch(batch).papers()) {
            boolean printed = Files.exists(tray.resolve(paper.claim() + ".pdf"));
            cameOut += printed ? 1 : 0;
            Batch _ = client.reportBatch(batch, new BatchPaperReport(paper.claim(), printed));
        }
        return cameOut;
    }

    private List<Path> sheets() {
        try (Stream<Path> files = Files.list(tray)) {
            return files.filter(file -> file.toString().endsWith(".pdf")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Each letter is on one sheet, the codes that are tried are accepted, and history and trail have each act once. */
    private void finished(Colleague emil, String batch) throws IOException {
        Batch ended = emil.client().batch(batch);
        assertThat(ended.state()).isEqualTo(BatchState.ENDED);
        assertThat(ended.printed()).isEqualTo(LETTERS);
        assertThat(ended.leftOut()).isZero();
        int pages = 0;
        for (Path sheet : sheets()) {
            pages += outside.comesOut(Files.readAllBytes(sheet));
        }
        assertThat(pages).isEqualTo(LETTERS);
        LetterDesk letterDesk = new LetterDesk(emil, outside, cast, journal);
        List<LetterDeskRow> posted = letterDesk.posts(LocalDate.now(Cast.ZONE));
        assertThat(posted).extracting(LetterDeskRow::pensionerId).containsExactlyInAnyOrderElementsOf(people);
        for (int i = 0; i < posted.size(); i += CODE_TRIED_EVERY) {
            LetterDeskRow letter = posted.get(i);
            letterDesk.redeems(letter, cast.person(letter.pensionerId()).pensionNumber());
            redeemed.add(letter.pensionerId());
        }
        try (Database database = Database.open(store)) {
            for (String id : people) {
                History history = database.read(tx -> tx.events().history(id));
                for (Class<? extends Event> once :
                        List.of(Event.LetterGenerated.class, Event.LetterPrinted.class, Event.LetterPosted.class)) {
                    assertThat(history.all(once)).as(once.getSimpleName()).hasSize(1);
                }
                assertThat(history.has(Event.Confirmed.class)).isEqualTo(redeemed.contains(id));
                List<AuditEntry> trail =
                        database.read(tx -> tx.audit().page(id, null, 50)).entries();
                for (AuditAct once : List.of(AuditAct.LETTER_GENERATED, AuditAct.LETTER_PRINTED)) {
                    assertThat(trail)
                            .filteredOn(row -> row.act().equals(once.key())
                                    && row.agentId().equals("emil"))
                            .as(once.key())
                            .hasSize(1);
                }
            }
        }
    }
}
