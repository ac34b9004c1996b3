package eu.guichet.process;

import eu.guichet.contract.LetterState;
import eu.guichet.contract.PostalRecord;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one letter's paper, whatever stands on it: of each kind the latest event, and of the postal records only
 * those that were not taken back.
 *
 * @param latest the postal record that was made last
 */
record LetterTrail(
        Event.@Nullable LetterPrinted printed,
        Event.@Nullable LetterVoided voided,
        Event.@Nullable LetterPosted posted,
        Event.@Nullable LetterReceived received,
        Event.@Nullable LetterReturned returned,
        LetterStatus.@Nullable LatestRecord latest) {

    static LetterTrail of(History history, String letterId) {
        Event.LetterPosted posted = standing(
                history, Event.LetterPosted.class, e -> e.letterId().equals(letterId), letterId, PostalRecord.POSTED);
        Event.LetterReceived received = standing(
                history,
                Event.LetterReceived.class,
                e -> e.letterId().equals(letterId),
                letterId,
                PostalRecord.RECEIVED);
        Event.LetterReturned returned = standing(
                history,
                Event.LetterReturned.class,
                e -> e.letterId().equals(letterId),
                letterId,
                PostalRecord.RETURNED);
        return new LetterTrail(
                last(history, Event.LetterPrinted.class, e -> e.letterId().equals(letterId))
                        .orElse(null),
                last(history, Event.LetterVoided.class, e -> e.letterId().equals(letterId))
                        .orElse(null),
                posted,
                received,
                returned,
                latest(history, posted, received, returned));
    }

    /** How far the paper has come, where nothing but the paper counts. */
    LetterState state() {
        if (voided != null) {
            return LetterState.VOIDED;
        }
        if (returned != null) {
            return LetterState.RETURNED;
        }
        if (received != null) {
            return LetterState.RECEIVED;
        }
        if (posted != null) {
            return LetterState.POSTED;
        }
        return printed == null ? LetterState.GENERATED : LetterState.PRINTED;
    }

    private static LetterStatus.@Nullable LatestRecord latest(
            History history,
            Event.@Nullable LetterPosted posted,
            Event.@Nullable LetterReceived received,
            Event.@Nullable LetterReturned returned) {
        Comparator<Event> asRecorded =
                Comparator.comparingInt(event -> history.events().lastIndexOf(event));
        return Stream.of(
                        Optional.<Event>ofNullable(posted),
                        Optional.<Event>ofNullable(received),
                        Optional.<Event>ofNullable(returned))
                .flatMap(Optional::stream)
                .max(asRecorded)
                .map(event -> new LetterStatus.LatestRecord(
                        event.equals(returned)
                                ? PostalRecord.RETURNED
                                : event.equals(received) ? PostalRecord.RECEIVED : PostalRecord.POSTED,
                        event.at()))
                .orElse(null);
    }

    /** The latest postal record of its kind, unless it was taken back since. */
    private static <E extends Event> @Nullable E standing(
            History history, Class<E> type, Predicate<E> ofThisLetter, String letterId, PostalRecord kind) {
        return last(history, type, ofThisLetter)
                .filter(record -> last(
                                history,
                                Event.PostalRecordRetracted.class,
                                e -> e.letterId().equals(letterId) && e.what() == kind)
                        .filter(retracted -> history.isAfter(retracted, record))
                        .isEmpty())
                .orElse(null);
    }

    private static <E extends Event> Optional<E> last(History history, Class<E> type, Predicate<E> ofThisLetter) {
        return history.all(type).filter(ofThisLetter).reduce((earlier, later) -> later);
    }
}
