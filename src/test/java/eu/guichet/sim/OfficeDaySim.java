package eu.guichet.sim;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.oidc.StandInProvider;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.DurablePostgres;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Alert;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.CallbackPatch;
import eu.guichet.contract.HandoverDraft;
import eu.guichet.contract.HandoverPatch;
import eu.guichet.contract.LetterDeskRow;
import eu.guichet.contract.OpenHandover;
import eu.guichet.contract.Worklist;
import eu.guichet.contract.WorklistRow;
import eu.guichet.faults.Node;
import eu.guichet.process.Event;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day of an office: two agents, a letter officer and a supervisor work on two nodes and one PostgreSQL, and an auditor looks at
 * it in the evening. Run by {@code mvn -ntp verify -Psim}; with {@code -Dsim.seed=} the same people are in touch for the same
 * reasons.
 */
class OfficeDaySim {
    private static final int CONTACTS = Integer.getInteger("sim.contacts", 300);
    private static final int MORNING_LETTERS = 40;
    private static final String CONFIG = """
            printing = desk
            BRU.counter.hours = MONDAY-SUNDAY 0:00-23:59
            BRU.phone.hours = MONDAY-SUNDAY 0:00-23:59
            holidays =
            limits.searches = 0
            limits.files = 0
            limits.worklists = 0
            limits.verifications = 0
            limits.messages = 0
            limits.letters = 0
            limits.letters-agent-day = 0
            limits.letters-office-day = 0
            """;

    @TempDir
    Path folder;

    private final long seed = seed();
    private final Random random = new Random(seed);
    private final Journal journal = new Journal();
    private final StandInProvider provider = new StandInProvider();
    private final Instant begun = Instant.now();
    private final Cast cast = new Cast(begun, random);
    private final List<Reason.Case> cases = new ArrayList<>();
    private final Set<String> askedForAccess = ConcurrentHashMap.newKeySet();
    private final List<String> lifted = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // signed in by the test
    private Colleague anna;

    @SuppressWarnings("NullAway.Init") // signed in by the test
    private Colleague bruno;

    @SuppressWarnings("NullAway.Init") // signed in by the test
    private Colleague emil;

    @SuppressWarnings("NullAway.Init") // signed in by the test
    private Colleague chloe;

    @SuppressWarnings("NullAway.Init") // signed in by the test
    private Colleague dora;

    private static long seed() {
        String given = System.getProperty("sim.seed", "");
        return given.isEmpty() ? new Random().nextInt(1_000_000) : Long.parseLong(given);
    }

    private String token(String subject, String name, String role) {
        return provider.signed(provider.claims(StandInProvider.person(subject, name, "guichet-" + role, "BRU"))
                .build());
    }

    @Test
    void at_the_end_of_a_day_every_list_is_empty_or_says_why_and_no_act_is_lost_or_doubled()
            throws IOException, InterruptedException, ExecutionException {
        told.add(CONTACTS + " contacts, seed " + seed);
        provider.life = Duration.ofHours(1);
        String store = new DurablePostgres().url();
        fill(store);
        try (Outside outside = new Outside(token("rcam", "RCAM", "process"), journal)) {
            Path config = config(outside);
            try (Node first = Node.start("first", store, config, folder);
                    Node second = Node.start("second", store, config, folder)) {
                List<URI> nodes = List.of(URI.create(first.url()), URI.create(second.url()));
                outside.reportsTo(nodes.getFirst());
                signIn(nodes);
                try {
                    day(outside, store);
                } finally {
                    Stream.of(anna, bruno, emil, chloe, dora).forEach(Colleague::close);
                }
            }
        } finally {
            provider.close();
            tell();
        }
    }

    private Path config(Outside outside) throws IOException {
        Path password = Files.writeString(folder.resolve("mailbox"), Outside.password());
        Path receipts = Files.writeString(folder.resolve("receipts"), Outside.receiptSecret());
        return Files.writeString(
                folder.resolve("own.properties"),
                provider.lines() + CONFIG + outside.lines(password.toString(), receipts.toString()));
    }

    private void signIn(List<URI> nodes) {
        anna = new Colleague(nodes, token("anna", "Anna Berger", "agent"), journal);
        bruno = new Colleague(nodes, token("bruno", "Bruno Costa", "agent"), journal);
        emil = new Colleague(nodes, token("emil", "Emil Novak", "letter-officer"), journal);
        chloe = new Colleague(nodes, token("chloe", "Chloé Petit", "supervisor"), journal);
        dora = new Colleague(nodes, token("dora", "Dora Weiss", "auditor"), journal);
    }

