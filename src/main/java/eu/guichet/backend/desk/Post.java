package eu.guichet.backend.desk;

import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.ProblemType;
import eu.guichet.process.Event;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.LetterLine;
import java.time.LocalDate;
import java.util.Optional;

/** What the post did with a letter, whoever tells it: checked the same way and recorded as the same events. */
final class Post {
    private final Desk desk;

    Post(Desk desk) {
        this.desk = desk;
    }

    void record(Tx tx, Case about, StoredLetter letter, LetterPatch patch) {
        LetterState state = line(about, letter).state();
        if (state == LetterState.REDEEMED) {
            throw Refusal.of(ProblemType.ACTION_CLOSED);
        }
        switch (patch) {
            case LetterPatch.Posted(String itemNumber, LocalDate on) -> {
                if (state != LetterState.GENERATED) {
                    throw Refusal.of(ProblemType.ACTION_CLOSED);
                }
                requirePlausible(about, letter, on);
                ItemNumber item = free(tx, letter, itemNumber);
                tx.letters().posted(letter.id(), item);
                desk.record(tx, about, new Event.LetterPosted(desk.now(), letter.id(), item.value(), on));
            }
            case LetterPatch.Received(LocalDate on) -> {
                requirePlausible(about, letter, on);
                desk.record(tx, about, new Event.LetterReceived(desk.now(), letter.id(), on));
            }
            case LetterPatch.Returned returned -> {
                requirePlausible(about, letter, returned.on());
                tx.letters().kill(letter.id(), desk.now());
                desk.record(
                        tx, about, new Event.LetterReturned(desk.now(), letter.id(), returned.on(), returned.reason()));
            }
        }
    }

    private static LetterLine line(Case about, StoredLetter letter) {
        return about.enrolment().letters().stream()
                .filter(line -> line.id().equals(letter.id()))
                .findFirst()
                .orElseThrow();
    }

    private static ItemNumber free(Tx tx, StoredLetter letter, String itemNumber) {
        ItemNumber item = ItemNumber.parse(itemNumber).orElseThrow(() -> Refusal.invalid("itemNumber", "item-number"));
        Optional<StoredLetter> holder = tx.letters().byItemNumber(item.value());
        if (holder.filter(other -> !other.id().equals(letter.id())).isPresent()) {
            throw Refusal.invalid("itemNumber", "item-number-taken");
        }
        return item;
    }

    /** A letter that exists on paper, on a day not before it was generated and not in the future. */
    private void requirePlausible(Case about, StoredLetter letter, LocalDate on) {
        if (letter.fetchedAt() == null) {
            throw Refusal.invalid("state", "not-printed");
        }
        LocalDate generated = letter.generatedAt().atZone(desk.policy().zone()).toLocalDate();
        LocalDate today = desk.now().atZone(desk.policy().zone()).toLocalDate();
        LocalDate posted = line(about, letter).postedOn();
        if (on.isAfter(today)) {
            throw Refusal.invalid("on", "in-the-future");
        }
        if (on.isBefore(generated) || (posted != null && on.isBefore(posted))) {
            throw Refusal.invalid("on", "before-the-letter");
        }
    }
}
