package eu.guichet.client;

import java.time.Duration;

/**
 * How long the client waits, and how often it tries.
 *
 * @param connectTimeout for one connection
 * @param callTimeout for one try, from its first byte to its last
 * @param documentTimeout the same for a letter's document: it exists once, and is drawn while one waits
 * @param tries of what is safe to repeat, at least 1
 * @param firstPause before the second try; each later one is twice as long
 * @param patience after which no further try begins, counted from the first
 * @param streamSilence after which a live stream that says nothing counts as broken
 * @param firstReconnect pause before the second try to reach the live stream; the first follows at once
 * @param lastReconnect the longest pause between two tries to reach the live stream
 */
public record ClientSettings(
        Duration connectTimeout,
        Duration callTimeout,
        Duration documentTimeout,
        int tries,
        Duration firstPause,
        Duration patience,
        Duration streamSilence,
        Duration firstReconnect,
        Duration lastReconnect) {
    public ClientSettings {
        if (tries < 1) {
            throw new IllegalArgumentException("a call is tried at least once");
        }
    }

    public static ClientSettings defaults() {
        return new ClientSettings(
                Duration.ofSeconds(3),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                3,
                Duration.ofMillis(200),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30));
    }
}
