package eu.guichet.backend.retention;

import eu.guichet.backend.settings.SettingLines;
import java.time.Duration;
import java.util.Set;

/**
 * For how long rows are kept that serve only for a time. Of histories and the audit trail nothing is removed.
 *
 * @param keys idempotency keys, from the act on; never longer than messages
 * @param reports which process events were reported, from their arrival on
 * @param codes hashes of SMS codes, from the end of the code on
 * @param messages with what gateways said of their parts, from the last word about one on
 * @param contacts from their closing on, and call-backs from their end on
 * @param verifications with misses and locks, from their end on
 * @param jobs of printers, from their end on, and batches of letters, from when something last moved in them
 */
public record RetentionSettings(
        Duration keys,
        Duration reports,
        Duration codes,
        Duration messages,
        Duration contacts,
        Duration verifications,
        Duration jobs) {
    public static final RetentionSettings STANDARD = new RetentionSettings(
            Duration.ofDays(30),
            Duration.ofDays(365),
            Duration.ofDays(7),
            Duration.ofDays(90),
            Duration.ofDays(90),
            Duration.ofDays(30),
            Duration.ofDays(90));

    private static final Set<String> NAMES = Set.of(
            "retention.keys",
            "retention.reports",
            "retention.codes",
            "retention.messages",
            "retention.contacts",
            "retention.verifications",
            "retention.jobs");
    private static final int LONGEST_DAYS = 3650;

    public static boolean isLine(String name) {
        return NAMES.contains(name);
    }

    /** @throws IllegalArgumentException where a line cannot be used */
    public static RetentionSettings read(SettingLines lines) {
        RetentionSettings read = new RetentionSettings(
                days(lines, "retention.keys", STANDARD.keys),
                days(lines, "retention.reports", STANDARD.reports),
                days(lines, "retention.codes", STANDARD.codes),
                days(lines, "retention.messages", STANDARD.messages),
                days(lines, "retention.contacts", STANDARD.contacts),
                days(lines, "retention.verifications", STANDARD.verifications),
                days(lines, "retention.jobs", STANDARD.jobs));
        if (read.keys.compareTo(read.messages) > 0) {
            throw new IllegalArgumentException(
                    "retention.keys: a key answers with its message, which is kept for fewer days (retention.messages)");
        }
        return read;
    }

    private static Duration days(SettingLines lines, String name, Duration usual) {
        return Duration.ofDays(lines.whole(name, Math.toIntExact(usual.toDays()), 1, LONGEST_DAYS));
    }
}
