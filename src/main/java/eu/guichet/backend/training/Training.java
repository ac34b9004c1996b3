package eu.guichet.backend.training;

import eu.guichet.backend.access.Principal;
import eu.guichet.backend.delivery.Carrier;
import eu.guichet.backend.delivery.HandoverAnswers;
import eu.guichet.backend.delivery.Parcel;
import eu.guichet.backend.delivery.Wording;
import eu.guichet.backend.desk.ClaimLetter;
import eu.guichet.backend.desk.Refusal;
import eu.guichet.backend.desk.ReportEvent;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.StoredLetter;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.contract.ReturnReason;
import eu.guichet.contract.TrainingWorld;
import eu.guichet.contract.TrainingWorld.MoveKind;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.History;
import eu.guichet.process.ItemNumber;
import eu.guichet.process.ServiceNames;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** The training world: what simulated pensioners have received, and the steps they take from there. */
public final class Training implements AutoCloseable {
    /** A code of the right form that nobody was given. */
    private static final String WRONG_CODE = "0000-0000-0000-0001";

    private static final int SERIALS = 100_000_000;

    private final Database database;
    private final DatedPolicy policy;
    private final InstantSource clock;
    private final Principal process;
    private final RandomGenerator random;
    private final SimulatedPost post;
    private final Letterbox letterbox;
    private final Moves moves;
    private final Belongings belongings;
    private final ReportEvent reports;
    private final HandoverAnswers digit;

    /**
     * @param process in whose name steps are reported
     * @param delay how long a message is on its way
     * @param random a {@link java.security.SecureRandom} but in tests
     * @param digit hears of the simulated helpdesk's answers
     */
    public Training(
            Database database,
            DatedPolicy policy,
            Wording wording,
            ServiceNames services,
            InstantSource clock,
            Principal process,
            Duration delay,
            RandomGenerator random,
            ReportEvent reports,
            HandoverAnswers digit) {
        this.digit = digit;
        this.database = database;
        this.policy = policy;
        this.clock = clock;
        this.process = process;
        this.random = random;
        this.reports = reports;
        this.post = new SimulatedPost(delay, this::arrived);
        this.letterbox = new Letterbox(database, random);
        this.moves = new Moves(post);
        this.belongings = new Belongings(policy, wording, services, moves);
    }

    /** Takes e-mails and SMS over. */
    public Carrier carrier() {
        return post;
    }

    /** Takes printed letters over. */
    public ClaimLetter.Tray letterbox() {
        return letterbox;
    }

    /** @param language of the labels; what she reads is in her own */
    public TrainingWorld world(String pensionerId, Locale language) {
        return database.read(tx -> belongings.of(tx, pensioner(pensionerId), clock.instant(), language));
    }

    /** Lets her take a step, if it is one she could take now. */
    public TrainingWorld move(String pensionerId, MoveKind kind, Locale language) {
        Pensioner pensioner = pensioner(pensionerId);
        Moves.Possible possible = database
                .read(tx -> {
                    History history = tx.events().history(pensionerId);
                    return moves.of(
                            tx, pensionerId, pensioner.enrolment(history, policy, clock.instant()), clock.instant());
                })
                .stream()
                .filter(move -> move.kind() == kind)
                .findFirst()
                .orElseThrow(() -> Refusal.of(ProblemType.ACTION_CLOSED));
        reports.report(process, event(pensioner, possible));
        return world(pensionerId, language);
    }

    private ProcessEvent event(Pensioner pensioner, Moves.Possible move) {
        String id = UUID.randomUUID().toString();
        String number = pensioner.pensionNumber();
        Instant now = clock.instant();
        LocalDate today = now.atZone(policy.zone()).toLocalDate();
        return switch (move.kind()) {
            case REQUEST_ACCOUNT -> new ProcessEvent.AccountRequested(id, number, now);
            case OPEN_LINK_AND_SET_PASSWORD -> new ProcessEvent.PasswordSet(id, number, now);
            case ADD_PHONE -> new ProcessEvent.PhoneAdded(id, number, now);
            case TYPE_CHALLENGE_CODE -> new ProcessEvent.ChallengeCodeEntered(id, number, now, smsCode(move));
            case TYPE_WRONG_CHALLENGE_CODE -> new ProcessEvent.ChallengeCodeEntered(id, number, now, WRONG_CODE);
            case SIGN_IN -> new ProcessEvent.SignInStarted(id, number, now);
            case TYPE_SIGN_IN_CODE -> new ProcessEvent.SignInCodeEntered(id, number, now, smsCode(move));
            case REQUEST_ACCESS -> new ProcessEvent.AccessRequested(id, number, now);
            case POST_LETTER ->
                new ProcessEvent.LetterPosted(
                        id, number, now, reference(move), itemNumber().value(), today);
            case RECEIVE_LETTER -> new ProcessEvent.LetterReceived(id, number, now, reference(move), today);
            case RETURN_LETTER ->
                new ProcessEvent.LetterReturned(id, number, now, reference(move), today, ReturnReason.UNCLAIMED);
            case TYPE_CONFIRMATION_CODE ->
                new ProcessEvent.ConfirmationCodeEntered(id, number, now, letterbox.code(letterId(move)));
            case TYPE_WRONG_CONFIRMATION_CODE -> new ProcessEvent.ConfirmationCodeEntered(id, number, now, WRONG_CODE);
        };
    }

    private String smsCode(Moves.Possible move) {
        return move.itemId().flatMap(post::code).orElseThrow(() -> Refusal.of(ProblemType.ACTION_CLOSED));
    }

    private static String letterId(Moves.Possible move) {
        return move.itemId().orElseThrow(() -> Refusal.of(ProblemType.ACTION_CLOSED));
    }

    private String reference(Moves.Possible move) {
        return database.read(tx -> tx.letters().find(letterId(move)))
                .map(StoredLetter::reference)
                .orElseThrow(() -> Refusal.of(ProblemType.ACTION_CLOSED));
    }

    private ItemNumber itemNumber() {
        return ItemNumber.of("RR", "%08d".formatted(random.nextInt(SERIALS)), "BE");
    }

    private void arrived(Parcel parcel) {
        Pensioner pensioner = pensioner(parcel.pensionerId());
        reports.report(
                process,
                new ProcessEvent.MessageReported(
                        UUID.randomUUID().toString(),
                        pensioner.pensionNumber(),
                        clock.instant(),
                        parcel.messageId(),
                        MessageStatus.DELIVERED));
        if (!parcel.kind().toPensioner()) {
            digit.answered(
                    List.of(parcel.messageId()),
                    "RE: " + parcel.subject() + " [IM" + ticketOf(parcel.messageId()) + "]");
        }
    }

    /** The same for the same message, as of a helpdesk that is asked twice. */
    private static String ticketOf(String messageId) {
        return "%010d".formatted(Math.floorMod(messageId.hashCode(), SERIALS));
    }

    private Pensioner pensioner(String id) {
        return database.read(tx -> tx.pensioners().find(id)).orElseThrow(() -> Refusal.of(ProblemType.NOT_FOUND));
    }

    @Override
    public void close() {
        post.close();
    }
}
