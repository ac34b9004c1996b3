package eu.guichet.backend;

import eu.guichet.backend.desk.Desk;
import eu.guichet.backend.desk.ManageContacts;
import eu.guichet.backend.desk.SendReminders;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.schedule.OneNode;
import eu.guichet.backend.schedule.PeriodicTask;
import java.time.Duration;

/** What the desk does by the clock, without anybody who asks for it. */
final class Rounds implements AutoCloseable {
    /** How often contacts are looked for that nobody has touched for long. */
    private static final Duration ABANDONED_EVERY = Duration.ofMinutes(1);
    /** How long changes of worklists are gathered before they are told. */
    private static final Duration LISTS_EVERY = Duration.ofMillis(500);

    private static final Duration REMINDERS_EVERY = Duration.ofMinutes(30);

    private final PeriodicTask abandoned;
    private final PeriodicTask lists;
    private final PeriodicTask reminders;

    /** @param leases by which one node does for all what is done once */
    Rounds(Desk desk, ManageContacts contacts, LiveHub live, OneNode.Leases leases) {
        abandoned = new PeriodicTask(
                "contacts",
                ABANDONED_EVERY,
                new OneNode("contacts", ABANDONED_EVERY, leases, contacts::closeAbandoned));
        lists = new PeriodicTask("worklists", LISTS_EVERY, live::tellLists);
        reminders = new PeriodicTask(
                "reminders",
                REMINDERS_EVERY,
                new OneNode("reminders", REMINDERS_EVERY, leases, new SendReminders(desk)::round));
    }

    /** @param reminding whether pensioners are reminded: not those of training, whose letters are of long ago */
    void start(boolean reminding) {
        abandoned.start();
        lists.start();
        if (reminding) {
            reminders.start();
        }
    }

    PeriodicTask.State contacts() {
        return abandoned.state();
    }

    PeriodicTask.State reminders() {
        return reminders.state();
    }

    @Override
    public void close() {
        abandoned.close();
        lists.close();
        reminders.close();
    }
}
