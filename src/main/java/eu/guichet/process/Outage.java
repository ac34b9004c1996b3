package eu.guichet.process;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.Channel;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.NoticeTopic;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way by which something reaches people is disturbed, as somebody has told.
 *
 * @param id of the notice that says so
 * @param step of the manual; null but for {@link NoticeTopic#STEP}
 * @param prefix of the numbers that are concerned, in international format; null for all
 * @param texts what is said of it, by language
 * @param closes whether nothing is sent again by this way meanwhile
 */
public record Outage(
        String id,
        NoticeTopic topic,
        @Nullable Integer step,
        @Nullable String prefix,
        Map<String, String> texts,
        Instant since,
        Instant until,
        boolean closes) {
    private static final List<Integer> E_MAIL_STEPS = List.of(4, 8);
    private static final List<Integer> SMS_STEPS = List.of(8, 13);
    private static final List<Integer> POST_STEPS = List.of(15, 16);

    public Outage {
        texts = Map.copyOf(texts);
    }

    /** The steps of the manual that it concerns, in order. */
    public List<Integer> steps() {
        return switch (topic) {
            case EMAIL -> E_MAIL_STEPS;
            case SMS -> SMS_STEPS;
            case POST -> POST_STEPS;
            case STEP -> step == null ? List.of() : List.of(step);
        };
    }

    public boolean inForce(Instant now) {
        return until.isAfter(now);
    }

    /** @param phone hers in international format, or null */
    public boolean concerns(@Nullable String phone) {
        return prefix == null || (phone != null && phone.startsWith(prefix));
    }

    /** Whether it is about what this action does. */
    public boolean concerns(ActionKind kind, @Nullable String phone) {
        return switch (kind) {
            case ActionKind.Resend(MessageKind message) -> concerns(message.channel(), phone);
            case ActionKind.GenerateLetter() -> topic == NoticeTopic.POST;
            case ActionKind.HandOver(), ActionKind.ReportNotMe() -> false;
        };
    }

    private boolean concerns(Channel channel, @Nullable String phone) {
        boolean by = switch (topic) {
            case SMS -> channel == Channel.SMS;
            case EMAIL -> channel == Channel.EMAIL;
            case POST, STEP -> false;
        };
        return by && concerns(phone);
    }

    /** Whether nothing is sent by this channel meanwhile. */
    public boolean closes(Channel channel, @Nullable String phone, Instant now) {
        return closes && inForce(now) && concerns(channel, phone);
    }

    /**
     * What is decided while these are known. What an outage closes opens with its end; what is closed for good, or for longer,
     * stays closed for its own reason.
     */
    static Decision during(Decision decision, Collection<Outage> outages, @Nullable String phone, Instant now) {
        return outages.stream()
                .filter(outage -> outage.closes() && outage.inForce(now) && outage.concerns(decision.kind(), phone))
                .max(Comparator.comparing(Outage::until).thenComparing(Outage::id))
                .filter(outage -> decision.open() || outage.outlasts(decision.opensAt()))
                .map(outage -> Decision.closedUntil(decision.kind(), new Reason.Disturbed(outage), outage.until()))
                .orElse(decision);
    }

    private boolean outlasts(@Nullable Instant opensAt) {
        return opensAt != null && opensAt.isBefore(until);
    }

    /** Those that are of any concern to somebody with this number. */
    public static Stream<Outage> of(Collection<Outage> outages, @Nullable String phone, Instant now) {
        return outages.stream().filter(outage -> outage.inForce(now) && outage.concerns(phone));
    }
}
