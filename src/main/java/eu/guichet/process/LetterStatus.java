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
 * One letter and what became of it. Tries count from when it is known to have left the house; a wrong code entered before
 * was read from another paper and costs it nothing. Once the enrolment is confirmed, every letter but the redeemed one is
 * over: it counts as superseded, whichever was generated later.
 *
 * @param generatedBy name of the agent
 * @param usableUntil last second at which its code is accepted, for people to read; null while neither its posting nor its
 *     receipt is known, or when it is no longer outstanding
 * @param triesLeft wrong codes that may still be entered
 */
public record LetterStatus(
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
    static List<LetterStatus> of(History history, Policy policy, Instant now) {
        List<Event.LetterGenerated> generated =
                history.all(Event.LetterGenerated.class).toList();
        List<LetterStatus> lines = new ArrayList<>();
        for (int i = 0; i < generated.size(); i++) {
            Optional<Instant> supersededAt =
                    i + 1 < generated.size() ? Optional.of(generated.get(i + 1).at()) : Optional.empty();
            lines.add(line(generated.get(i), supersededAt, history, policy, now));
        }
        return lines;
    }

    private static LetterStatus line(
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
        int triesLeft = Math.max(0, policy.letters().tries() - wrongCodes(history, id));
        boolean over = supersededAt.isPresent() || history.has(Event.Confirmed.class);
        Instant end = end(letter, posted, received, policy);
        Instant lived = supersededAt.filter(now::isAfter).orElse(now);

        LetterState state;
        if (redeemed) {
            state = LetterState.REDEEMED;
        } else if (returned.isPresent()) {
            state = LetterState.RETURNED;
        } else if (triesLeft == 0) {
            state = LetterState.LOCKED;
        } else if (!lived.isBefore(end)) {
            state = LetterState.EXPIRED;
        } else if (over) {
            state = LetterState.SUPERSEDED;
        } else if (received.isPresent()) {
            state = LetterState.RECEIVED;
        } else {
            state = posted.isPresent() ? LetterState.POSTED : LetterState.GENERATED;
        }
        return new LetterStatus(
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
                state.outstanding() && state != LetterState.GENERATED ? end.minusSeconds(1) : null,
                triesLeft);
    }

    private static int wrongCodes(History history, String id) {
        return (int) history.all(Event.ConfirmationCodeRefused.class)
                .filter(refused -> refused.letterId().equals(id))
                .count();
    }

    /**
     * From when on the code is dead. While no receipt is known the post may have held it to the last day, so the months are
     * counted from there; while no posting is known either, as if it had been posted on the day it was generated, so that
     * none lives for ever.
     */
    private static Instant end(
            Event.LetterGenerated letter,
            Optional<Event.LetterPosted> posted,
            Optional<Event.LetterReceived> received,
            Policy policy) {
        LocalDate from = received.map(Event.LetterReceived::on)
                .orElseGet(() -> posted.map(Event.LetterPosted::on)
                        .orElseGet(() -> letter.at().atZone(policy.zone()).toLocalDate())
                        .plusDays(policy.letters().holdingDays()));
        return Period.ofMonths(from, policy.letters().lifeMonths()).end(policy.zone());
    }

    private static <E extends Event> Optional<E> last(History history, Class<E> type, Predicate<E> ofThisLetter) {
        return history.all(type).filter(ofThisLetter).reduce((earlier, later) -> later);
    }
}
