package eu.guichet.process;

import eu.guichet.contract.ApprovalAct;
import eu.guichet.contract.Channel;
import eu.guichet.contract.PrintingBy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every figure that could change without the process changing. The defaults are those of the manual and of the standards
 * named at each.
 *
 * @param zone in which days begin and end, {@code Europe/Brussels}
 * @param channels by which messages may be sent; a channel left out is switched off
 */
public record Policy(
        ZoneId zone,
        Set<Channel> channels,
        Messages messages,
        Letters letters,
        Identity identity,
        Contacts contacts,
        Worklists worklists,
        Reminders reminders,
        Handovers handovers,
        Corrections corrections,
        Samples samples,
        Limits limits,
        Approvals approvals)
        implements DatedPolicy {
    public Policy {
        channels = Set.copyOf(channels);
    }

    /**
     * E-mails and SMS.
     *
     * @param activationWait how long the activation e-mail may take before it is resent (manual, step 4)
     * @param linkLife how long the password link can be opened
     * @param codeLife how long a challenge or sign-in code is accepted (manual; ASVS 5.0 6.5.5)
     * @param codeReport how long after it was entered a code may be reported
     * @param signInWait how long a sign-in still counts as waiting after its code has expired; then she starts anew
     * @param emailPause least time between two e-mails of one kind to one person (ASVS 5.0 2.4.1)
     * @param smsPause least time between two SMS of one kind to one person (ASVS 5.0 2.4.1)
     * @param cap most resends of one kind to one person within {@code capWindow}
     * @param tries wrong codes after which the code of an SMS is no longer valid
     * @param noticeDays how many days a notice that something is disturbed may last
     */
    public record Messages(
            Duration activationWait,
            Duration linkLife,
            Duration codeLife,
            Duration codeReport,
            Duration signInWait,
            Duration emailPause,
            Duration smsPause,
            int cap,
            Duration capWindow,
            int tries,
            int noticeDays) {
        public Duration pause(Channel channel) {
            return switch (channel) {
                case EMAIL -> emailPause;
                case SMS -> smsPause;
            };
        }
    }

    /**
     * Registered letters.
     *
     * @param lifeMonths life of a confirmation code from the receipt of its letter (manual, step 16)
     * @param holdingDays how long a post office holds a registered letter before it goes back
     * @param tries wrong confirmation codes that lock a letter
     * @param cap most letters generated for one person within {@code capWindow}
     * @param claim how long a claimed document waits for word of its printing, before others may claim it
     * @param tracking the carrier's page for an item, with {@value #ITEM} where its number belongs; null without one
     * @param savePdf whether a document may be saved to a file instead of printed
     * @param separators whether each part of a batch begins with a sheet that says which letters follow
     * @param printing who prints
     */
    public record Letters(
            int lifeMonths,
            int holdingDays,
            int tries,
            int cap,
            Duration capWindow,
            Duration claim,
            @Nullable String tracking,
            boolean savePdf,
            boolean separators,
            PrintingBy printing) {
        static final String ITEM = "{item}";

        /** What is promised with a letter generated now. */
        public LetterTerms terms() {
            return new LetterTerms(lifeMonths, holdingDays, tries);
        }

        /** The carrier's page for this item; null without one. */
        public @Nullable String tracking(String itemNumber) {
            return tracking == null ? null : tracking.replace(ITEM, itemNumber);
        }
    }

    /**
     * Verification of who is calling.
     *
     * @param validity how long a verification serves
     * @param misses misses that lock verification for a person
     * @param missWindow how long a miss counts
     * @param lock for how long it is locked
     * @param agentMisses misses of one agent within {@code lock}, about whomever, after which that agent has to wait
     * @param counterHours whether a document is seen only while the office's counter is open
     */
    public record Identity(
            Duration validity, int misses, Duration missWindow, Duration lock, int agentMisses, boolean counterHours) {}

    /**
     * Calls, visits, tickets and worklist items.
     *
     * @param open most that one agent may have open at once
     * @param idle after how long an untouched one is closed
     * @param veilAtCounter after how long an untouched desk hides a file that is open for a visit
     * @param veilOnCall the same for every other reason
     * @param otherOffices whether files of an office may be opened for which the agent does not act; the trail says so
     * @param callbackDays how many days ahead a call-back may be promised
     */
    public record Contacts(
            int open,
            Duration idle,
            Duration veilAtCounter,
            Duration veilOnCall,
            boolean otherOffices,
            int callbackDays) {}

    /**
     * What stands on a worklist.
     *
     * @param lapsingSoon days before its code lapses from which a letter is on the shorter list
     * @param lapsing the same for the longer list
     * @param stuck days at one step from which somebody is on the list of those who do not get on
     */
    public record Worklists(int lapsingSoon, int lapsing, int stuck) {}

    /**
     * When a pensioner is reminded of a letter with a code, in days; 0 is never.
     *
     * @param atPost after its posting, while no receipt is known
     * @param unused after its receipt
     * @param lapsing before its code lapses, the first time
     * @param lapsingSoon the same, the second time
     */
    public record Reminders(int atPost, int unused, int lapsing, int lapsingSoon) {}

    /**
     * Cases that DIGIT has.
     *
     * @param followUp working days of the office after which DIGIT is asked again
     */
    public record Handovers(int followUp) {}

    /**
     * What was recorded by mistake.
     *
     * @param own for how long whoever recorded it takes it back; later it takes a supervisor
     */
    public record Corrections(Duration own) {}

    /**
     * What a supervisor looks at afterwards.
     *
     * @param percent of the letters and resends of each day, at least one; 0 is none
     */
    public record Samples(int percent) {
        /** How many of so many. */
        public int of(int acts) {
            return Math.ceilDiv(acts * percent, 100);
        }
    }

    /**
     * How much one agent may ask for, so that nobody reads the register from one end to the other; 0 is no limit.
     *
     * @param searches in an hour, each pause in typing being one
     * @param files opened in an hour
     * @param worklists pages of worklists read in an hour
     * @param verifications tried in an hour
     * @param messages sent again in an hour
     * @param letters generated in an hour
     * @param lettersAgentDay generated by one agent on one day
     * @param lettersOfficeDay generated by all agents of one office on one day
     */
    public record Limits(
            int searches,
            int files,
            int worklists,
            int verifications,
            int messages,
            int letters,
            int lettersAgentDay,
            int lettersOfficeDay) {
        /** Nothing is limited, as in training. */
        public static final Limits NONE = new Limits(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * What waits for a supervisor who is not the one that asks.
     *
     * @param letters the how manyth letter for one person within {@code letterMonths} does; 0 for none
     * @param addressDays for how many days after another address came from the register a letter does; 0 for none
     * @param aboveQuota whether letters above {@code lettersAgentDay} do; otherwise they are refused until the next day
     * @param alertLifts whether the lifting of an alert does
     * @param unlocks whether the end of a lock does
     * @param holds how long a supervisor may take
     */
    public record Approvals(
            int letters,
            int letterMonths,
            int addressDays,
            boolean aboveQuota,
            boolean alertLifts,
            boolean unlocks,
            Duration holds) {
        /** Why every act of this kind wants a second person; empty where this is not so, or depends on the case. */
        public List<ApprovalReason> always(ApprovalAct act) {
            boolean always = switch (act) {
                case GENERATE_LETTER -> false;
                case LIFT_ALERT -> alertLifts;
                case UNLOCK_VERIFICATION -> unlocks;
            };
            return always ? List.of(new ApprovalReason.Always()) : List.of();
        }
    }

    public static Policy standard() {
        return new Policy(
                ZoneId.of("Europe/Brussels"),
                Set.of(Channel.EMAIL, Channel.SMS),
                new Messages(
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(90),
                        Duration.ofMinutes(10),
                        Duration.ofHours(24),
                        Duration.ofHours(24),
                        Duration.ofMinutes(15),
                        Duration.ofSeconds(60),
                        5,
                        Duration.ofHours(24),
                        5,
                        5),
                new Letters(
                        6, 15, 5, 5, Duration.ofHours(24), Duration.ofMinutes(15), null, false, false, PrintingBy.DESK),
                new Identity(Duration.ofMinutes(15), 5, Duration.ofHours(24), Duration.ofHours(1), 20, true),
                new Contacts(2, Duration.ofHours(8), Duration.ofMinutes(3), Duration.ofMinutes(10), true, 60),
                new Worklists(7, 30, 14),
                new Reminders(7, 14, 30, 7),
                new Handovers(3),
                new Corrections(Duration.ofHours(24)),
                new Samples(2),
                new Limits(600, 120, 300, 60, 60, 30, 60, 400),
                new Approvals(3, 6, 14, true, false, false, Duration.ofHours(24)));
    }

    /**
     * The same policy with an institution's own figures; lines that are none of {@link #isLine} are left alone.
     *
     * @throws IllegalArgumentException when a line cannot be read; its message names the line
     */
    public Policy changedBy(Map<String, String> lines) {
        return new PolicyTable(lines).over(this);
    }

    /** Whether a line of this name is a figure of the policy. */
    public static boolean isLine(String name) {
        return PolicyTable.NAMES.contains(name);
    }

    /** The same policy with only these channels switched on. */
    public Policy withChannels(Set<Channel> switchedOn) {
        return with(switchedOn, letters, limits);
    }

    /** The same policy with these limits. */
    public Policy withLimits(Limits other) {
        return with(channels, letters, other);
    }

    /** The same policy with letters printed by these. */
    public Policy withPrinting(PrintingBy by) {
        Letters other = new Letters(
                letters.lifeMonths(),
                letters.holdingDays(),
                letters.tries(),
                letters.cap(),
                letters.capWindow(),
                letters.claim(),
                letters.tracking(),
                letters.savePdf(),
                letters.separators(),
                by);
        return with(channels, other, limits);
    }

    private Policy with(Set<Channel> switchedOn, Letters otherLetters, Limits otherLimits) {
        return new Policy(
                zone,
                switchedOn,
                messages,
                otherLetters,
                identity,
                contacts,
                worklists,
                reminders,
                handovers,
                corrections,
                samples,
                otherLimits,
                approvals);
    }

    /** Every figure by the name of its line, as it would be written there, in the order of the names. */
    public SortedMap<String, String> lines() {
        return PolicyLines.of(this);
    }

    @Override
    public Policy at(Instant moment) {
        return this;
    }

    @Override
    public DatedPolicy with(UnaryOperator<Policy> change) {
        return change.apply(this);
    }

    @Override
    public Stream<Policy> all() {
        return Stream.of(this);
    }

    @Override
    public Stream<Instant> changes() {
        return Stream.empty();
    }

    public boolean allows(Channel channel) {
        return channels.contains(channel);
    }
}
