package eu.guichet.process;

import eu.guichet.contract.Alert;
import eu.guichet.contract.Channel;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Of what a pensioner is reminded while a letter with a code is on its way or in her hands; of each once a letter. */
public enum Reminder {
    /** A post office may hold the letter. */
    LETTER_WAITS(MessageKind.LETTER_WAITS_EMAIL, MessageKind.LETTER_WAITS_SMS, 3),
    /** The letter was received and its code has not been entered. */
    CODE_UNUSED(MessageKind.CODE_UNUSED_EMAIL, MessageKind.CODE_UNUSED_SMS, 60),
    /** The code lapses. */
    CODE_LAPSES(MessageKind.CODE_LAPSES_EMAIL, MessageKind.CODE_LAPSES_SMS, 14),
    /** The code lapses in the next days. */
    CODE_LAPSES_SOON(MessageKind.CODE_LAPSES_EMAIL, MessageKind.CODE_LAPSES_SMS, 5);

    private final MessageKind email;
    private final MessageKind sms;

    private final int days;

    /**
     * @param days from the first on in which it is of use: the receipt of a letter is often recorded weeks after its day, and a
     *     message that nobody could send for a while is sent when it can be
     */
    Reminder(MessageKind email, MessageKind sms, int days) {
        this.email = email;
        this.sms = sms;
        this.days = days;
    }

    /** For how many days from the first on it is of use. */
    public int days() {
        return days;
    }

    private MessageKind by(Channel channel) {
        return switch (channel) {
            case EMAIL -> email;
            case SMS -> sms;
        };
    }

    /**
     * What is to be sent now: one message each, by e-mail where that is possible and else by SMS. Nothing to somebody whose file is
     * frozen or who is said to have died.
     *
     * @param ways by which messages reach her now
     */
    public static List<MessageKind> due(
            History history, Enrolment enrolment, Set<Channel> ways, DatedPolicy dated, Instant now) {
        if (enrolment.has(Alert.DECEASED) || enrolment.has(Alert.FROZEN)) {
            return List.of();
        }
        Policy policy = dated.at(now);
        Optional<Channel> by = Stream.of(Channel.EMAIL, Channel.SMS)
                .filter(channel -> ways.contains(channel) && policy.allows(channel))
                .findFirst();
        Optional<LetterStatus> letter = enrolment.outstandingLetter();
        if (by.isEmpty() || letter.isEmpty()) {
            return List.of();
        }
        return Stream.of(values())
                .filter(reminder -> reminder.isDue(letter.get(), history, policy, now))
                .map(reminder -> reminder.by(by.get()))
                .distinct()
                .toList();
    }

    private boolean isDue(LetterStatus letter, History history, Policy policy, Instant now) {
        ZoneId zone = policy.zone();
        LocalDate today = now.atZone(zone).toLocalDate();
        return first(letter, policy)
                .filter(day -> !today.isBefore(day) && today.isBefore(day.plusDays(days)))
                .filter(day -> history.all(Event.MessageRequested.class)
                        .filter(request -> request.kind() == email || request.kind() == sms)
                        .noneMatch(request ->
                                !request.at().isBefore(day.atStartOfDay(zone).toInstant())))
                .isPresent();
    }

    /** The first day on which it is of use; empty where it is switched off or not of this letter. */
    private Optional<LocalDate> first(LetterStatus letter, Policy policy) {
        Policy.Reminders days = policy.reminders();
        return switch (this) {
            case LETTER_WAITS -> from(letter.state() == LetterState.POSTED ? letter.postedOn() : null, days.atPost());
            case CODE_UNUSED -> from(letter.receivedOn(), days.unused());
            case CODE_LAPSES -> lapses(letter, policy, days.lapsing());
            case CODE_LAPSES_SOON -> lapses(letter, policy, days.lapsingSoon());
        };
    }

    private static Optional<LocalDate> from(@Nullable LocalDate day, int after) {
        return after == 0 ? Optional.empty() : Optional.ofNullable(day).map(first -> first.plusDays(after));
    }

    /** Not before it can have been received: a code of short life lapses soon from its first day on. */
    private static Optional<LocalDate> lapses(LetterStatus letter, Policy policy, int before) {
        LocalDate day = letter.lapsesAt(policy.zone())
                .atZone(policy.zone())
                .toLocalDate()
                .minusDays(before + 1L);
        LocalDate left = letter.receivedOn() == null ? letter.postedOn() : letter.receivedOn();
        return before == 0 || left == null || !day.isAfter(left) ? Optional.empty() : Optional.of(day);
    }
}
