package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterState;
import eu.guichet.process.Event;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the post did with a letter, whoever tells it: checked the same way and recorded as the same events. It is taken in
 * whichever order it comes, because a posting may be told after the receipt, and the advice of receipt is often slower than
 * the code, or than the next letter.
 */
final class PostalRecords {
    private final Desk desk;

    PostalRecords(Desk desk) {
        this.desk = desk;
    }

    /** @return false when exactly this is on file already; nothing is recorded again then */
    boolean record(Tx tx, Principal who, OpenEnrolment about, StoredLetter letter, LetterPatch.Postal patch) {
        LetterStatus line = about.enrolment().letter(letter.id()).orElseThrow();
        if (recorded(line, patch)) {
            return false;
        }
        Instant now = afterTheLast(about, letter.id(), desk.now());
        switch (patch) {
            case LetterPatch.Posted(String itemNumber, LocalDate on) -> {
                if (line.postedOn() != null) {
                    throw Refusal.closed("posted-otherwise");
                }
                requirePlausible(letter, on);
                requireNotAfterItsArrival(line, on);
                ItemNumber item = free(tx, letter, itemNumber);
                tx.letters().posted(letter.id(), item, who.id());
                desk.record(tx, about, new Event.LetterPosted(now, letter.id(), item.value(), on));
            }
            case LetterPatch.Received(LocalDate on) -> {
                // the life of a code counts from its receipt: a second one would prolong it, or call it back
                if (line.receivedOn() != null) {
                    throw Refusal.closed("received-otherwise");
                }
                requirePlausible(letter, on);
                requireNotBeforePosting(line, on);
                tx.letters().received(letter.id(), who.id());
                desk.record(tx, about, new Event.LetterReceived(now, letter.id(), on));
            }
            case LetterPatch.Returned returned -> {
                if (line.state() == LetterState.REDEEMED) {
                    throw Refusal.closed("returned-though-redeemed");
                }
                // what the first reason closed, such as "deceased", is opened by a supervisor and by no other reason
                if (line.returnedOn() != null) {
                    throw Refusal.closed("returned-otherwise");
                }
                requirePlausible(letter, returned.on());
                requireNotBeforePosting(line, returned.on());
                // its code is kept: the state says that it is not accepted, and a return taken back lets it be again
                tx.letters().returned(letter.id(), who.id());
                desk.record(tx, about, new Event.LetterReturned(now, letter.id(), returned.on(), returned.reason()));
            }
        }
        return true;
    }

    private static boolean recorded(LetterStatus line, LetterPatch.Postal patch) {
        return switch (patch) {
            case LetterPatch.Posted posted ->
                posted.on().equals(line.postedOn())
                        && item(posted.itemNumber()).value().equals(line.itemNumber());
            case LetterPatch.Received(LocalDate on) -> on.equals(line.receivedOn());
            case LetterPatch.Returned returned ->
                returned.on().equals(line.returnedOn()) && returned.reason() == line.returnReason();
        };
    }

    /**
     * The moment for one more record of a letter: records of one moment would be ordered by what they say, and a posting that
     * follows a correction at once would then count as taken back with it.
     */
    static Instant afterTheLast(OpenEnrolment about, String letterId, Instant now) {
        return about.history().events().stream()
                .filter(event -> isPostal(event, letterId))
                .map(event -> event.at().plusMillis(1))
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now);
    }

    private static boolean isPostal(Event event, String letterId) {
        return (event instanceof Event.LetterPosted posted && posted.letterId().equals(letterId))
                || (event instanceof Event.LetterReceived received
                        && received.letterId().equals(letterId))
                || (event instanceof Event.LetterReturned returned
                        && returned.letterId().equals(letterId))
                || (event instanceof Event.PostalRecordRetracted retracted
                        && retracted.letterId().equals(letterId));
    }

    static ItemNumber item(String written) {
        return ItemNumber.parse(written).orElseThrow(() -> Refusal.invalid("itemNumber", "item-number"));
    }

    private static ItemNumber free(Tx tx, StoredLetter letter, String itemNumber) {
        ItemNumber item = item(itemNumber);
        if (letter.itemNumber() != null && !letter.itemNumber().equals(item.value())) {
            throw Refusal.invalid("itemNumber", "item-number-otherwise");
        }
        Optional<StoredLetter> holder = tx.letters().byItemNumber(item.value());
        if (holder.filter(other -> !other.id().equals(letter.id())).isPresent()) {
            throw Refusal.invalid("itemNumber", "item-number-taken");
        }
        return item;
    }

    /** A letter that exists on paper, on a day not before it was generated and not in the future. */
    private void requirePlausible(StoredLetter letter, LocalDate on) {
        if (letter.printed() == null) {
            throw Refusal.invalid("state", "not-printed");
        }
        if (on.isAfter(desk.now().atZone(desk.policy().zone()).toLocalDate())) {
            throw Refusal.invalid("on", "in-the-future");
        }
        if (on.isBefore(letter.generatedAt().atZone(desk.policy().zone()).toLocalDate())) {
            throw Refusal.invalid("on", "before-the-letter");
        }
    }

    private static void requireNotBeforePosting(LetterStatus line, LocalDate on) {
        LocalDate posted = line.postedOn();
        if (posted != null && on.isBefore(posted)) {
            throw Refusal.invalid("on", "before-the-letter");
        }
    }

    private static void requireNotAfterItsArrival(LetterStatus line, LocalDate on) {
        if (Stream.of(Optional.ofNullable(line.receivedOn()), Optional.ofNullable(line.returnedOn()))
                .flatMap(Optional::stream)
                .anyMatch(on::isAfter)) {
            throw Refusal.invalid("on", "after-its-arrival");
        }
    }
}
