package eu.guichet.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong now and that nobody asked for. It names nobody, and ends by itself.
 *
 * @param office whose letters they are; null for what concerns all offices
 * @param channel by which the messages are sent; null where it is none, or any
 * @param count how many messages or letters
 * @param of of how many, where it is a part of some; null elsewhere
 * @param since for how long the oldest has been waiting, or when it was first seen; UTC
 */
public record Alarm(
        AlarmKind kind,
        @Nullable OfficeCode office,
        @Nullable Channel channel,
        long count,
        @Nullable Long of,
        Instant since) {}
