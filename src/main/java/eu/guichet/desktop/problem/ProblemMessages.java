package eu.guichet.desktop.problem;

import eu.guichet.client.ClientException;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.ui.Texts;
import eu.guichet.text.Dates;
import eu.guichet.text.Keys;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Turns every failure of the client into a sentence and a next step, in the agent's language. */
public final class ProblemMessages {
    private static final String BUNDLE = "eu.guichet.desktop.problem.problem";

    private final Texts texts;
    private final Clock clock;

    /**
     * @param texts of any bundle, for the language
     * @param clock whose zone is the one in which times are shown
     */
    public ProblemMessages(Texts texts, Clock clock) {
        this.texts = texts.sibling(BUNDLE);
        this.clock = clock;
    }

    public ProblemMessage of(ClientException failure) {
        return switch (failure) {
            case ClientException.Unreachable _ -> message("unreachable", true, failure);
            case ClientException.Untrusted untrusted ->
                message("untrusted." + Keys.kebab(untrusted.fault()), true, failure);
            case ClientException.Hindered hindered ->
                message("hindered." + Keys.kebab(hindered.hindrance()), true, failure);
            case ClientException.OutcomeUnknown _ -> message("outcome-unknown", false, failure);
            case ClientException.NotUnderstood _ -> message("not-understood", true, failure);
            case ClientException.Cancelled _ -> message("cancelled", false, failure);
            case ClientException.Refused refused -> refused(refused);
        };
    }

    /** As {@link #of}, for what was only to be shown: whether something was done is no question then. */
    public ProblemMessage ofLook(ClientException failure) {
        ProblemMessage message = of(failure);
        String look = switch (failure) {
            case ClientException.Unreachable _ -> "unreachable.look";
            case ClientException.Refused refused
            when refused.type() == ProblemType.INTERNAL_ERROR -> "refused.internal-error.look";
            case ClientException.Refused _,
                    ClientException.Untrusted _,
                    ClientException.Hindered _,
                    ClientException.OutcomeUnknown _,
                    ClientException.NotUnderstood _,
                    ClientException.Cancelled _ -> "";
        };
        return look.isEmpty()
                ? message
                : new ProblemMessage(texts.get(look), message.nextStep(), message.retry(), message.reference());
    }

    /** Sentence, next step and reference, in one line. */
    public String whole(ProblemMessage message) {
        return message.sentence() + " " + message.nextStep() + " " + texts.get("reference") + " " + message.reference();
    }

    Texts texts() {
        return texts;
    }

    private ProblemMessage message(String key, boolean retry, ClientException failure) {
        return new ProblemMessage(texts.get(key + ".sentence"), texts.get(key + ".next"), retry, failure.correlation());
    }

    private ProblemMessage refused(ClientException.Refused refused) {
        String key = "refused." + refused.type().key();
        String detail = refused.problem().detail();
        boolean saysMore = refused.type().tellsMore() && detail != null && !detail.isBlank();
        return new ProblemMessage(
                saysMore ? detail : texts.get(key + ".sentence"),
                texts.get(key + ".next") + when(refused),
                refused.type().next() == ProblemType.Next.ASK_AGAIN,
                refused.correlation());
    }

    /** When waiting opens the way: from when on, as far as the backend told. */
    private String when(ClientException.Refused refused) {
        Instant opensAt = refused.problem().opensAt();
        Duration wait = refused.retryAfter();
        if (opensAt == null && wait != null) {
            opensAt = clock.instant().plus(wait);
        }
        if (opensAt == null) {
            return "";
        }
        // without seconds, so rounded up: told a moment too early, it would be untrue
        ZonedDateTime at =
                opensAt.plusSeconds(59).truncatedTo(ChronoUnit.MINUTES).atZone(clock.getZone());
        boolean today = at.toLocalDate().equals(LocalDate.now(clock));
        Dates dates = Dates.in(texts.locale());
        String time = dates.time(at.toLocalTime());
        return " "
                + (today
                        ? texts.get("opens.today", "time", time)
                        : texts.get(
                                "opens.later",
                                "day",
                                dates.definite(at.toLocalDate(), LocalDate.now(clock)),
                                "time",
                                time));
    }
}
