package eu.guichet.backend.people;

import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ReturnReason;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Where a simulated person stands, and how often that is met. Between them they have every state and every trouble. */
enum Scenario {
    NOT_STARTED(90),
    WAITS_FOR_MAIL(35),
    MAIL_JUST_RESENT(10),
    MAIL_BOUNCED(10),
    MAIL_WITH_DIGIT(8),
    LINK_EXPIRED(12),
    PASSWORD_SET(35),
    WAITS_FOR_CHALLENGE(30),
    CHALLENGE_JUST_RESENT(10),
    CHALLENGE_BOUNCED(8),
    CHALLENGE_WRONG(8),
    PHONE_CONFIRMED(35),
    WAITS_FOR_SIGN_IN(18),
    SIGNED_IN(12),
    ACCESS_REQUESTED(45),
    LETTER_GENERATED(30),
    LETTER_POSTED(70),
    LETTER_SUPERSEDED(12),
    LETTER_RETURNED(16),
    LETTER_RECEIVED(60),
    LETTER_WRONG_CODES(12),
    LETTER_LOCKED(8),
    LETTER_EXPIRED(12),
    CONFIRMED(14),
    ACTIVE(400);

    private static final List<ReturnReason> RETURN_REASONS = List.of(ReturnReason.values());

    private final int weight;

    Scenario(int weight) {
        this.weight = weight;
    }

    static Scenario drawn(SplittableRandom random) {
        int total = 0;
        for (Scenario standing : values()) {
            total += standing.weight;
        }
        int drawn = random.nextInt(total);
        for (Scenario standing : values()) {
            drawn -= standing.weight;
            if (drawn < 0) {
                return standing;
            }
        }
        return ACTIVE;
    }

    /** How long ago it all began. */
    Duration began(SplittableRandom random) {
        return switch (this) {
            case NOT_STARTED -> Duration.ZERO;
            case WAITS_FOR_MAIL -> minutes(random, 2, 60);
            case MAIL_JUST_RESENT -> minutes(random, 30, 80);
            case WAITS_FOR_CHALLENGE, CHALLENGE_JUST_RESENT, CHALLENGE_WRONG, WAITS_FOR_SIGN_IN -> hours(random, 2, 20);
            case MAIL_BOUNCED,
                    MAIL_WITH_DIGIT,
                    LINK_EXPIRED,
                    PASSWORD_SET,
                    CHALLENGE_BOUNCED,
                    PHONE_CONFIRMED,
                    SIGNED_IN,
                    ACCESS_REQUESTED,
                    LETTER_GENERATED -> hours(random, 30, 24 * 9);
            case LETTER_POSTED, LETTER_RECEIVED, LETTER_WRONG_CODES, LETTER_LOCKED, CONFIRMED -> days(random, 32, 100);
            case LETTER_RETURNED, LETTER_SUPERSEDED -> days(random, 50, 120);
            case LETTER_EXPIRED -> days(random, 260, 500);
            case ACTIVE -> days(random, 60, 900);
        };
    }

