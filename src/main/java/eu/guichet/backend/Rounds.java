package eu.guichet.backend;

import eu.guichet.backend.alarm.Watchers;
import eu.guichet.backend.delivery.SendCanaries;
import eu.guichet.backend.desk.DecideApproval;
import eu.guichet.backend.desk.Desk;
import eu.guichet.backend.desk.DrawSamples;
import eu.guichet.backend.desk.ManageContacts;
import eu.guichet.backend.desk.OfficeBook;
import eu.guichet.backend.desk.SendReminders;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.schedule.OneNode;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.worklist.LateCallbacks;
import eu.guichet.contract.Channel;
import eu.guichet.text.Keys;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the desk does by the clock, without anybody who asks for it. */
final class Rounds implements AutoCloseable {
    /** How often contacts are looked for that nobody has touched for long. */
    private static final Duration ABANDONED_EVERY = Duration.ofMinutes(1);
    /** How long changes of worklists are gathered before they are told. */
    private static final Duration LISTS_EVERY = Duration.ofMillis(500);

    /** How often approvals are looked for that nobody has decided in time. */
    private static final Duration LAPSES_EVERY = Duration.ofSeconds(5);

    private static final Duration REMINDERS_EVERY = Duration.ofMinutes(30);

    /** How often it is looked whether another node has written something down of an office. */
    private static final Duration OFFICES_EVERY = Duration.ofSeconds(5);

    private static final Duration CANARIES_EVERY = Duration.ofMinutes(5);
    private static final Duration SAMPLES_EVERY = Duration.ofMinutes(10);

    private final PeriodicTask abandoned;
    private final PeriodicTask lapses;
    private final PeriodicTask lists;
    private final PeriodicTask reminders;
    private final PeriodicTask offices;
    private final PeriodicTask samples;
    /** One for each channel, so that a fault with one leaves the other alone. */
    private final Map<String, PeriodicTask> canaries = new TreeMap<>();

    private final Watchers watchers;

    /** @param leases by which one node does for all what is done once */
    Rounds(
            Desk desk,
            ManageContacts contacts,
            DecideApproval approvals,
            OfficeBook book,
            DrawSamples drawing,
            SendCanaries checking,
            LiveHub live,
            Watchers watchers,
            OneNode.Leases leases) {
        this.watchers = watchers;
        abandoned = new PeriodicTask(
                "contacts",
                ABANDONED_EVERY,
                new OneNode("contacts", ABANDONED_EVERY, leases, contacts::closeAbandoned));
        lapses = new PeriodicTask(
                "approvals", LAPSES_EVERY, new OneNode("approvals", LAPSES_EVERY, leases, approvals::lapse));
        lists = new PeriodicTask("worklists", LISTS_EVERY, new LateCallbacks(desk, live)::tellLists);
        offices = new PeriodicTask("offices", OFFICES_EVERY, () -> {
            book.refresh(live::tellOffices);
            return false;
        });
        reminders = new PeriodicTask(
                "reminders",
                REMINDERS_EVERY,
                new OneNode("reminders", REMINDERS_EVERY, leases, new SendReminders(desk)::round));
        samples = new PeriodicTask(
                "samples", SAMPLES_EVERY, new OneNode("samples", SAMPLES_EVERY, leases, drawing::round));
        for (Channel channel : Channel.values()) {
            String name = "canary-" + Keys.kebab(channel);
            canaries.put(
                    name,
                    new PeriodicTask(
                            name,
                            CANARIES_EVERY,
                            new OneNode(name, CANARIES_EVERY, leases, () -> checking.round(channel))));
        }
    }

    void start() {
        abandoned.start();
        lapses.start();
        lists.start();
        offices.start();
        samples.start();
        canaries.values().forEach(PeriodicTask::start);
        watchers.start();
        reminders.start();
    }

    /** Their states by name, with those of other tasks. */
    Map<String, Supplier<PeriodicTask.State>> with(Map<String, Supplier<PeriodicTask.State>> others) {
        Map<String, Supplier<PeriodicTask.State>> all = new TreeMap<>(others);
        all.putAll(Map.of(
                "contacts", abandoned::state,
                "approvals", lapses::state,
                "reminders", reminders::state,
                "samples", samples::state,
                "alarms", watchers::state));
        canaries.forEach((name, task) -> all.put(name, task::state));
        return all;
    }

    @Override
    public void close() {
        abandoned.close();
        lapses.close();
        lists.close();
        offices.close();
        reminders.close();
        samples.close();
        canaries.values().forEach(PeriodicTask::close);
        watchers.close();
    }
}
