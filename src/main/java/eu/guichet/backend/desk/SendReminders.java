package eu.guichet.backend.desk;

import eu.guichet.backend.store.Pensioner;
import eu.guichet.backend.store.Tx;
import eu.guichet.contract.Channel;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.MessageKind;
import eu.guichet.process.Outage;
import eu.guichet.process.Policy;
import eu.guichet.process.Reminder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reminds pensioners of their letters, once each, by day. */
public final class SendReminders {
    private static final Logger LOG = LoggerFactory.getLogger(SendReminders.class);
    /** Hours of the policy's zone in which a telephone may ring. */
    private static final LocalTime FROM = LocalTime.of(9, 0);

    private static final LocalTime UNTIL = LocalTime.of(18, 0);
    /** Months are of unequal length: what is looked for around a day is judged by the history. */
    private static final int UNEQUAL = 3;

    private final Desk desk;

    public SendReminders(Desk desk) {
        this.desk = desk;
    }

    /** Some days, both included. */
    private record Days(LetterState state, LocalDate first, LocalDate last) {}

    /** @return false, as all that is due is done at once */
    public boolean round() {
        Policy policy = desk.policy();
        ZonedDateTime now = desk.now().atZone(policy.zone());
        LocalTime time = now.toLocalTime();
        if (time.isBefore(FROM) || !time.isBefore(UNTIL)) {
            return false;
        }
        Set<String> people = new LinkedHashSet<>();
        for (Days days : around(now.toLocalDate(), policy)) {
            people.addAll(desk.read(tx -> tx.letters().peopleWith(days.state(), days.first(), days.last())));
        }
        int sent = 0;
        for (String id : people) {
            if (!desk.read(tx -> due(tx, desk.open(tx, id))).isEmpty()) {
                sent += remind(id);
            }
        }
        if (sent > 0) {
            LOG.info("{} reminders were sent", sent);
        }
        return false;
    }

    /** Decided anew: she may have redeemed her code meanwhile. */
    private int remind(String pensionerId) {
        return desk.<Integer>write(pensionerId, tx -> {
            OpenEnrolment about = desk.open(tx, pensionerId);
            List<MessageKind> due = due(tx, about);
            due.forEach(kind -> MessageQueue.send(desk, tx, about, kind, ""));
            return due.size();
        });
    }

    /** What would not arrive now waits, or goes by another way. */
    private List<MessageKind> due(Tx tx, OpenEnrolment about) {
        Instant now = desk.now();
        Pensioner pensioner = about.pensioner();
        List<Outage> outages = tx.notices().outages(now);
        Set<Channel> ways = pensioner.channels().stream()
                .filter(way -> outages.stream().noneMatch(outage -> outage.closes(way, pensioner.phone(), now)))
                .collect(Collectors.toSet());
        return Reminder.due(about.history(), about.enrolment(), ways, desk.datedPolicy(), now);
    }

    /** The days on which the letters were posted or received of which somebody may be reminded today. */
    private List<Days> around(LocalDate today, Policy policy) {
        Policy.Reminders reminders = policy.reminders();
        List<Days> days = new ArrayList<>();
        days.add(ending(LetterState.POSTED, today.minusDays(reminders.atPost()), Reminder.LETTER_WAITS));
        days.add(ending(LetterState.RECEIVED, today.minusDays(reminders.unused()), Reminder.CODE_UNUSED));
        lapsing(days, today.plusDays(reminders.lapsing()), Reminder.CODE_LAPSES);
        lapsing(days, today.plusDays(reminders.lapsingSoon()), Reminder.CODE_LAPSES_SOON);
        return days;
    }

    private void lapsing(List<Days> days, LocalDate lapse, Reminder reminder) {
        desk.datedPolicy().all().map(Policy::letters).distinct().forEach(letters -> {
            LocalDate received = lapse.minusMonths(letters.lifeMonths());
            days.add(ending(LetterState.RECEIVED, received, reminder));
            days.add(ending(LetterState.POSTED, received.minusDays(letters.holdingDays()), reminder));
        });
    }

    private static Days ending(LetterState state, LocalDate last, Reminder reminder) {
        return new Days(state, last.minusDays(reminder.days() + UNEQUAL), last.plusDays(UNEQUAL));
    }
}
