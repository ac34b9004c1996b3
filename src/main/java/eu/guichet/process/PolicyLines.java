package eu.guichet.process;

import eu.guichet.contract.Channel;
import java.time.Duration;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a policy as {@link PolicyTable} reads it. */
final class PolicyLines {
    private final SortedMap<String, String> lines = new TreeMap<>();

    private PolicyLines() {}

    static SortedMap<String, String> of(Policy policy) {
        PolicyLines written = new PolicyLines();
        written.write(policy);
        return written.lines;
    }

    private void write(Policy policy) {
        put("zone", policy.zone().getId());
        put(
                "channels",
                policy.channels().stream()
                        .sorted()
                        .map(Channel::name)
                        .collect(Collectors.joining(" "))
                        .toLowerCase(Locale.ROOT));
        Policy.Messages messages = policy.messages();
        put("messages.activation-wait", messages.activationWait());
        put("messages.link-life", messages.linkLife());
        put("messages.code-life", messages.codeLife());
        put("messages.code-report", messages.codeReport());
        put("messages.sign-in-wait", messages.signInWait());
        put("messages.email-pause", messages.emailPause());
        put("messages.sms-pause", messages.smsPause());
        put("messages.cap", messages.cap());
        put("messages.cap-window", messages.capWindow());
        put("messages.tries", messages.tries());
        put("messages.notice-days", messages.noticeDays());
        Policy.Letters letters = policy.letters();
        put("letters.life-months", letters.lifeMonths());
        put("letters.holding-days", letters.holdingDays());
        put("letters.tries", letters.tries());
        put("letters.cap", letters.cap());
        put("letters.cap-window", letters.capWindow());
        put("letters.claim", letters.claim());
        put("letters.tracking", letters.tracking());
        put("letters.save-pdf", letters.savePdf() ? "yes" : "no");
        put("letters.separators", letters.separators() ? "yes" : "no");
        Policy.Identity identity = policy.identity();
        put("identity.validity", identity.validity());
        put("identity.misses", identity.misses());
        put("identity.miss-window", identity.missWindow());
        put("identity.lock", identity.lock());
        put("identity.agent-misses", identity.agentMisses());
        put("identity.counter-hours", onOrOff(identity.counterHours()));
        Policy.Contacts contacts = policy.contacts();
        put("contacts.open", contacts.open());
        put("contacts.idle", contacts.idle());
        put("desk.veil-counter", contacts.veilAtCounter());
        put("desk.veil-call", contacts.veilOnCall());
        put("desk.other-offices", onOrOff(contacts.otherOffices()));
        put("contacts.callback-days", contacts.callbackDays());
        Policy.Worklists worklists = policy.worklists();
        put("worklists.lapsing-soon", worklists.lapsingSoon());
        put("worklists.lapsing", worklists.lapsing());
        put("worklists.stuck", worklists.stuck());
        Policy.Reminders reminders = policy.reminders();
        put("reminders.at-post", reminders.atPost());
        put("reminders.unused", reminders.unused());
        put("reminders.lapsing", reminders.lapsing());
        put("reminders.lapsing-soon", reminders.lapsingSoon());
        put("handovers.follow-up", policy.handovers().followUp());
        put("corrections.own", policy.corrections().own());
        put("samples.percent", policy.samples().percent());
        Policy.Limits limits = policy.limits();
        put("limits.searches", limits.searches());
        put("limits.files", limits.files());
        put("limits.worklists", limits.worklists());
        put("limits.verifications", limits.verifications());
        put("limits.messages", limits.messages());
        put("limits.letters", limits.letters());
        put("limits.letters-agent-day", limits.lettersAgentDay());
        put("limits.letters-office-day", limits.lettersOfficeDay());
        Policy.Approvals approvals = policy.approvals();
        put("approval.letters", approvals.letters());
        put("approval.letter-months", approvals.letterMonths());
        put("approval.address-days", approvals.addressDays());
        put("approval.above-quota", onOrOff(approvals.aboveQuota()));
        put("approval.alert-lifts", onOrOff(approvals.alertLifts()));
        put("approval.unlocks", onOrOff(approvals.unlocks()));
        put("approval.holds", approvals.holds());
    }

    private void put(String name, @Nullable String value) {
        lines.put(name, value == null ? "" : value);
    }

    private void put(String name, int value) {
        lines.put(name, String.valueOf(value));
    }

    private void put(String name, Duration value) {
        String written;
        if (value.toSecondsPart() != 0) {
            written = value.toSeconds() + "s";
        } else {
            written = value.toMinutesPart() == 0 ? value.toHours() + "h" : value.toMinutes() + "m";
        }
        lines.put(name, written);
    }

    private static String onOrOff(boolean on) {
        return on ? "on" : "off";
    }
}
