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
    private final Map<String, At> lastOpened = new ConcurrentHashMap<>();

    private final Map<Seat, Elsewhere> elsewhere = new HashMap<>();

    private record At(String pensionerId, Instant since) {
        boolean isAt(String other) {
            return pensionerId.equals(other);
        }
    }

    private record Seat(String node, String agentId) {}

    private record Elsewhere(Colleague who, Instant until) {}

    /** @return the file she had open before, or null */
    @Nullable
    String opens(String agentId, String pensionerId, Instant now) {
        At before = lastOpened.get(agentId);
        if (before == null || !before.isAt(pensionerId)) {
            lastOpened.put(agentId, new At(pensionerId, now));
        }
        return before == null ? null : before.pensionerId();
    }

    /** Since when she has had open what she opened last, as far as is known here; null where she has nothing open. */
    @Nullable
    Instant since(String agentId) {
        At at = lastOpened.get(agentId);
        return at == null ? null : at.since();
    }

    /** @return whether it was the one she opened last */
    boolean closes(String agentId, String pensionerId) {
        At at = lastOpened.get(agentId);
        return at != null && at.isAt(pensionerId) && lastOpened.remove(agentId, at);
    }

    boolean isAt(String agentId, String pensionerId) {
        At at = lastOpened.get(agentId);
        return at != null && at.isAt(pensionerId);
    }

    Optional<String> file(String agentId) {
        return Optional.ofNullable(lastOpened.get(agentId)).map(At::pensionerId);
    }

    /** The files opened last by anybody. */
    Stream<String> files() {
        return lastOpened.values().stream().map(At::pensionerId);
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
    Optional<Colleague> colleague(String agentId) {
        return elsewhere.values().stream()
                .map(Elsewhere::who)
                .filter(who -> who.id().equals(agentId))
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
