package eu.guichet.process;

import eu.guichet.contract.Alert;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.MessageStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A case that was handed to DIGIT, and what has become of it. It is over when DIGIT has answered, when what it was asked for
 * has happened, or when the hand-over was a mistake.
 *
 * @param by name of the agent
 * @param byId of that agent; null where it was not kept
 * @param ticket DIGIT's number; null while it is awaited
 * @param messageId of the message that was sent from here, or null
 * @param message how far that has come, or null
 * @param followUp day on which to ask DIGIT again, or null
 * @param end null while DIGIT has it
 */
public record HandoverStatus(
        String id,
        HandoverMatter matter,
        Instant at,
        String by,
        @Nullable String byId,
        @Nullable String ticket,
        @Nullable String messageId,
        Event.@Nullable MessageProgressed message,
        @Nullable LocalDate followUp,
        @Nullable End end) {
    private static final Set<Class<? extends Event>> ACCOUNT_SOLVED =
            Set.of(Event.AccountRequested.class, Event.PasswordSet.class);

    private static final Set<Class<? extends Event>> FACTOR_SOLVED =
            Set.of(Event.PhoneAdded.class, Event.PhoneConfirmed.class, Event.SignedIn.class);

    /** How a case ends. */
    public enum End {
        ANSWERED,
        /** What DIGIT was asked for has happened. */
        SOLVED,
        RETRACTED
    }

    static HandoverStatus of(History history, Event.HandedOver handed) {
        String id = idOf(handed);
        HandoverMatter matter = matterOf(history, handed);
        String messageId = handed.messageId();
        String ticket = history.all(Event.TicketNoted.class)
                .filter(noted -> noted.handover().equals(id))
                .map(Event.TicketNoted::ticket)
                .reduce((earlier, later) -> later)
                .orElse(handed.ticket());
        LocalDate followUp = history.all(Event.FollowUpMoved.class)
                .filter(moved -> moved.handover().equals(id))
                .map(Event.FollowUpMoved::on)
                .reduce((earlier, later) -> later)
                .orElse(handed.followUp());
        return new HandoverStatus(
                id,
                matter,
                handed.at(),
                handed.by(),
                handed.byId(),
                ticket,
                messageId,
                messageId == null ? null : progress(history, messageId).orElse(null),
                followUp,
                end(history, handed, id, matter).orElse(null));
    }

    /** Those from before they had an id are told apart by their moment. */
    private static String idOf(Event.HandedOver handed) {
        return Objects.requireNonNullElseGet(
                handed.id(), () -> "at-" + handed.at().toEpochMilli());
    }

    /** Before there were several, a frozen file could be handed over at any step, and every other one up to step 5. */
    private static HandoverMatter matterOf(History history, Event.HandedOver handed) {
        if (handed.matter() != null) {
            return handed.matter();
        }
        boolean frozen = history.all(Event.Frozen.class)
                .filter(one -> history.isAfter(handed, one))
                .reduce((earlier, later) -> later)
                .filter(one -> history.all(Event.AlertLifted.class)
                        .noneMatch(lifted -> lifted.alert() == Alert.FROZEN
                                && history.isAfter(lifted, one)
                                && history.isAfter(handed, lifted)))
                .isPresent();
        return frozen ? HandoverMatter.NOT_ME : HandoverMatter.ACCOUNT;
    }

    private static Optional<Event.MessageProgressed> progress(History history, String messageId) {
        return history.all(Event.MessageProgressed.class)
                .filter(one -> one.messageId().equals(messageId))
                .reduce((one, other) -> one.status().compareTo(other.status()) > 0 ? one : other);
    }

    private static Optional<End> end(History history, Event.HandedOver handed, String id, HandoverMatter matter) {
        if (history.all(Event.HandoverRetracted.class)
                .anyMatch(taken -> taken.handover().equals(id))) {
            return Optional.of(End.RETRACTED);
        }
        if (history.all(Event.DigitAnswered.class)
                .anyMatch(answer -> answer.handover().equals(id))) {
            return Optional.of(End.ANSWERED);
        }
        boolean solved = switch (matter) {
            case ACCOUNT -> history.hasAfter(handed, ACCOUNT_SOLVED);
            case LOST_FACTOR -> history.hasAfter(handed, FACTOR_SOLVED);
            case NOT_ME ->
                history.all(Event.AlertLifted.class)
                        .anyMatch(lifted -> lifted.alert() == Alert.FROZEN && history.isAfter(lifted, handed));
            // nothing is reported of accounts that were made one
            case SECOND_ACCOUNT -> false;
        };
        return solved ? Optional.of(End.SOLVED) : Optional.empty();
    }

    public boolean open() {
        return end == null;
    }

    /** How far its message has come; null where none was sent from here. */
    public @Nullable MessageStatus status() {
        if (messageId == null) {
            return null;
        }
        return message == null ? MessageStatus.QUEUED : message.status();
    }

    /** Whether its message certainly did not reach DIGIT. */
    public boolean notArrived() {
        return message != null
                && switch (message.status()) {
                    case BOUNCED, FAILED -> true;
                    case QUEUED, SENT, DELIVERED -> false;
                };
    }

    /**
     * From when on somebody has to do something about it; empty where no day was set.
     *
     * @param zone in which its day begins
     */
    public Optional<Instant> due(ZoneId zone) {
        if (message != null && notArrived()) {
            return Optional.of(message.at());
        }
        return Optional.ofNullable(followUp).map(day -> day.atStartOfDay(zone).toInstant());
    }
}