    private void fill(String store) {
        try (Database database = Database.open(store)) {
            cast.store(database, false, bulk -> {
                for (int i = 0; i < MORNING_LETTERS; i++) {
                    askedForAccess.add(cast.somebody()
                            .asksForAccess(Duration.ofDays(2))
                            .stored(bulk)
                            .id());
                }
                reasons()
                        .forEach(reason -> cases.add(
                                new Reason.Case(reason, reason.past(cast).stored(bulk))));
            });
        }
    }

    /** Each at least once; the others drawn by how often they are met. */
    private List<Reason> reasons() {
        List<Reason> all = new ArrayList<>(List.of(Reason.values()));
        int weights = all.stream().mapToInt(Reason::weight).sum();
        while (all.size() < CONTACTS) {
            int drawn = random.nextInt(weights);
            for (Reason reason : Reason.values()) {
                drawn -= reason.weight();
                if (drawn < 0) {
                    all.add(reason);
                    break;
                }
            }
        }
        Collections.shuffle(all, random);
        return all;
    }

    private void day(Outside outside, String store) throws InterruptedException, ExecutionException {
        Flows flows = new Flows(bruno, chloe, outside, journal);
        LetterDesk letterDesk = new LetterDesk(emil, outside, cast, journal);
        lap("morning");
        told.add("the morning's batch: " + letterDesk.batch(Set.copyOf(askedForAccess)) + " letters");
        lap("batch");
        contacts(flows);
        lap("contacts");
        approvals(flows);
        flows.promised.forEach(this::calls);
        lifts(flows);
        lap("call-backs, approvals, freezes");
        told.add("the afternoon's batch: " + letterDesk.batch(Set.copyOf(lifted)) + " letters");
        LocalDate today = LocalDate.now(Cast.ZONE);
        List<LetterDeskRow> posted = letterDesk.posts(today);
        letterDesk.comesBack(posted, today);
        told.add(posted.size() + " letters posted");
        lap("posting");
        mail(flows, outside);
        lap("answers and bounces by mail");
        told.add("");
        Evening evening = new Evening(journal, told, chloe, dora, List.of(anna, bruno, emil, chloe));
        List<String> wrong = new ArrayList<>(evening.lists(letterDesk));
        wrong.addAll(evening.trail(store, outside, cast));
        wrong.addAll(evening.figures(begun));
        assertThat(wrong).isEmpty();
        lap("the auditor");
    }

    private long lap = System.nanoTime();

    private void lap(String what) {
        long now = System.nanoTime();
        System.out.printf("%s: %.1f s%n", what, (now - lap) / 1e9);
        lap = now;
    }

