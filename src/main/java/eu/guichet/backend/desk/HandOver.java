package eu.guichet.backend.desk;

import eu.guichet.backend.access.Asked;
import eu.guichet.backend.access.Principal;
import eu.guichet.backend.desk.Desk.Done;
import eu.guichet.backend.store.HandoverMails.HandoverMail;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.HandoverPatch;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Event;
import eu.guichet.process.HandoverStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands a case to DIGIT, by a message from here or from the office's mail program, and keeps what becomes of it. */
public final class HandOver {
    private static final int LONGEST_FOLLOW_UP_MONTHS = 6;

    private final Desk desk;
    private final WorkingDays days;
    private final boolean sends;

    /**
     * @param days when an office works
     * @param sends whether there is a way by which e-mail leaves
     */
    public HandOver(Desk desk, WorkingDays days, boolean sends) {
        this.desk = desk;
        this.days = days;
        this.sends = sends;
    }

    /** Knows when an office works. */
    @FunctionalInterface
    public interface WorkingDays {
        /** @param count how many working days later, from 1 */
        LocalDate after(OfficeCode office, LocalDate day, int count);
    }

    /**
     * A message to DIGIT.
     *
     * @param language of its text, such as {@code en}
     */
    public record Mail(String to, String subject, String body, String language) {
        /** Never prints what it says of somebody. */
        @Override
        public String toString() {
            return "Mail[" + language + "]";
        }
    }

    /** Whether a message can be sent from here. */
    public boolean sends() {
        return sends;
    }

    /** On which day the policy has DIGIT asked again about a case of this office that is handed over now. */
    public LocalDate followUp(OfficeCode office) {
        return days.after(office, today(), desk.policy().handovers().followUp());
    }

    /** The draft tells as much of her as the file does, so asking for it is a look like any other. */
    public <T> T draft(Principal who, String pensionerId, AccessReason reason, Function<Tx, T> read) {
        return desk.look(
                who, AuditAct.HANDOVER_DRAFTED, pensionerId, reason.value(), tx -> draft(tx, who, pensionerId, read));
    }

    /** As the other, for the reason of the contact. */
    public <T> T draft(InContact within, Function<Tx, T> read) {
        return desk.look(
                within.who(),
                AuditAct.HANDOVER_DRAFTED,
                within.pensionerId(),
                null,
                tx -> {
                    var _ = desk.contact(tx, within);
                    return draft(tx, within.who(), within.pensionerId(), read);
                },
                tx -> desk.touch(tx, within));
    }

    private <T> Done<T> draft(Tx tx, Principal who, String pensionerId, Function<Tx, T> read) {
        OpenEnrolment about = desk.open(tx, pensionerId);
        desk.require(who, new Asked.OpenFile(about.pensioner().office()));
        desk.requireOpen(about, ActionKind.HAND_OVER_TO_DIGIT);
        return new Done<>(read.apply(tx), "drafted");
    }

    /**
     * Once for each key. A ticket that is on file already is not recorded again, and one for a case whose number is awaited is
     * noted with it; in either case DIGIT is asked again on the day that is told with it.
     *
     * @param key null for a ticket alone, which is told apart by itself
     * @param mail the message as the agent has read it
     */
    public void handOver(
            InContact within, HandoverRequest asked, @Nullable String key, BiFunction<Tx, HandoverMatter, Mail> mail) {
        Principal who = within.who();
        String pensionerId = within.pensionerId();
        String number = asked.ticket() == null ? null : number(asked.ticket());
        desk.act(who, AuditAct.HANDED_OVER, pensionerId, null, tx -> {
            if (key == null) {
                return handOver(tx, within, asked, number, mail);
            }
            String request = "handover " + pensionerId + " " + asked.matter() + " " + number + " " + asked.followUp()
                    + " " + asked.sentFromHere();
            List<Done<String>> now = new ArrayList<>();
            var _ = Idempotent.forKey(tx, who, key, request, desk.now(), () -> {
                now.add(handOver(tx, within, asked, number, mail));
                return now.getFirst().value();
            });
            return now.isEmpty() ? Done.nothing(pensionerId, "repeated") : now.getFirst();
        });
    }

    private static String outcome(@Nullable String number) {
        return number == null ? "ticket awaited" : "ticket " + number;
    }

    /** @return with the id of the case */
    private Done<String> handOver(
            Tx tx,
            InContact within,
            HandoverRequest asked,
            @Nullable String number,
            BiFunction<Tx, HandoverMatter, Mail> mail) {
        desk.requireContact(tx, within);
        OpenEnrolment about = desk.open(tx, within.pensionerId());
        desk.requireOpen(about, ActionKind.HAND_OVER_TO_DIGIT);
        List<HandoverMatter> matters = about.enrolment().handoverMatters();
        HandoverMatter matter = asked.matter() == null ? matters.getFirst() : asked.matter();
        if (!matters.contains(matter)) {
            throw Refusal.closed("not-digits-now");
        }
        String by = within.who().name();
        List<HandoverStatus> holding = about.history().handovers().stream()
                .filter(one -> one.end() != HandoverStatus.End.RETRACTED)
                .toList();
        Optional<HandoverStatus> known = holding.stream()
                .filter(one -> number != null && number.equals(one.ticket()))
                .findFirst();
        if (known.isPresent()) {
            boolean moved = moveFollowUp(tx, about, known.get(), asked.followUp(), by);
            String id = known.get().id();
            return moved ? new Done<>(id, "follow-up " + asked.followUp()) : Done.nothing(id, "repeated");
        }
        Optional<HandoverStatus> awaited = holding.stream()
                .filter(one -> one.open() && one.matter() == matter && one.ticket() == null)
                .findFirst();
        if (number != null && awaited.isPresent()) {
            String id = awaited.get().id();
            desk.record(tx, about, new Event.TicketNoted(desk.now(), id, number, by));
            boolean _ = moveFollowUp(tx, about, awaited.get(), asked.followUp(), by);
            return new Done<>(id, outcome(number));
        }
        if (matter.needsVerification()) {
            desk.requireVerified(tx, within);
        }
        if (number == null
                && holding.stream().anyMatch(one -> one.open() && one.matter() == matter && !one.notArrived())) {
            throw Refusal.closed("with-digit-already");
        }
        return new Done<>(begin(tx, within.who(), about, asked, matter, number, mail), outcome(number));
    }

