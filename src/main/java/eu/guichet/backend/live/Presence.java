package eu.guichet.backend.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which file each agent opened last, and whose window listens at another node. What another node tells is believed for a while,
 * so that who was at a node that died is not there for ever. Only {@link #isAt} and {@link #files} may be called without the
 * lock of the hub whose it is.
 */
final class Presence {
    /** Three times as long as {@link RemoteChangePoller} waits before it tells it again. */
    static final Duration BELIEVED_FOR = Duration.ofSeconds(30);

    /** By the agent's id, the file opened last. */
    private final Map<String, String> lastOpened = new ConcurrentHashMap<>();

    private final Map<Seat, Elsewhere> elsewhere = new HashMap<>();

    /** An agent, as colleagues see her. */
    record Colleague(String id, String name) {}

    private record Seat(String node, String agentId) {}

    private record Elsewhere(Colleague who, Instant until) {}

    /** @return the file she had open before, or null */
    @Nullable
    String opens(String agentId, String pensionerId) {
        return lastOpened.put(agentId, pensionerId);
    }

    /** @return whether it was the one she opened last */
    boolean closes(String agentId, String pensionerId) {
        return lastOpened.remove(agentId, pensionerId);
    }

    boolean isAt(String agentId, String pensionerId) {
        return pensionerId.equals(lastOpened.get(agentId));
    }

    Optional<String> file(String agentId) {
        return Optional.ofNullable(lastOpened.get(agentId));
    }

    /** The files opened last by anybody. */
    Stream<String> files() {
        return lastOpened.values().stream();
    }

    /** Another node has told that her window listens there. */
    void listens(String node, Colleague who, Instant now) {
        elsewhere.put(new Seat(node, who.id()), new Elsewhere(who, now.plus(BELIEVED_FOR)));
    }

    void listensNoMore(String node, String agentId) {
        elsewhere.remove(new Seat(node, agentId));
    }

    /** Whether her window listens at another node. */
    boolean isElsewhere(String agentId) {
        return elsewhere.keySet().stream().anyMatch(seat -> seat.agentId().equals(agentId));
    }

    /** Empty for somebody of whom no other node has told. */
    Optional<String> name(String agentId) {
        return elsewhere.values().stream()
                .map(Elsewhere::who)
                .filter(who -> who.id().equals(agentId))
                .map(Colleague::name)
                .findFirst();
    }

    /** Those at this file whose windows listen at other nodes; somebody who listens at two of them twice. */
    Stream<Colleague> elsewhereAt(String pensionerId) {
        return elsewhere.values().stream().map(Elsewhere::who).filter(who -> isAt(who.id(), pensionerId));
    }

    /**
     * Believes no longer what was not told again.
     *
     * @return the ids of those of whom no other node tells any more
     */
    Set<String> expire(Instant now) {
        Set<String> before = agents();
        elsewhere.values().removeIf(seat -> !seat.until().isAfter(now));
        before.removeAll(agents());
        return before;
    }

    private Set<String> agents() {
        Set<String> agents = new HashSet<>();
        elsewhere.keySet().forEach(seat -> agents.add(seat.agentId()));
        return agents;
    }
}
