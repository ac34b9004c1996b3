package eu.guichet.process;

import eu.guichet.contract.Channel;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;

/**
 * Every figure that could change without the process changing. The defaults and their sources are those of the manual
 * and of the standards named at each.
 *
 * @param zone in which days begin and end, {@code Europe/Brussels}
 * @param channels by which messages may be sent; a channel left out is switched off
 * @param activationWait how long the activation e-mail may take before it is resent (manual, step 4)
 * @param linkLife how long the password link can be opened
 * @param shortCodeLife how long a challenge or sign-in code is accepted (manual; ASVS 5.0 6.5.5)
 * @param emailPause least time between two e-mails of one kind to one person (ASVS 5.0 2.4.1)
 * @param smsPause least time between two SMS of one kind to one person (ASVS 5.0 2.4.1)
 * @param resendCap most resends of one kind to one person within {@code resendWindow}
 * @param letterMonths life of a confirmation code from the receipt of its letter (manual, step 16)
 * @param holdingDays how long a post office holds a registered letter before it goes back
 * @param letterTries wrong confirmation codes that lock a letter
 * @param verificationLife how long a verification serves
 * @param verificationMisses misses that lock verification for a person
 * @param verificationLock for how long
 */
public record Policy(
        ZoneId zone,
        Set<Channel> channels,
        Duration activationWait,
        Duration linkLife,
        Duration shortCodeLife,
        Duration emailPause,
        Duration smsPause,
        int resendCap,
        Duration resendWindow,
        int letterMonths,
        int holdingDays,
        int letterTries,
        Duration verificationLife,
        int verificationMisses,
        Duration verificationLock) {
    public Policy {
        channels = Set.copyOf(channels);
    }

    public static Policy standard() {
        return new Policy(
                ZoneId.of("Europe/Brussels"),
                Set.of(Channel.EMAIL, Channel.SMS),
                Duration.ofMinutes(15),
                Duration.ofMinutes(90),
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                Duration.ofSeconds(60),
                5,
                Duration.ofHours(24),
                6,
                15,
                5,
                Duration.ofMinutes(15),
                5,
                Duration.ofHours(1));
    }

    /** The same policy with only these channels switched on. */
    public Policy withChannels(Set<Channel> switchedOn) {
        return new Policy(
                zone,
                switchedOn,
                activationWait,
                linkLife,
                shortCodeLife,
                emailPause,
                smsPause,
                resendCap,
                resendWindow,
                letterMonths,
                holdingDays,
                letterTries,
                verificationLife,
                verificationMisses,
                verificationLock);
    }

    Duration pause(Channel channel) {
        return switch (channel) {
            case EMAIL -> emailPause;
            case SMS -> smsPause;
        };
    }
}