    /**
     * Whether DIGIT is asked again on another day than before.
     *
     * @param on null where no day was told
     */
    private boolean moveFollowUp(Tx tx, OpenEnrolment about, HandoverStatus one, @Nullable LocalDate on, String by) {
        if (on == null || on.equals(one.followUp())) {
            return false;
        }
        requireOpen(one);
        requirePossible("followUp", on);
        desk.record(tx, about, new Event.FollowUpMoved(desk.now(), one.id(), on, by));
        return true;
    }

    private String begin(
            Tx tx,
            Principal who,
            OpenEnrolment about,
            HandoverRequest asked,
            HandoverMatter matter,
            @Nullable String number,
            BiFunction<Tx, HandoverMatter, Mail> mail) {
        LocalDate followUp = asked.followUp();
        if (followUp == null) {
            followUp = followUp(about.pensioner().office());
        } else {
            requirePossible("followUp", followUp);
        }
        String id = UUID.randomUUID().toString();
        Instant now = desk.now();
        if (asked.sentFromHere()) {
            send(tx, about, id, now, mail.apply(tx, matter));
        }
        desk.record(
                tx,
                about,
                new Event.HandedOver(
                        now, id, matter, number, asked.sentFromHere() ? id : null, followUp, who.name(), who.id()));
        return id;
    }

    private void send(Tx tx, OpenEnrolment about, String id, Instant now, Mail mail) {
        if (!sends) {
            throw Refusal.closed("no-mail-from-here");
        }
        tx.messages()
                .add(new StoredMessage(
                        id,
                        about.id(),
                        MessageKind.HANDOVER_EMAIL,
                        mail.language(),
                        MessageStatus.QUEUED,
                        now,
                        now,
                        null));
        tx.handoverMails().add(new HandoverMail(id, mail.to(), mail.subject(), mail.body()));
        desk.outboxFilled(tx);
    }

    /** What is on file already is answered as the first time. */
    public void change(InContact within, HandoverPatch patch) {
        if (patch instanceof HandoverPatch.Answered(String _, String said)) {
            WrittenDown.requireNoCode("said", said);
        }
        desk.act(within.who(), AuditAct.HANDOVER_CHANGED, within.pensionerId(), null, tx -> {
            desk.requireContact(tx, within);
            OpenEnrolment about = desk.open(tx, within.pensionerId());
            HandoverStatus one = about.history().handovers().stream()
                    .filter(handover -> handover.id().equals(patch.handover()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.closed("no-such-record"));
            if (one.end() == HandoverStatus.End.RETRACTED) {
                throw Refusal.closed("taken-back-already");
            }
            String by = within.who().name();
            return switch (patch) {
                case HandoverPatch.Ticket(String id, String written) -> ticket(tx, about, one, number(written), by);
                case HandoverPatch.FollowUp(String id, LocalDate on) -> {
                    requireOpen(one);
                    requirePossible("on", on);
                    yield changed(
                            tx,
                            about,
                            on.equals(one.followUp()) ? null : new Event.FollowUpMoved(desk.now(), id, on, by),
                            "follow-up " + on);
                }
                case HandoverPatch.Answered(String id, String said) -> {
                    boolean answered = one.end() == HandoverStatus.End.ANSWERED;
                    if (!answered) {
                        requireOpen(one);
                    }
                    yield changed(
                            tx,
                            about,
                            answered ? null : new Event.DigitAnswered(desk.now(), id, said.strip(), by),
                            "answered");
                }
            };
        });
    }

    /** A number that was read out wrongly is noted anew; that of another case is not. */
    private Done<String> ticket(Tx tx, OpenEnrolment about, HandoverStatus one, String number, String by) {
        boolean taken = about.history().handovers().stream()
                .filter(other -> other.end() != HandoverStatus.End.RETRACTED)
                .anyMatch(other -> !other.id().equals(one.id()) && number.equals(other.ticket()));
        if (taken) {
            throw Refusal.invalid("ticket", "ticket-taken");
        }
        return changed(
                tx,
                about,
                number.equals(one.ticket()) ? null : new Event.TicketNoted(desk.now(), one.id(), number, by),
                "ticket " + number);
    }

    private Done<String> changed(Tx tx, OpenEnrolment about, @Nullable Event event, String outcome) {
        if (event == null) {
            return Done.nothing("", "repeated");
        }
        desk.record(tx, about, event);
        return new Done<>("", outcome);
    }

    private static void requireOpen(HandoverStatus one) {
        if (!one.open()) {
            throw Refusal.closed("handover-over");
        }
    }

    private static String number(String written) {
        return AccessReason.ticketNumber(written).orElseThrow(() -> Refusal.invalid("ticket", "ticket"));
    }

    private void requirePossible(String field, LocalDate day) {
        LocalDate today = today();
        if (day.isBefore(today)) {
            throw Refusal.invalid(field, "in-the-past");
        }
        if (day.isAfter(today.plusMonths(LONGEST_FOLLOW_UP_MONTHS))) {
            throw Refusal.invalid(field, "out-of-range");
        }
    }

    private LocalDate today() {
        return desk.now().atZone(desk.policy().zone()).toLocalDate();
    }
}
