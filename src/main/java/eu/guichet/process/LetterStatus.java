package eu.guichet.process;

import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterKind;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One letter and what became of it. Tries count from when it is known to have left the house; a wrong code entered before
 * was read from another paper and costs it nothing. Once the enrolment is confirmed, every letter with a code but the
 * redeemed one is over: it counts as superseded, whichever was generated later. A notice has no code: it is neither
 * superseded nor does it expire.
 *
 * @param generatedBy name of the agent
 * @param cause why it replaced the one before, or null
 * @param terms what was promised with it
 * @param printedAt when its print job ended well, or null
 * @param voidReason why it was given up, or null
 * @param usableUntil last second at which its code is accepted, for people to read; null while neither its posting nor its
 *     receipt is known, or when it is no longer outstanding
 * @param triesLeft wrong codes that may still be entered; 0 for a notice
 * @param latestRecord the postal record that was made last and stands, or null
 */
public record LetterStatus(
        String id,
        LetterKind kind,
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
        int triesLeft,
        @Nullable LatestRecord latestRecord) {

    /** A postal record that stands: what was recorded, and when. */
    public record LatestRecord(PostalRecord what, Instant at) {}

    /** Why it may have to be replaced, likeliest first; empty where nothing on paper is lost by another letter. */
    public List<LetterCause> replacementCauses() {
        return switch (state) {
            case PRINTED -> List.of(LetterCause.LOST, LetterCause.DAMAGED);
            case POSTED -> List.of(LetterCause.NEVER_ARRIVED, LetterCause.LOST, LetterCause.DAMAGED);
            case RECEIVED -> List.of(LetterCause.LOST, LetterCause.DAMAGED);
            case GENERATED, REDEEMED, VOIDED, RETURNED, SUPERSEDED, EXPIRED, LOCKED -> List.of();
        };
    }

    /** All letters with a code of a history, oldest first. */
    static List<LetterStatus> of(History history, DatedPolicy policy, Instant now) {
        List<Event.LetterGenerated> generated =
                history.all(Event.LetterGenerated.class).toList();
        List<LetterStatus> letters = new ArrayList<>();
        for (int i = 0; i < generated.size(); i++) {
            Optional<Instant> supersededAt =
                    i + 1 < generated.size() ? Optional.of(generated.get(i + 1).at()) : Optional.empty();
            letters.add(withCode(generated.get(i), supersededAt, history, policy, now));
        }
        return letters;
    }

    /** All notices of a history, oldest first. */
    static List<LetterStatus> notices(History history, DatedPolicy policy) {
        return history.all(Event.NoticeOrdered.class)
                .map(notice -> notice(notice, LetterTrail.of(history, notice.letterId()), policy))
                .toList();
    }

    private static LetterStatus withCode(
            Event.LetterGenerated letter,
            Optional<Instant> supersededAt,
            History history,
            DatedPolicy policy,
            Instant now) {
        String id = letter.letterId();
        LetterTerms terms =
                letter.terms() == null ? policy.at(letter.at()).letters().terms() : letter.terms();
        LetterTrail trail = LetterTrail.of(history, id);
        boolean redeemed =
                history.all(Event.Confirmed.class).anyMatch(e -> e.letterId().equals(id));
        int triesLeft = Math.max(0, terms.tries() - wrongCodes(history, id));
        Optional<Instant> overAt = Stream.concat(
                        supersededAt.stream(),
                        history.all(Event.Confirmed.class).map(Event::at))
                .min(Comparator.naturalOrder());
        Instant end = end(letter, trail, terms, policy.zone());
        // what was over before its last day does not expire afterwards
        Instant lived = overAt.filter(now::isAfter).orElse(now);

        LetterState state;
        if (redeemed) {
            state = LetterState.REDEEMED;
        } else if (trail.voided() != null) {
            state = LetterState.VOIDED;
        } else if (trail.returned() != null) {
            state = LetterState.RETURNED;
        } else if (triesLeft == 0) {
            state = LetterState.LOCKED;
        } else if (!lived.isBefore(end)) {
            state = LetterState.EXPIRED;
        } else if (overAt.isPresent()) {
            state = LetterState.SUPERSEDED;
        } else {
            state = trail.state();
        }
        boolean underway = state == LetterState.POSTED || state == LetterState.RECEIVED;
        return status(
                id,
                LetterKind.CODE,
                letter.reference(),
                state,
                letter.at(),
                letter.by(),
                letter.cause(),
                terms,
                trail,
                underway ? end.minusSeconds(1) : null,
                triesLeft);
    }

    private static LetterStatus notice(Event.NoticeOrdered notice, LetterTrail trail, DatedPolicy policy) {
        return status(
                notice.letterId(),
                LetterKind.FREEZE_NOTICE,
                notice.reference(),
                trail.state(),
                notice.at(),
                notice.by(),
                null,
                policy.at(notice.at()).letters().terms(),
                trail,
                null,
                0);
    }

    private static LetterStatus status(
            String id,
            LetterKind kind,
            String reference,
            LetterState state,
            Instant generatedAt,
            String generatedBy,
            @Nullable LetterCause cause,
            LetterTerms terms,
            LetterTrail trail,
            @Nullable Instant usableUntil,
            int triesLeft) {
        Event.LetterPosted posted = trail.posted();
        Event.LetterReceived received = trail.received();
        Event.LetterReturned returned = trail.returned();
        return new LetterStatus(
                id,
                kind,
                reference,
                state,
                generatedAt,
                generatedBy,
                cause,
                terms,
                trail.printed() == null ? null : trail.printed().at(),
                trail.voided() == null ? null : trail.voided().reason(),
                posted == null ? null : posted.itemNumber(),
                posted == null ? null : posted.on(),
                received == null ? null : received.on(),
                returned == null ? null : returned.on(),
                returned == null ? null : returned.reason(),
                usableUntil,
                triesLeft,
                trail.latest());
    }

    private static int wrongCodes(History history, String id) {
        return (int) history.all(Event.ConfirmationCodeRefused.class)
                .filter(refused -> refused.letterId().equals(id))
                .count();
    }

    /**
     * From when on the code is no longer valid. While no receipt is known the post may have held it to the last day, so the
     * months are counted from there; while no posting is known either, as if it had been posted on the day it was generated,
     * so that none lives forever.
     */
    private static Instant end(Event.LetterGenerated letter, LetterTrail trail, LetterTerms terms, ZoneId zone) {
        Event.LetterPosted posted = trail.posted();
        Event.LetterReceived received = trail.received();
        LocalDate from;
        if (received != null) {
            from = received.on();
        } else {
            LocalDate left = posted == null ? letter.at().atZone(zone).toLocalDate() : posted.on();
            from = left.plusDays(terms.holdingDays());
        }
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
        return state == LetterState.POSTED ? postOfficeIsDone().orElse(null) : null;
    }

    /** The first day on which no post office holds it any more, whatever became of it; empty while it is not posted. */
    Optional<LocalDate> postOfficeIsDone() {
        return Optional.ofNullable(postedOn).map(day -> day.plusDays(terms.holdingDays() + 1L));
    }
}
