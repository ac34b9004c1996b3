package eu.guichet.process;

import eu.guichet.contract.LetterState;
import eu.guichet.contract.ReturnReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One letter and what became of it.
 *
 * @param generatedBy name of the agent
 * @param usableUntil last second at which its code is accepted; null while it is not posted, or no longer outstanding
 * @param triesLeft wrong codes that may still be entered
 */
public record LetterLine(
        String id,
        String reference,
        LetterState state,
        Instant generatedAt,
        String generatedBy,
        @Nullable String itemNumber,
        @Nullable LocalDate postedOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate returnedOn,
        @Nullable ReturnReason returnReason,
        @Nullable Instant usableUntil,
        int triesLeft) {

    /** All letters of a history, oldest first. */
    static List<LetterLine> of(History history, Policy policy, Instant now) {
        List<Event.LetterGenerated> generated =
                history.all(Event.LetterGenerated.class).toList();
        List<LetterLine> lines = new ArrayList<>();
        for (int i = 0; i < generated.size(); i++) {
            Optional<Instant> supersededAt =
                    i + 1 < generated.size() ? Optional.of(generated.get(i + 1).at()) : Optional.empty();
            lines.add(line(generated.get(i), supersededAt, history, policy, now));
        }
        return lines;
    }

    private static LetterLine line(
            Event.LetterGenerated letter, Optional<Instant> supersededAt, History history, Policy policy, Instant now) {
        String id = letter.letterId();
        Optional<Event.LetterPosted> posted =
                last(history, Event.LetterPosted.class, e -> e.letterId().equals(id));
        Optional<Event.LetterReceived> received =
                last(history, Event.LetterReceived.class, e -> e.letterId().equals(id));
        Optional<Event.LetterReturned> returned =
                last(history, Event.LetterReturned.class, e -> e.letterId().equals(id));
        boolean redeemed =
                history.all(Event.Confirmed.class).anyMatch(e -> e.letterId().equals(id));
        int refused = (int) history.all(Event.ConfirmationCodeRefused.class)
                .filter(e -> e.letterId().equals(id))
                .count();
        int triesLeft = Math.max(0, policy.letters().tries() - refused);
        Optional<Instant> end = end(posted, received, policy);
        Instant lived = supersededAt.filter(now::isAfter).orElse(now);

        LetterState state;
        if (redeemed) {
            state = LetterState.REDEEMED;
        } else if (returned.isPresent()) {
            state = LetterState.RETURNED;
        } else if (triesLeft == 0) {
            state = LetterState.LOCKED;
        } else if (end.filter(lived::isAfter).isPresent()) {
            state = LetterState.EXPIRED;
        } else if (supersededAt.isPresent()) {
            state = LetterState.SUPERSEDED;
        } else if (received.isPresent()) {
            state = LetterState.RECEIVED;
        } else {
            state = posted.isPresent() ? LetterState.POSTED : LetterState.GENERATED;
        }
        return new LetterLine(
                id,
                letter.reference(),
                state,
                letter.at(),
                letter.by(),
                posted.map(Event.LetterPosted::itemNumber).orElse(null),
                posted.map(Event.LetterPosted::on).orElse(null),
                received.map(Event.LetterReceived::on).orElse(null),
                returned.map(Event.LetterReturned::on).orElse(null),
                returned.map(Event.LetterReturned::reason).orElse(null),
                state.outstanding() ? end.orElse(null) : null,
                triesLeft);
    }

    /** While no receipt is known the post may have held it to the last day, so the months are counted from there. */
    private static Optional<Instant> end(
            Optional<Event.LetterPosted> posted, Optional<Event.LetterReceived> received, Policy policy) {
        return received.map(Event.LetterReceived::on)
                .or(() -> posted.map(e -> e.on().plusDays(policy.letters().holdingDays())))
                .map(from ->
                        Period.ofMonths(from, policy.letters().lifeMonths()).end(policy.zone()));
    }

    private static <E extends Event> Optional<E> last(History history, Class<E> type, Predicate<E> ofThisLetter) {
        return history.all(type).filter(ofThisLetter).reduce((earlier, later) -> later);
    }
}
