package eu.guichet.backend.listen;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * For those who run the backend.
 *
 * @param address where health and figures are told, in the clear
 * @param drain for how long a backend that is told to stop goes on answering, so that callers are sent elsewhere meanwhile
 */
public record Operations(InetSocketAddress address, Duration drain) {}
