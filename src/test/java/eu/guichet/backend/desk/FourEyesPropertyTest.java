package eu.guichet.backend.desk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.enrolment.Etag;
import eu.guichet.backend.store.StoredApproval;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Alert;
import eu.guichet.contract.AlertLift;
import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.ApprovalDecision;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.LetterRequest;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Role;
import eu.guichet.process.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Whatever two supervisors and an agent do after one another, nobody ever approves what they asked for themselves. */
class FourEyesPropertyTest {
    private static final Principal OTHER = new Principal("s2", "B. L.", Role.SUPERVISOR, OfficeCode.LUX);
    private static final List<Principal> PEOPLE = List.of(Counter.AGENT, Counter.SUPERVISOR, OTHER);
    private static final String WHY = "It was asked for at the counter.";

    /** What somebody tries next. */
    enum Try {
        LETTER,
        SAME_LETTER,
        FREEZE,
        LIFT,
        APPROVE,
        REFUSE,
        WAIT
    }

    record Step(Try what, Principal who, int which) {}

    @Property(tries = 40)
    void no_sequence_lets_anybody_approve_their_own(@ForAll("steps") List<Step> steps) throws IOException {
        Path folder = Files.createTempDirectory("four-eyes");
        try (Counter counter = new Counter(folder)) {
            counter.decided("approval.letters", "1");
            counter.decided("approval.alert-lifts", "on");
            counter.accessRequested();
            List<String> asked = new ArrayList<>();
            for (Step step : steps) {
                try {
                    attempt(counter, step, asked);
                } catch (Refusal refused) {
                    // what is refused changes nothing; what is left is looked at below
                    assertThat(refused.type()).isNotNull();
                }
            }
            judge(counter, asked);
        } finally {
            delete(folder);
        }
    }

    private static void judge(Counter counter, List<String> asked) {
        Map<String, StoredApproval> approvals = new TreeMap<>();
        asked.forEach(id -> approvals.put(
                id, counter.database.read(tx -> tx.approvals().find(id)).orElseThrow()));
        for (StoredApproval approval : approvals.values()) {
            StoredLetter.@Nullable Person by =
                    approval.decision() == null ? null : approval.decision().by();
            if (by != null) {
                assertThat(by.id()).isNotEqualTo(approval.asker().id()).isIn(Counter.SUPERVISOR.id(), OTHER.id());
            }
        }
        List<StoredLetter> codes = counter.database.read(tx -> tx.letters().of(Counter.HER)).stream()
                .filter(letter -> letter.kind() == LetterKind.CODE)
                .toList();
        assertThat(codes)
                .as("a letter for each that was approved, and no other")
                .extracting(StoredLetter::id)
                .containsExactlyInAnyOrderElementsOf(approvals.values().stream()
                        .filter(approval -> approval.state() == ApprovalState.DONE)
                        .flatMap(approval -> Stream.ofNullable(
                                Objects.requireNonNull(approval.decision()).resultId()))
                        .toList());
        long lifted = counter.database
                .read(tx -> tx.events().history(Counter.HER))
                .all(Event.AlertLifted.class)
                .count();
        assertThat(lifted)
                .isEqualTo(approvals.values().stream()
                        .filter(approval ->
                                approval.state() == ApprovalState.DONE && approval.act() == ApprovalAct.LIFT_ALERT)
                        .count());
    }

    private static void attempt(Counter counter, Step step, List<String> asked) {
        Principal who = step.who();
        switch (step.what()) {
            case LETTER -> keep(letter(counter, who, "a-letter-" + asked.size() + "-" + step.which()), asked);
            case SAME_LETTER -> keep(letter(counter, who, "the-same-letter"), asked);
            case FREEZE ->
                new Freeze(counter.desk, new FreezeNotice(counter.desk, new SecureRandom()))
                        .freeze(counter.here(who, AccessReason.COUNTER), "freeze-" + asked.size() + step.which());
            case LIFT -> {
                if (who.role() == Role.SUPERVISOR) {
                    keep(
                            new LiftAlert(counter.desk)
                                    .lift(who, Counter.HER, new AlertLift(Alert.FROZEN, WHY), "lift-" + step.which()),
                            asked);
                }
            }
            case APPROVE -> decide(counter, step, asked, ApprovalDecision.approve());
            case REFUSE -> decide(counter, step, asked, ApprovalDecision.refuse(WHY));
            case WAIT -> {
                counter.pass(Duration.ofHours(9));
                deciding(counter).lapse();
            }
        }
    }

    private static void decide(Counter counter, Step step, List<String> asked, ApprovalDecision decision) {
        if (!asked.isEmpty()) {
            var _ = deciding(counter)
                    .decide(
                            step.who(),
                            asked.get(step.which() % asked.size()),
                            decision,
                            Etag.of(counter.pensioner().version()));
        }
    }

    private static DecideApproval deciding(Counter counter) {
        return new DecideApproval(
                counter.desk,
                new GenerateLetter(counter.desk, new SecureRandom(), _ -> true),
                new LiftAlert(counter.desk),
                new Oversee(counter.desk, _ -> ZoneId.of("Europe/Luxembourg"), List::of));
    }

    private static ActOutcome<StoredLetter> letter(Counter counter, Principal who, String key) {
        counter.verifiedBy(who);
        return new GenerateLetter(counter.desk, new SecureRandom(), _ -> true)
                .generate(
                        counter.here(who, AccessReason.COUNTER),
                        Etag.of(counter.pensioner().version()),
                        key,
                        LetterRequest.PLAIN);
    }

    private static void keep(ActOutcome<?> outcome, List<String> asked) {
        switch (outcome) {
            case ActOutcome.Performed<?> _ -> {}
            case ActOutcome.Waits<?>(StoredApproval approval) -> {
                if (!asked.contains(approval.id())) {
                    asked.add(approval.id());
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(Try.class),
                        Arbitraries.of(PEOPLE),
                        Arbitraries.integers().between(0, 3))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(14);
    }
}
