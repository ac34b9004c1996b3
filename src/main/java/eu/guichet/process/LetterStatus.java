package eu.guichet.process;

import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PostalRecord;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.VoidReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One letter and what became of it. Tries count from when it is known to have left the house; a wrong code entered before
 * was read from another paper and costs it nothing. Once the enrolment is confirmed, every letter but the redeemed one is
 * over: it counts as superseded, whichever was generated later.
 *
 * @param generatedBy name of the agent
 * @param cause why it replaced the one before, or null
 * @param terms what was promised with it
 * @param printedAt when its print job ended well, or null
 * @param voidReason why it was given up, or null
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
        @Nullable LetterCause cause,
        LetterTerms terms,
        @Nullable Instant printedAt,
        @Nullable VoidReason voidReason,
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
        LetterTerms terms = letter.terms() == null ? policy.letters().terms() : letter.terms();
        Optional<Event.LetterPrinted> printed =
                last(history, Event.LetterPrinted.class, e -> e.letterId().equals(id));
        Optional<Event.LetterVoided> voided =
                last(history, Event.LetterVoided.class, e -> e.letterId().equals(id));
        Optional<Event.LetterPosted> posted =
                standing(history, Event.LetterPosted.class, e -> e.letterId().equals(id), id, PostalRecord.POSTED);
        Optional<Event.LetterReceived> received =
                standing(history, Event.LetterReceived.class, e -> e.letterId().equals(id), id, PostalRecord.RECEIVED);
        Optional<Event.LetterReturned> returned =
                standing(history, Event.LetterReturned.class, e -> e.letterId().equals(id), id, PostalRecord.RETURNED);
        boolean redeemed =
                history.all(Event.Confirmed.class).anyMatch(e -> e.letterId().equals(id));
        int triesLeft = Math.max(0, terms.tries() - wrongCodes(history, id));
        Optional<Instant> overAt = Stream.concat(
                        supersededAt.stream(),
                        history.all(Event.Confirmed.class).map(Event::at))
                .min(Comparator.naturalOrder());
        Instant end = end(letter, posted, received, terms, policy.zone());
        // what was over before its last day does not expire afterwards
        Instant lived = overAt.filter(now::isAfter).orElse(now);

        LetterState state;
        if (redeemed) {
            state = LetterState.REDEEMED;
        } else if (voided.isPresent()) {
            state = LetterState.VOIDED;
        } else if (returned.isPresent()) {
            state = LetterState.RETURNED;
        } else if (triesLeft == 0) {
            state = LetterState.LOCKED;
        } else if (!lived.isBefore(end)) {
            state = LetterState.EXPIRED;
        } else if (overAt.isPresent()) {
            state = LetterState.SUPERSEDED;
        } else if (received.isPresent()) {
            state = LetterState.RECEIVED;
        } else if (posted.isPresent()) {
            state = LetterState.POSTED;
        } else {
            state = printed.isPresent() ? LetterState.PRINTED : LetterState.GENERATED;
        }
        return new LetterStatus(
                id,
                letter.reference(),
                state,
                letter.at(),
                letter.by(),
                letter.cause(),
                terms,
                printed.map(Event::at).orElse(null),
                voided.map(Event.LetterVoided::reason).orElse(null),
                posted.map(Event.LetterPosted::itemNumber).orElse(null),
                posted.map(Event.LetterPosted::on).orElse(null),
                received.map(Event.LetterReceived::on).orElse(null),
                returned.map(Event.LetterReturned::on).orElse(null),
                returned.map(Event.LetterReturned::reason).orElse(null),
                state == LetterState.POSTED || state == LetterState.RECEIVED ? end.minusSeconds(1) : null,
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
            LetterTerms terms,
            ZoneId zone) {
        LocalDate from = received.map(Event.LetterReceived::on)
                .orElseGet(() -> posted.map(Event.LetterPosted::on)
                        .orElseGet(() -> letter.at().atZone(zone).toLocalDate())
                        .plusDays(terms.holdingDays()));
        return Period.ofMonths(from, terms.lifeMonths()).end(zone);
    }

    /** The first instant at which its code is no longer accepted because its months are over. */
    public Instant lapsesAt(ZoneId zone) {
        LocalDate from = receivedOn != null
                ? receivedOn
                : (postedOn != null ? postedOn : generatedAt.atZone(zone).toLocalDate()).plusDays(terms.holdingDays());
        return Period.ofMonths(from, terms.lifeMonths()).end(zone);
    }

    /** The day on which the post sends it back, while it is on its way; null otherwise. */
    public @Nullable LocalDate goesBackOn() {
        return state == LetterState.POSTED && postedOn != null ? postedOn.plusDays(terms.holdingDays() + 1L) : null;
    }

    /** The latest postal record of its kind, unless it was taken back since. */
    private static <E extends Event> Optional<E> standing(
            History history, Class<E> type, Predicate<E> ofThisLetter, String id, PostalRecord kind) {
        return last(history, type, ofThisLetter)
                .filter(record -> last(
                                history,
                                Event.PostalRecordRetracted.class,
                                e -> e.letterId().equals(id) && e.what() == kind)
                        .filter(retracted -> history.isAfter(retracted, record))
                        .isEmpty());
    }

    private static <E extends Event> Optional<E> last(History history, Class<E> type, Predicate<E> ofThisLetter) {
        return history.all(type).filter(ofThisLetter).reduce((earlier, later) -> later);
    }
}
