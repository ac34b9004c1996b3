package eu.guichet.backend.desk;

import eu.guichet.backend.access.Ground;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.Decision;
import eu.guichet.process.Outage;
import eu.guichet.process.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An act that was not done, and why. Nothing of it was recorded but the audit row that says so. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final String MISSES = "misses";
    private static final String LETTERS_AGENT_DAY = "letters-agent-day";
    private static final String LETTERS_OFFICE_DAY = "letters-office-day";
    private static final Set<String> LIMITS = Set.of(MISSES, LETTERS_AGENT_DAY, LETTERS_OFFICE_DAY);

    private final ProblemType type;
    private final transient List<Fault> faults;
    private final transient @Nullable ClosedAction closed;
    private final @Nullable Instant opensAt;
    private final @Nullable String why;

    /**
     * @param field name of the field as in the contract
     * @param key message key of what is wrong with it
     */
    public record Fault(String field, String key) {}

    /** Which action the policy closes, and why. */
    public record ClosedAction(ActionKind kind, Reason reason) {}

    private Refusal(
            ProblemType type,
            List<Fault> faults,
            @Nullable ClosedAction closed,
            @Nullable Instant opensAt,
            @Nullable String why) {
        super(type.key());
        this.type = type;
        this.faults = List.copyOf(faults);
        this.closed = closed;
        this.opensAt = opensAt;
        this.why = why;
    }

    public static Refusal of(ProblemType type) {
        return new Refusal(type, List.of(), null, null, null);
    }

    public static Refusal invalid(String field, String key) {
        return new Refusal(ProblemType.INVALID_REQUEST, List.of(new Fault(field, key)), null, null, null);
    }

    /** As the other, with a sentence of its own under the same key, within those of {@link ProblemType#INVALID_REQUEST}. */
    static Refusal unusable(String field, String key) {
        return new Refusal(ProblemType.INVALID_REQUEST, List.of(new Fault(field, key)), null, null, key);
    }

    static Refusal lockedUntil(Instant until) {
        return new Refusal(ProblemType.VERIFICATION_LOCKED, List.of(), null, until, null);
    }

    /** So many misses of one agent, about whomever, that this agent has to wait. */
    static Refusal tooManyMisses(Instant until) {
        return new Refusal(ProblemType.TOO_MANY_REQUESTS, List.of(), null, until, MISSES);
    }

    /** More than one agent may ask for in an hour. */
    public static Refusal limitReached(Instant until) {
        return new Refusal(ProblemType.TOO_MANY_REQUESTS, List.of(), null, until, "limit");
    }

    /** A program or a gateway reports faster than it may. */
    public static Refusal reportsTooFast(Instant until) {
        return new Refusal(ProblemType.TOO_MANY_REQUESTS, List.of(), null, until, "reports");
    }

    /** The letters of a day are used up, the agent's or the office's. */
    static Refusal quotaUsed(boolean ofOffice, Instant until) {
        String why = ofOffice ? LETTERS_OFFICE_DAY : LETTERS_AGENT_DAY;
        return new Refusal(ProblemType.TOO_MANY_REQUESTS, List.of(), null, until, why);
    }

    /** Signed in, and yet nobody here. */
    public static Refusal withoutRole() {
        return new Refusal(ProblemType.NOT_ALLOWED, List.of(), null, null, "without-role");
    }

    public static Refusal notAllowed(Ground ground) {
        return new Refusal(ProblemType.NOT_ALLOWED, List.of(), null, null, ground.key());
    }

    /** @param why message key of what closes the way, within those of {@link ProblemType#ACTION_CLOSED} */
    static Refusal closed(String why) {
        return new Refusal(ProblemType.ACTION_CLOSED, List.of(), null, null, why);
    }

    /** @param why as for {@link #closed(String)} */
    static Refusal closedUntil(String why, Instant opensAt) {
        return new Refusal(ProblemType.ACTION_CLOSED, List.of(), null, opensAt, why);
    }

    /** Somebody else has written something down of the office since it was read. */
    static Refusal officeChanged() {
        return new Refusal(ProblemType.FILE_CHANGED, List.of(), null, null, "office");
    }

    /** Pauses and caps are a matter of waiting, everything else of the process. */
    static Refusal closed(Decision decision, Reason reason) {
        ProblemType type = switch (reason) {
            case Reason.Pause(), Reason.Cap(int _), Reason.LetterCap(int _), Reason.FirstWait() ->
                ProblemType.TOO_MANY_REQUESTS;
            case Reason.ApprovalAsked(),
                    Reason.NotYet(int _),
                    Reason.Past(int _),
                    Reason.ChannelOff(),
                    Reason.NotOnFile(),
                    Reason.NoSignIn(),
                    Reason.AlreadyConfirmed(),
                    Reason.Frozen(),
                    Reason.Deceased(),
                    Reason.Disturbed(Outage _),
                    Reason.AddressInDoubt() -> ProblemType.ACTION_CLOSED;
        };
        return new Refusal(type, List.of(), new ClosedAction(decision.kind(), reason), decision.opensAt(), null);
    }

    public ProblemType type() {
        return type;
    }

    public List<Fault> faults() {
        return faults;
    }

    /** Set where the policy closes an action. */
    public @Nullable ClosedAction closedAction() {
        return closed;
    }

    /** When waiting opens the way, where it does. */
    public @Nullable Instant opensAt() {
        return opensAt;
    }

    /** Which limit on how much one agent may ask for was reached, where it was one that an act counts itself. */
    public Optional<String> limit() {
        return Optional.ofNullable(why).filter(LIMITS::contains);
    }

    /** Message key of the reason, within those of the type; null where the type or the closed action says it all. */
    public @Nullable String why() {
        return why;
    }
}
