package eu.guichet.bench;

import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.people.SimulatedPeople;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.DurablePostgres;
import eu.guichet.client.ClientSettings;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistCount;
import eu.guichet.contract.WorklistPage;
import eu.guichet.contract.WorklistQuery;
import eu.guichet.contract.WorklistRow;
import eu.guichet.contract.WorklistSort;
import eu.guichet.process.Policy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How long a page of a worklist takes over HTTP, audit row on disk, for a supervisor who acts for all offices; and after how long
 * another desk, of another node where the store is a server, is told that a list has changed and counts it. Arguments: how many
 * people, and {@code sqlite} or {@code postgresql}. To put the people on file takes minutes: with {@code -Dbench.folder=} a store that is a
 * file is made there once and used again.
 */
public final class WorklistPages {
    private static final int WARM = 400;
    private static final int PAGES = 2_000;
    private static final int ACTS = 60;
    private static final int DEEPEST = 20;
    private static final double MILLIS = 1e6;

    private final Random random = new Random(1);
    private final List<GuichetClient> clients = new ArrayList<>();

    private WorklistPages() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int people = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        boolean postgresql = args.length < 2 || args[1].equals("postgresql");
        String kept = System.getProperty("bench.folder", "");
        Path folder = kept.isEmpty() ? Files.createTempDirectory("guichet-bench") : Path.of(kept);
        String store = postgresql
                ? new DurablePostgres().url()
                : folder.resolve("guichet.db").toString();
        try (Database database = Database.open(store)) {
            var _ = SimulatedPeople.populate(database, people, Policy.standard(), Instant.now(), 1);
        }
        StandInProvider provider = new StandInProvider();
        provider.life = Duration.ofHours(2);
        Gateways gateways = new Gateways();
        Path config = Files.writeString(
                folder.resolve("own.properties"),
                provider.lines() + gateways.lines() + "printing = desk\nlimits.worklists = 0\nlimits.files = 0\n");
        try (Server one = Server.inEarnest(store, config, folder);
                Server other = postgresql ? Server.inEarnest(store, config, folder) : null) {
            new WorklistPages()
                    .run(Stream.of(one, other == null ? one : other)
                            .map(server -> desk(provider, server.url()))
                            .toList());
        }
        System.exit(0);
    }

    private static GuichetClient desk(StandInProvider provider, URI node) {
        String token = provider.signed(
                provider.claims(StandInProvider.person("s1", "S. Albers", "guichet-supervisor", "BRU", "LUX", "ISP"))
                        .build());
        ClientSettings usual = ClientSettings.defaults();
        return GuichetClients.connect(
                node,
                () -> token,
                new ClientSettings(
                        usual.connectTimeout(),
                        Duration.ofMinutes(1),
                        usual.documentTimeout(),
                        usual.tries(),
                        usual.firstPause(),
                        Duration.ofMinutes(1),
                        usual.streamSilence(),
                        usual.firstReconnect(),
                        usual.lastReconnect()));
    }

    private void run(List<GuichetClient> desks) throws InterruptedException {
        clients.addAll(desks);
        GuichetClient desk = desks.getFirst();
        List<WorklistCount> counts = desk.worklists().lists();
        System.out.println(counts.stream().mapToInt(WorklistCount::count).sum() + " open items: " + counts);
        long[] nothing = new long[WARM];
        pages(desk, nothing);
        long[] pages = new long[PAGES];
        pages(desk, pages);
        System.out.println("a page: " + percentiles(pages));
        long[] counted = new long[PAGES / 4];
        for (int i = 0; i < counted.length; i++) {
            long begun = System.nanoTime();
            var _ = desk.worklists();
            counted[i] = System.nanoTime() - begun;
        }
        System.out.println("all counts: " + percentiles(counted));
        live(desk, desks.getLast());
        clients.forEach(GuichetClient::close);
    }

    /** Of every list, in every order, of one office or of all, at the beginning and further down. */
    private void pages(GuichetClient desk, long[] took) {
        List<Worklist> lists = Arrays.stream(Worklist.values())
                .filter(list -> !list.atLetterDesk())
                .toList();
        String after = null;
        WorklistQuery wanted = WorklistQuery.ALL;
        Worklist list = lists.getFirst();
        int deep = 0;
        for (int i = 0; i < took.length; i++) {
            if (after == null || deep++ > DEEPEST) {
                deep = 0;
                after = null;
                list = lists.get(random.nextInt(lists.size()));
                wanted = new WorklistQuery(
                        random.nextBoolean() ? null : one(OfficeCode.values()),
                        null,
                        random.nextInt(4) == 0 ? 7 : null,
                        null,
                        one(WorklistSort.values()),
                        null);
            }
            long begun = System.nanoTime();
            WorklistPage page = desk.worklist(list, wanted.after(after));
            took[i] = System.nanoTime() - begun;
            after = page.next();
        }
    }

    private <T> T one(T[] all) {
        return List.of(all).get(random.nextInt(all.length));
    }

    /** Files are frozen here; there it is heard and counted. */
    private void live(GuichetClient here, GuichetClient there) throws InterruptedException {
        BlockingQueue<LiveEvent> heard = new LinkedBlockingQueue<>();
        BlockingQueue<GuichetClient.Connection> connected = new LinkedBlockingQueue<>();
        List<Long> took = new ArrayList<>();
        try (GuichetClient.Subscription _ = there.listen(heard::add, connected::add)) {
            if (connected.poll(30, TimeUnit.SECONDS) != GuichetClient.Connection.CONNECTED) {
                throw new IllegalStateException("no live stream");
            }
            int frozen = there.worklists().of(Worklist.FROZEN);
            for (WorklistRow row :
                    here.worklist(Worklist.STUCK, WorklistQuery.ALL).rows()) {
                Contact contact =
                        here.openContact(new ContactRequest(row.pensionerId(), AccessReason.worklist(Worklist.STUCK)));
                PensionerFile file = here.open(contact);
                if (took.size() < ACTS
                        && file.action(ActionKind.REPORT_NOT_ME).orElseThrow().open()) {
                    heard.clear();
                    here.freeze(contact, IdempotencyKey.create());
                    long done = System.nanoTime();
                    frozen++;
                    while (there.worklists().of(Worklist.FROZEN) != frozen || !told(heard)) {
                        if (System.nanoTime() - done > TimeUnit.SECONDS.toNanos(30)) {
                            throw new IllegalStateException("never told");
                        }
                        TimeUnit.MILLISECONDS.sleep(5);
                    }
                    took.add(System.nanoTime() - done);
                }
                here.closeContact(contact.id());
            }
        }
        System.out.println("told and counted at the other desk after: "
                + percentiles(took.stream().mapToLong(Long::longValue).toArray()));
    }

    private static boolean told(BlockingQueue<LiveEvent> heard) {
        return heard.stream()
                .anyMatch(event -> event instanceof LiveEvent.WorklistsChanged changed
                        && changed.lists().contains(Worklist.FROZEN.key()));
    }

    private static String percentiles(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return "%d, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, longest %.1f ms"
                .formatted(
                        sorted.length,
                        sorted[sorted.length / 2] / MILLIS,
                        sorted[(int) (sorted.length * 0.95)] / MILLIS,
                        sorted[(int) (sorted.length * 0.99)] / MILLIS,
                        sorted[sorted.length - 1] / MILLIS);
    }
}