    /** Each colleague goes on with the next one as soon as a contact is over. */
    private void contacts(Flows flows) throws InterruptedException, ExecutionException {
        Map<Colleague, List<Integer>> whose = IntStream.range(0, cases.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> answers(cases.get(i).reason(), i), ConcurrentHashMap::new, Collectors.toList()));
        try (ExecutorService desks = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> working = new ArrayList<>();
            whose.forEach((colleague, mine) -> working.add(desks.submit(() -> {
                mine.forEach(i -> flows.run(colleague, cases.get(i), i));
                return null;
            })));
            for (Future<?> one : working) {
                one.get();
            }
        }
        Map<Reason, Long> mix = new TreeMap<>(
                cases.stream().collect(Collectors.groupingBy(Reason.Case::reason, Collectors.counting())));
        told.add("reasons: " + mix);
    }

    /** Agents answer most; what needs two has one who begins it, and what a supervisor decides is not the supervisor's own. */
    private Colleague answers(Reason reason, int number) {
        return switch (reason) {
            case SMS_DISTURBED, TWO_AT_ONE_FILE -> anna;
            case NOT_ME, THIRD_LETTER, ADDRESS_IN_DOUBT -> number % 2 == 0 ? anna : bruno;
            case FORGOTTEN_CODE,
                    LETTER_NOT_ARRIVED,
                    LETTER_RETURNED,
                    SMS_NOT_ARRIVED,
                    EMAIL_NOT_ARRIVED,
                    EMAIL_BOUNCES,
                    HAND_OVER,
                    CALL_BACK,
                    WRONG_FILE -> List.of(anna, bruno, anna, bruno, emil, chloe).get(number % 6);
        };
    }

    /** The supervisor goes through the list; one in four is refused. */
    private void approvals(Flows flows) {
        int number = 0;
        for (WorklistRow row : chloe.rows(Worklist.APPROVALS)) {
            String id = row.pensionerId();
            Flows.Asked asked = Objects.requireNonNull(flows.approvals.get(id), "somebody asked");
            String etag = chloe.openedFromList(id, AccessReason.worklist(Worklist.APPROVALS))
                    .etag();
            boolean refused = number++ % 4 == 3;
            ApprovalDecision decision =
                    refused ? ApprovalDecision.refuse("She has the letter.") : ApprovalDecision.approve();
            assertThat(chloe.client().decide(asked.approvalId(), etag, decision).state())
                    .isEqualTo(refused ? ApprovalState.REFUSED : ApprovalState.DONE);
            chloe.keep(AuditAct.APPROVAL_DECIDED, id);
            journal.event(id, Event.ApprovalDecided.class);
            if (refused) {
                journal.leaves(Worklist.STUCK, id, "no third letter: she has the one before and looks for it");
            } else {
                journal.row(asked.by().me(), AuditAct.LETTER_GENERATED, id, asked.contactId(), Journal.DONE, "");
                journal.event(id, Event.LetterGenerated.class);
            }
            chloe.closes(id, "");
            assertThat(asked.by().client().approval(asked.approvalId()).state())
                    .isEqualTo(refused ? ApprovalState.REFUSED : ApprovalState.DONE);
            asked.by().keep(AuditAct.APPROVAL_READ, id);
        }
    }

    private void calls(Flows.Promised promised) {
        Colleague by = promised.by();
        String id = promised.callback().pensionerId();
        by.openedFromList(id, AccessReason.worklist(Worklist.CALLBACKS));
        IdempotencyKey key = IdempotencyKey.create();
        by.onceDone(
                AuditAct.CALLBACK_ENDED,
                id,
                Event.CallbackEnded.class,
                client -> client.changeCallback(
                        by.contact(id), promised.callback().id(), new CallbackPatch.Done(), key));
        by.closes(id, "");
    }

    /** What agents froze a supervisor lifts where DIGIT has said that it was she after all. */
    private void lifts(Flows flows) {
        int number = 0;
        for (String id : flows.frozen) {
            if (number++ % 2 == 0) {
                flows.lift(id, Alert.FROZEN, "DIGIT: she signed in herself.");
                // the code of her letter has ended, so that she needs another one
                lifted.add(id);
            } else {
                journal.leaves(Worklist.FROZEN, id, "DIGIT still looks at who signed in");
            }
        }
    }

    /** DIGIT's numbers and the bounces have come by now; what DIGIT said is kept, but for those of which it has said nothing. */
    private void mail(Flows flows, Outside outside) {
        Await.until("DIGIT's mailbox", () -> outside.askedDigit() == flows.withDigit.size());
        int number = 0;
        for (Map.Entry<String, Colleague> one : new TreeMap<>(flows.withDigit).entrySet()) {
            String id = one.getKey();
            Colleague by = one.getValue();
            by.openedFromList(id, AccessReason.worklist(Worklist.HANDED_OVER));
            OpenHandover handover = answered(by, id);
            journal.event(id, Event.TicketNoted.class);
            if (number++ % 4 == 0) {
                journal.leaves(Worklist.HANDED_OVER, id, "DIGIT has given a number and not answered yet");
            } else {
                by.client()
                        .changeHandover(
                                by.contact(id),
                                new HandoverPatch.Answered(handover.id(), "The account is open again."));
                by.keep(AuditAct.HANDOVER_CHANGED, id);
                journal.event(id, Event.DigitAnswered.class);
            }
            by.closes(id, "");
        }
        Await.until(
                "the bounces", () -> chloe.client().worklists().of(Worklist.MESSAGE_FAILED) == flows.bounced.size());
        int wrong = 0;
        for (Pensioner person : flows.bounced) {
            if (wrong++ % 2 == 0) {
                journal.leaves(
                        Worklist.MESSAGE_FAILED,
                        person.id(),
                        "no mailbox at the address on file; the register is asked");
            } else {
                flows.setsPassword(person);
            }
        }
    }

    private static OpenHandover answered(Colleague by, String id) {
        HandoverDraft[] draft = new HandoverDraft[1];
        Await.until("DIGIT's number", () -> {
            draft[0] = by.client().handoverDraft(by.contact(id));
            by.keep(AuditAct.HANDOVER_DRAFTED, id);
            return draft[0].open().getFirst().ticket() != null;
        });
        return draft[0].open().getFirst();
    }

    private void tell() throws IOException {
        told.forEach(System.out::println);
        Files.write(Path.of("target", "sim.txt"), told);
    }
}
