package eu.guichet.process;

import eu.guichet.contract.HandoverMatter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All events of one enrolment, in the order they occurred. At one instant the process's own order decides, then what the
 * events say: never the order in which they arrived, which nobody can repeat. Immutable.
 */
public record History(List<Event> events) {
    private static final Comparator<Event> AS_IT_HAPPENED = Comparator.comparing(Event::at)
            .thenComparingInt(History::placeInTheProcess)
            .thenComparing(Event::toString);

    public static final History EMPTY = new History(List.of());

    /** @param events in any order */
    public History {
        events = events.stream().sorted(AS_IT_HAPPENED).toList();
    }

    public History plus(Event event) {
        return new History(Stream.concat(events.stream(), Stream.of(event)).toList());
    }

    public <E extends Event> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    public <E extends Event> Optional<E> first(Class<E> type) {
        return all(type).findFirst();
    }

    public <E extends Event> Optional<E> last(Class<E> type) {
        return all(type).reduce((earlier, later) -> later);
    }

    public boolean has(Class<? extends Event> type) {
        return events.stream().anyMatch(type::isInstance);
    }

    /**
     * Every hand-over to DIGIT with what has become of it, oldest first. Whoever judges by one asks here, so that one that is
     * taken back has to be left out in one place only.
     */
    public List<HandoverStatus> handovers() {
        return all(Event.HandedOver.class)
                .map(one -> HandoverStatus.of(this, one))
                .toList();
    }

    /** The latest case of this kind that DIGIT has; empty where it has none. */
    public Optional<HandoverStatus> handedOver(HandoverMatter matter) {
        return openHandovers().stream().filter(one -> one.matter() == matter).reduce((earlier, later) -> later);
    }

    /** What DIGIT has, oldest first. */
    public List<HandoverStatus> openHandovers() {
        return handovers().stream().filter(HandoverStatus::open).toList();
    }

    /** The approvals that are asked for at this moment: neither decided nor lapsed, oldest first. */
    List<Event.ApprovalAsked> approvalsAsked(Instant now) {
        return all(Event.ApprovalAsked.class)
                .filter(asked -> now.isBefore(asked.lapsesAt()))
                .filter(asked -> all(Event.ApprovalDecided.class)
                        .noneMatch(decided -> decided.approvalId().equals(asked.approvalId())))
                .toList();
    }

    /** Whether something of one of these kinds came after this event of the history. */
    boolean hasAfter(Event event, Set<Class<? extends Event>> kinds) {
        return events.stream().skip(events.lastIndexOf(event) + 1L).anyMatch(later -> kinds.contains(later.getClass()));
    }

    /** Whether the first of two events of this history came after the second. */
    boolean isAfter(Event one, Event other) {
        return events.lastIndexOf(one) > events.lastIndexOf(other);
    }

    private static int placeInTheProcess(Event event) {
        return switch (event) {
            case Event.AccountRequested _ -> 0;
            case Event.PasswordSet _ -> 1;
            case Event.PhoneAdded _ -> 2;
            case Event.ChallengeCodeRefused _ -> 3;
            case Event.PhoneConfirmed _ -> 4;
            case Event.SignInStarted _ -> 5;
            case Event.SignInCodeRefused _ -> 6;
            case Event.SignedIn _ -> 7;
            case Event.AccessRequested _ -> 8;
            case Event.MessageRequested _ -> 9;
            case Event.MessageProgressed _ -> 10;
            case Event.LetterGenerated _ -> 11;
            case Event.NoticeOrdered _ -> 12;
            case Event.LetterPrintFailed _ -> 13;
            case Event.LetterPrinted _ -> 14;
            case Event.LetterPosted _ -> 15;
            case Event.LetterReceived _ -> 16;
            case Event.LetterReturned _ -> 17;
            case Event.PostalRecordRetracted _ -> 18;
            case Event.ConfirmationCodeRefused _ -> 19;
            case Event.Confirmed _ -> 20;
            case Event.LetterVoided _ -> 21;
            case Event.HandedOver _ -> 22;
            case Event.RegisterChanged _ -> 23;
            case Event.RegisterDamaged _ -> 24;
            case Event.Frozen _ -> 25;
            case Event.AlertLifted _ -> 26;
            case Event.TicketNoted _ -> 27;
            case Event.FollowUpMoved _ -> 28;
            case Event.DigitAnswered _ -> 29;
            case Event.HandoverRetracted _ -> 30;
            case Event.VerificationRetracted _ -> 31;
            case Event.ContactClosed _ -> 32;
            case Event.ApprovalAsked _ -> 33;
            case Event.ApprovalDecided _ -> 34;
            case Event.CallbackPromised _ -> 35;
            case Event.CallbackMoved _ -> 36;
            case Event.CallbackEnded _ -> 37;
            case Event.OfficeNoteLeft _ -> 38;
            case Event.OfficeNoteChanged _ -> 39;
            case Event.CompetenceTransferred _ -> 40;
        };
    }
}
