package eu.guichet.process;

import eu.guichet.contract.Channel;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads an institution's own figures; what its table leaves out stays as it was. */
final class PolicyTable {
    /** Every name that a line may have. */
    static final Set<String> NAMES = Set.of(
            "zone",
            "channels",
            "messages.activation-wait",
            "messages.link-life",
            "messages.code-life",
            "messages.code-report",
            "messages.sign-in-wait",
            "messages.email-pause",
            "messages.sms-pause",
            "messages.cap",
            "messages.cap-window",
            "messages.tries",
            "messages.notice-days",
            "letters.life-months",
            "letters.holding-days",
            "letters.tries",
            "letters.cap",
            "letters.cap-window",
            "letters.claim",
            "letters.tracking",
            "letters.save-pdf",
            "letters.separators",
            "identity.validity",
            "identity.misses",
            "identity.miss-window",
            "identity.lock",
            "identity.agent-misses",
            "identity.counter-hours",
            "contacts.open",
            "contacts.idle",
            "desk.veil-counter",
            "desk.veil-call",
            "desk.other-offices",
            "contacts.callback-days",
            "worklists.lapsing-soon",
            "worklists.lapsing",
            "worklists.stuck",
            "reminders.at-post",
            "reminders.unused",
            "reminders.lapsing",
            "reminders.lapsing-soon",
            "handovers.follow-up",
            "corrections.own",
            "samples.percent",
            "limits.searches",
            "limits.files",
            "limits.worklists",
            "limits.verifications",
            "limits.messages",
            "limits.letters",
            "limits.letters-agent-day",
            "limits.letters-office-day",
            "approval.letters",
            "approval.letter-months",
            "approval.address-days",
            "approval.above-quota",
            "approval.alert-lifts",
            "approval.unlocks",
            "approval.holds");

    private static final Pattern ADDRESS =
            Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?");

    private static final int MOST = 999;

    private final Map<String, String> lines;

    PolicyTable(Map<String, String> lines) {
        this.lines = lines;
    }

    /** @throws IllegalArgumentException when a line cannot be read; its message names the line */
    Policy over(Policy usual) {
        Policy.Messages messages = usual.messages();
        Policy.Letters letters = usual.letters();
        Policy.Identity identity = usual.identity();
        Policy.Contacts contacts = usual.contacts();
        Policy.Worklists worklists = usual.worklists();
        Policy.Reminders reminders = usual.reminders();
        Policy.Limits limits = usual.limits();
        Policy.Approvals approvals = usual.approvals();
        return new Policy(
                zone(usual.zone()),
                channels(usual.channels()),
                new Policy.Messages(
                        minutes("messages.activation-wait", messages.activationWait()),
                        minutes("messages.link-life", messages.linkLife()),
                        minutes("messages.code-life", messages.codeLife()),
                        time("messages.code-report", messages.codeReport()),
                        time("messages.sign-in-wait", messages.signInWait()),
                        time("messages.email-pause", messages.emailPause()),
                        time("messages.sms-pause", messages.smsPause()),
                        count("messages.cap", messages.cap()),
                        hours("messages.cap-window", messages.capWindow()),
                        count("messages.tries", messages.tries()),
                        count("messages.notice-days", messages.noticeDays())),
                new Policy.Letters(
                        count("letters.life-months", letters.lifeMonths()),
                        count("letters.holding-days", letters.holdingDays()),
                        count("letters.tries", letters.tries()),
                        count("letters.cap", letters.cap()),
                        hours("letters.cap-window", letters.capWindow()),
                        minutes("letters.claim", letters.claim()),
                        tracking(letters.tracking()),
                        yesOrNo("letters.save-pdf", letters.savePdf()),
                        yesOrNo("letters.separators", letters.separators()),
                        letters.printing()),
                new Policy.Identity(
                        time("identity.validity", identity.validity()),
                        count("identity.misses", identity.misses()),
                        time("identity.miss-window", identity.missWindow()),
                        time("identity.lock", identity.lock()),
                        count("identity.agent-misses", identity.agentMisses()),
                        flag("identity.counter-hours", identity.counterHours())),
                new Policy.Contacts(
                        count("contacts.open", contacts.open()),
                        time("contacts.idle", contacts.idle()),
                        time("desk.veil-counter", contacts.veilAtCounter()),
                        time("desk.veil-call", contacts.veilOnCall()),
                        flag("desk.other-offices", contacts.otherOffices()),
                        count("contacts.callback-days", contacts.callbackDays())),
                new Policy.Worklists(
                        count("worklists.lapsing-soon", worklists.lapsingSoon()),
                        count("worklists.lapsing", worklists.lapsing()),
                        count("worklists.stuck", worklists.stuck())),
                new Policy.Reminders(
                        countOrNever("reminders.at-post", reminders.atPost()),
                        countOrNever("reminders.unused", reminders.unused()),
                        countOrNever("reminders.lapsing", reminders.lapsing()),
                        countOrNever("reminders.lapsing-soon", reminders.lapsingSoon())),
                new Policy.Handovers(
                        count("handovers.follow-up", usual.handovers().followUp())),
                new Policy.Corrections(
                        time("corrections.own", usual.corrections().own())),
                new Policy.Samples(whole("samples.percent", usual.samples().percent(), 0, 100)),
                new Policy.Limits(
                        limit("limits.searches", limits.searches()),
                        limit("limits.files", limits.files()),
                        limit("limits.worklists", limits.worklists()),
                        limit("limits.verifications", limits.verifications()),
                        limit("limits.messages", limits.messages()),
                        limit("limits.letters", limits.letters()),
                        limit("limits.letters-agent-day", limits.lettersAgentDay()),
                        limit("limits.letters-office-day", limits.lettersOfficeDay())),
                new Policy.Approvals(
                        countOrNever("approval.letters", approvals.letters()),
                        count("approval.letter-months", approvals.letterMonths()),
                        countOrNever("approval.address-days", approvals.addressDays()),
                        flag("approval.above-quota", approvals.aboveQuota()),
                        flag("approval.alert-lifts", approvals.alertLifts()),
                        flag("approval.unlocks", approvals.unlocks()),
                        time("approval.holds", approvals.holds())));
    }

