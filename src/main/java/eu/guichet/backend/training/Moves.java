package eu.guichet.backend.training;

import eu.guichet.backend.store.StoredCode;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.EnrolmentState;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.TrainingWorld.MoveKind;
import eu.guichet.process.Enrolment;
import eu.guichet.process.LetterStatus;
import eu.guichet.process.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a simulated pensioner can sensibly do at the point where she stands. */
final class Moves {
    private final SimulatedPost post;

    Moves(SimulatedPost post) {
        this.post = post;
    }

    /** @param itemId of the message or letter it belongs to, or empty */
    record Possible(MoveKind kind, Optional<String> itemId) {
        private static Possible of(MoveKind kind) {
            return new Possible(kind, Optional.empty());
        }
    }

    List<Possible> of(Tx tx, String pensionerId, Enrolment enrolment, Instant now) {
        List<Possible> moves = new ArrayList<>(onHerWay(tx, pensionerId, enrolment, now));
        if (!enrolment.notices().isEmpty()) {
            withNotice(enrolment.notices().getLast()).stream()
                    .filter(move -> moves.stream().noneMatch(other -> other.kind() == move.kind()))
                    .forEach(moves::add);
        }
        return moves;
    }

    /** What can be done with the notice that her file was frozen. */
    private static List<Possible> withNotice(LetterStatus notice) {
        Optional<String> id = Optional.of(notice.id());
        return switch (notice.state()) {
            case PRINTED -> List.of(new Possible(MoveKind.POST_LETTER, id));
            case POSTED -> List.of(new Possible(MoveKind.RECEIVE_LETTER, id), new Possible(MoveKind.RETURN_LETTER, id));
            case GENERATED, RECEIVED, REDEEMED, VOIDED, RETURNED, SUPERSEDED, EXPIRED, LOCKED -> List.of();
        };
    }

    private List<Possible> onHerWay(Tx tx, String pensionerId, Enrolment enrolment, Instant now) {
        EnrolmentState state = enrolment.state();
        return switch (state) {
            case NOT_STARTED -> List.of(Possible.of(MoveKind.REQUEST_ACCOUNT));
            case ACCOUNT_REQUESTED ->
                enrolment.situation() == Situation.ACTIVATION_DELIVERED
                        ? List.of(Possible.of(MoveKind.OPEN_LINK_AND_SET_PASSWORD))
                        : List.of();
            case PASSWORD_SET -> List.of(Possible.of(MoveKind.ADD_PHONE));
            case PHONE_PENDING ->
                typing(
                        tx,
                        pensionerId,
                        MessageKind.CHALLENGE_SMS,
                        now,
                        MoveKind.TYPE_CHALLENGE_CODE,
                        MoveKind.TYPE_WRONG_CHALLENGE_CODE);
            case PHONE_CONFIRMED -> signingIn(tx, pensionerId, enrolment, now);
            case ACCESS_REQUESTED, CONFIRMED, ACTIVE -> List.of();
            case LETTER_GENERATED ->
                enrolment
                        .outstandingLetter()
                        .filter(letter -> letter.state() == LetterState.PRINTED)
                        .map(letter -> List.of(new Possible(MoveKind.POST_LETTER, Optional.of(letter.id()))))
                        .orElse(List.of());
            case LETTER_POSTED -> onLetter(enrolment, MoveKind.RECEIVE_LETTER, MoveKind.RETURN_LETTER);
            case LETTER_RECEIVED ->
                onLetter(enrolment, MoveKind.TYPE_CONFIRMATION_CODE, MoveKind.TYPE_WRONG_CONFIRMATION_CODE);
        };
    }

    private List<Possible> signingIn(Tx tx, String pensionerId, Enrolment enrolment, Instant now) {
        return switch (enrolment.step()) {
            case 14 -> List.of(Possible.of(MoveKind.REQUEST_ACCESS));
            case 13 -> {
                List<Possible> moves = new ArrayList<>();
                living(tx, pensionerId, MessageKind.SIGN_IN_SMS, now)
                        .ifPresent(id -> moves.add(new Possible(MoveKind.TYPE_SIGN_IN_CODE, Optional.of(id))));
                moves.add(Possible.of(MoveKind.SIGN_IN));
                yield moves;
            }
            default -> List.of(Possible.of(MoveKind.SIGN_IN));
        };
    }

    private List<Possible> typing(
            Tx tx, String pensionerId, MessageKind kind, Instant now, MoveKind right, MoveKind wrong) {
        return living(tx, pensionerId, kind, now)
                .map(id -> List.of(new Possible(right, Optional.of(id)), new Possible(wrong, Optional.of(id))))
                .orElse(List.of());
    }

    /** The SMS whose code she has before her and that would still be accepted. */
    private Optional<String> living(Tx tx, String pensionerId, MessageKind kind, Instant now) {
        return tx.codes()
                .alive(pensionerId, kind, now)
                .map(StoredCode::messageId)
                .filter(id -> post.code(id).isPresent());
    }

    private static List<Possible> onLetter(Enrolment enrolment, MoveKind one, MoveKind other) {
        Optional<String> id = enrolment.outstandingLetter().map(LetterStatus::id);
        return List.of(new Possible(one, id), new Possible(other, id));
    }
}
