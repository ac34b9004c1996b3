package eu.guichet.backend.desk;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.LetterKind;
import eu.guichet.contract.PrintPlace;
import eu.guichet.contract.VoidReason;
import eu.guichet.process.Event;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The registered letter without a code that tells her that her file was frozen. The letter desk prints and posts it. */
public final class FreezeNotice {
    private final Desk desk;
    private final RandomGenerator random;

    /** @param random a {@link java.security.SecureRandom} but in tests */
    public FreezeNotice(Desk desk, RandomGenerator random) {
        this.desk = desk;
        this.random = random;
    }

    /**
     * Orders the notice, and gives up the letter that is outstanding: its code is no longer valid, wherever its paper is.
     *
     * @return the notice's id
     */
    String order(Tx tx, OpenEnrolment about, Principal who) {
        about.enrolment()
                .outstandingLetter()
                .ifPresent(letter -> VoidLetter.giveUp(desk, tx, about, letter.id(), VoidReason.FROZEN, who));
        Instant now = desk.now();
        String id = UUID.randomUUID().toString();
        String reference = LetterNumbers.free(tx, random).value();
        StoredLetter notice = StoredLetter.ordered(
                id,
                about.id(),
                LetterKind.FREEZE_NOTICE,
                reference,
                about.pensioner().office(),
                PrintPlace.LETTER_DESK,
                LetterCase.person(who),
                now,
                null);
        tx.letters().add(notice);
        OrderPrint.withLetter(desk, tx, notice);
        desk.record(tx, about, new Event.NoticeOrdered(now, id, reference, who.name()));
        return id;
    }
}
