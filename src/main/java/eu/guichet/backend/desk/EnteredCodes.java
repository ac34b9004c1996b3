package eu.guichet.backend.desk;

import eu.guichet.backend.store.CodeHash;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredCode;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.Event;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.ShortCode;
import java.time.Instant;
import java.util.Optional;

/**
 * Compares codes that were entered. The slow hash is made before the transaction; within it only the result counts, and only
 * if the code it was compared with is still the living one.
 */
final class EnteredCodes {
    private final Desk desk;

    EnteredCodes(Desk desk) {
        this.desk = desk;
    }

    /**
     * @param against id of the message or letter whose code was compared; empty when there was none to compare with
     */
    record Comparison(Optional<String> against, boolean match) {
        private static final Comparison NONE = new Comparison(Optional.empty(), false);
    }

    Comparison compare(Pensioner pensioner, ProcessEvent reported) {
        return switch (reported) {
            case ProcessEvent.ChallengeCodeEntered entered ->
                shortCode(pensioner, MessageKind.CHALLENGE_SMS, entered.code(), entered.occurredAt());
            case ProcessEvent.SignInCodeEntered entered ->
                shortCode(pensioner, MessageKind.SIGN_IN_SMS, entered.code(), entered.occurredAt());
            case ProcessEvent.ConfirmationCodeEntered entered ->
                letterCode(pensioner, entered.code(), entered.occurredAt());
            case ProcessEvent.AccountRequested _,
                    ProcessEvent.PasswordSet _,
                    ProcessEvent.PhoneAdded _,
                    ProcessEvent.PhoneConfirmed _,
                    ProcessEvent.SignInStarted _,
                    ProcessEvent.AccessRequested _,
                    ProcessEvent.LetterPosted _,
                    ProcessEvent.LetterReceived _,
                    ProcessEvent.LetterReturned _,
                    ProcessEvent.MessageSent _,
                    ProcessEvent.MessageReported _ -> Comparison.NONE;
        };
    }

    ProcessAnswer shortCode(Tx tx, OpenEnrolment about, Comparison comparison, Event accepted, Event refused) {
        MessageKind kind =
                accepted instanceof Event.PhoneConfirmed ? MessageKind.CHALLENGE_SMS : MessageKind.SIGN_IN_SMS;
        Optional<StoredCode> alive = tx.codes()
                .alive(about.id(), kind, accepted.at())
                .filter(code -> wasAskedFor(tx, code, accepted.at()))
                .filter(code ->
                        comparison.against().filter(code.messageId()::equals).isPresent());
        if (alive.isPresent() && comparison.match()) {
            tx.codes().invalidate(about.id(), kind);
            desk.record(tx, about, accepted);
            return ProcessAnswer.CODE_ACCEPTED;
        }
        alive.ifPresent(code -> miss(tx, code));
        desk.record(tx, about, refused);
        return ProcessAnswer.CODE_REFUSED;
    }

    ProcessAnswer confirmation(Tx tx, OpenEnrolment about, Comparison comparison, Instant at) {
        Optional<LetterStatus> outstanding = outstanding(about, at);
        if (outstanding.isEmpty()) {
            return ProcessAnswer.CODE_REFUSED;
        }
        LetterStatus letter = outstanding.get();
        if (isBefore(at, letter.generatedAt())) {
            // typed from an older paper, whatever it says: nobody can have read this one
            return ProcessAnswer.CODE_REFUSED;
        }
        if (comparison.match()
                && comparison.against().filter(letter.id()::equals).isPresent()) {
            tx.letters().forgetCode(letter.id());
            desk.record(tx, about, new Event.Confirmed(at, letter.id()));
            return ProcessAnswer.CODE_ACCEPTED;
        }
        if (letter.state() == LetterState.GENERATED) {
            // typed from an older paper: that must not lock a letter nobody has seen
            return ProcessAnswer.CODE_REFUSED;
        }
        Event refused = new Event.ConfirmationCodeRefused(at, letter.id());
        desk.record(tx, about, refused);
        if (locks(about, refused)) {
            tx.letters().forgetCode(letter.id());
        }
        return ProcessAnswer.CODE_REFUSED;
    }

    /** Nobody can enter a code before its message was asked for. */
    private static boolean wasAskedFor(Tx tx, StoredCode code, Instant at) {
        return tx.messages()
                .find(code.messageId())
                .filter(message -> !isBefore(at, message.requestedAt()))
                .isPresent();
    }

    private static boolean isBefore(Instant at, Instant other) {
        return at.isBefore(other.minus(ReportTimes.SKEW));
    }

    /** As it was when the code was entered, which may be told after the last day is over. */
    private Optional<LetterStatus> outstanding(OpenEnrolment about, Instant at) {
        return about.pensioner()
                .enrolment(about.history(), desk.datedPolicy(), at)
                .outstandingLetter();
    }

    /** Whether it was one too many; the process says which of them count. */
    private boolean locks(OpenEnrolment about, Event refused) {
        return about.pensioner()
                .enrolment(about.history().plus(refused), desk.datedPolicy(), desk.now())
                .outstandingLetter()
                .isEmpty();
    }

    private Comparison shortCode(Pensioner pensioner, MessageKind kind, String typed, Instant at) {
        return desk.read(tx -> tx.codes().alive(pensioner.id(), kind, at))
                .map(code -> new Comparison(
                        Optional.of(code.messageId()),
                        code.isOf(ShortCode.read(typed).characters())))
                .orElse(Comparison.NONE);
    }

    private Comparison letterCode(Pensioner pensioner, String typed, Instant at) {
        Optional<StoredLetter> letter = desk.read(tx -> outstanding(desk.open(tx, pensioner.id()), at)
                .flatMap(line -> tx.letters().find(line.id())));
        Optional<ConfirmationCode> code = ConfirmationCode.read(typed);
        CodeHash hash = letter.map(StoredLetter::code).orElse(null);
        if (letter.isEmpty() || hash == null || code.isEmpty()) {
            return Comparison.NONE;
        }
        return new Comparison(
                Optional.of(letter.get().id()), hash.isOf(code.get().characters()));
    }

    private void miss(Tx tx, StoredCode code) {
        if (code.misses() + 1 >= desk.policy().messages().tries()) {
            tx.codes().invalidate(code.pensionerId(), code.kind());
        } else {
            tx.codes().miss(code.messageId());
        }
    }
}