    private ZoneId zone(ZoneId usual) {
        String written = lines.get("zone");
        try {
            return written == null ? usual : ZoneId.of(written.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("zone: a zone is written Europe/Brussels", e);
        }
    }

    /** An empty line switches every channel off. */
    private Set<Channel> channels(Set<Channel> usual) {
        String written = lines.get("channels");
        if (written == null) {
            return usual;
        }
        return Arrays.stream(written.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .map(PolicyTable::channel)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Channel channel(String word) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("channels: they are email and sms, not " + word));
    }

    /** An empty line is no page at all. */
    private @Nullable String tracking(@Nullable String usual) {
        String written = lines.get("letters.tracking");
        if (written == null) {
            return usual;
        }
        String page = written.strip();
        if (page.isEmpty()) {
            return null;
        }
        boolean address = ADDRESS.matcher(page.replace(Policy.Letters.ITEM, "")).matches();
        if (!address || !page.contains(Policy.Letters.ITEM)) {
            throw new IllegalArgumentException("letters.tracking: an https address with " + Policy.Letters.ITEM
                    + " where the number belongs is expected");
        }
        return page;
    }

    private boolean yesOrNo(String name, boolean usual) {
        String written = lines.get(name);
        if (written == null) {
            return usual;
        }
        return switch (written.strip()) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException(name + ": yes or no is expected");
        };
    }

    /** What the sentences tell in minutes. */
    private Duration minutes(String name, Duration usual) {
        Duration time = time(name, usual);
        if (time.toSecondsPart() != 0) {
            throw new IllegalArgumentException(
                    name + ": people are told its minutes, so they must be whole, as in 15m");
        }
        return time;
    }

    /** What the sentences tell in hours. */
    private Duration hours(String name, Duration usual) {
        Duration time = time(name, usual);
        if (time.toMinutesPart() != 0 || time.toSecondsPart() != 0) {
            throw new IllegalArgumentException(name + ": people are told its hours, so they must be whole, as in 24h");
        }
        return time;
    }

    private Duration time(String name, Duration usual) {
        String written = lines.get(name);
        if (written == null) {
            return usual;
        }
        String bare = written.strip().toUpperCase(Locale.ROOT);
        if (!bare.matches("[1-9][0-9]{0,4}[SMH]")) {
            throw new IllegalArgumentException(name + ": a time is written 90s, 15m or 24h");
        }
        return Duration.parse("PT" + bare);
    }

    private boolean flag(String name, boolean usual) {
        String written = lines.get(name);
        if (written == null) {
            return usual;
        }
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new IllegalArgumentException(name + ": on or off is expected");
        };
    }

    /** Of things that are asked for; 0 is no limit. */
    private int limit(String name, int usual) {
        return whole(name, usual, 0, 999_999);
    }

    private int countOrNever(String name, int usual) {
        return whole(name, usual, 0, MOST);
    }

    private int count(String name, int usual) {
        return whole(name, usual, 1, MOST);
    }

    private int whole(String name, int usual, int least, int most) {
        String written = lines.get(name);
        if (written == null) {
            return usual;
        }
        String digits = written.strip();
        if (digits.matches("0|[1-9][0-9]{0,5}")) {
            int value = Integer.parseInt(digits);
            if (value >= least && value <= most) {
                return value;
            }
        }
        throw new IllegalArgumentException(name + ": a number from " + least + " to " + most + " is expected");
    }
}