    void run(ScenarioBuilder course, SplittableRandom random) {
        switch (this) {
            case NOT_STARTED -> {}
            case WAITS_FOR_MAIL -> course.accountRequested();
            case MAIL_JUST_RESENT ->
                course.accountRequested()
                        .ago(minutes(random, 2, 13))
                        .resent(MessageKind.ACTIVATION_EMAIL, MessageStatus.SENT);
            case MAIL_BOUNCED -> course.accountRequestedButMailBounced();
            case MAIL_WITH_DIGIT ->
                course.accountRequestedButMailBounced()
                        .after(hours(random, 2, 20))
                        .resent(MessageKind.ACTIVATION_EMAIL, MessageStatus.BOUNCED)
                        .after(minutes(random, 20, 90))
                        .handedOver();
            case LINK_EXPIRED -> course.accountRequested();
            case PASSWORD_SET -> toPassword(course, random);
            case WAITS_FOR_CHALLENGE ->
                toPassword(course, random).ago(minutes(random, 1, 9)).phoneAdded();
            case CHALLENGE_JUST_RESENT ->
                toPassword(course, random)
                        .ago(minutes(random, 8, 20))
                        .phoneAdded()
                        .ago(Duration.ofSeconds(random.nextInt(25, 58)))
                        .resent(MessageKind.CHALLENGE_SMS, MessageStatus.SENT);
            case CHALLENGE_BOUNCED ->
                toPassword(course, random)
                        .after(minutes(random, 5, 60))
                        .phoneAdded()
                        .after(minutes(random, 5, 30))
                        .resent(MessageKind.CHALLENGE_SMS, MessageStatus.BOUNCED);
            case CHALLENGE_WRONG ->
                toPassword(course, random)
                        .ago(minutes(random, 5, 9))
                        .phoneAdded()
                        .after(Duration.ofSeconds(90))
                        .challengeCodeRefused()
                        .after(Duration.ofSeconds(40))
                        .challengeCodeRefused();
            case PHONE_CONFIRMED -> toPhone(course, random);
            case WAITS_FOR_SIGN_IN ->
                toPhone(course, random).ago(minutes(random, 1, 9)).signInStarted();
            case SIGNED_IN -> toSignIn(course, random);
            case ACCESS_REQUESTED -> toAccess(course, random);
            case LETTER_GENERATED ->
                toAccess(course, random)
                        .after(hours(random, 2, 24))
                        .letterGenerated()
                        .perhapsPrinted();
            case LETTER_POSTED ->
                toLetter(course, random).ago(days(random, 1, 15)).letterPosted();
            case LETTER_SUPERSEDED ->
                toPosted(course, random)
                        .ago(days(random, 3, 9))
                        .letterGenerated()
                        .after(hours(random, 20, 40))
                        .letterPosted();
            case LETTER_RETURNED ->
                toPosted(course, random)
                        .after(days(random, 17, 24))
                        .letterReturned(RETURN_REASONS.get(random.nextInt(RETURN_REASONS.size())));
            case LETTER_RECEIVED -> toReceived(course, random);
            case LETTER_WRONG_CODES -> wrongCodes(toReceived(course, random), random, random.nextInt(1, 4));
            case LETTER_LOCKED -> wrongCodes(toReceived(course, random), random, 5);
            case LETTER_EXPIRED -> toReceived(course, random);
            case CONFIRMED ->
                toReceived(course, random).ago(minutes(random, 2, 25)).confirmed();
            case ACTIVE -> toReceived(course, random).after(days(random, 1, 20)).confirmed();
        }
    }

    private static ScenarioBuilder toPassword(ScenarioBuilder course, SplittableRandom random) {
        return course.accountRequested().after(minutes(random, 5, 80)).passwordSet();
    }

    private static ScenarioBuilder toPhone(ScenarioBuilder course, SplittableRandom random) {
        return toPassword(course, random)
                .after(minutes(random, 3, 30))
                .phoneAdded()
                .after(minutes(random, 1, 6))
                .phoneConfirmed();
    }

    private static ScenarioBuilder toSignIn(ScenarioBuilder course, SplittableRandom random) {
        return toPhone(course, random)
                .after(minutes(random, 5, 40))
                .signInStarted()
                .after(minutes(random, 1, 5))
                .signedIn();
    }

    private static ScenarioBuilder toAccess(ScenarioBuilder course, SplittableRandom random) {
        return toSignIn(course, random).after(minutes(random, 2, 15)).accessRequested();
    }

    private static ScenarioBuilder toLetter(ScenarioBuilder course, SplittableRandom random) {
        return toAccess(course, random).after(hours(random, 3, 70)).letterGenerated();
    }

    private static ScenarioBuilder toPosted(ScenarioBuilder course, SplittableRandom random) {
        return toLetter(course, random).after(hours(random, 4, 48)).letterPosted();
    }

    private static ScenarioBuilder toReceived(ScenarioBuilder course, SplittableRandom random) {
        return toPosted(course, random).after(days(random, 2, 12)).letterReceived();
    }

    private static ScenarioBuilder wrongCodes(ScenarioBuilder course, SplittableRandom random, int tries) {
        course.after(days(random, 1, 5));
        for (int i = 0; i < tries; i++) {
            course.after(minutes(random, 1, 4)).confirmationCodeRefused();
        }
        return course;
    }

    private static Duration minutes(SplittableRandom random, int from, int to) {
        return Duration.ofSeconds(random.nextInt(from * 60, to * 60));
    }

    private static Duration hours(SplittableRandom random, int from, int to) {
        return minutes(random, from * 60, to * 60);
    }

    private static Duration days(SplittableRandom random, int from, int to) {
        return hours(random, from * 24, to * 24);
    }
}
