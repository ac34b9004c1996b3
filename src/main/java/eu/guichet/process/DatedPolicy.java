package eu.guichet.process;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The policy with its dates: which figures hold at which moment. What was promised with something that was sent, such as the
 * life of a link, goes by the figures of the moment at which it was sent; what may be done goes by those of the moment at which
 * it would be done. A {@link Policy} alone holds for ever.
 */
public sealed interface DatedPolicy permits Policy, ChangingPolicy {
    /** The figures that hold at this moment. */
    Policy at(Instant moment);

    /** All that ever hold, in order; at least one. */
    Stream<Policy> all();

    /** The moments from which other figures hold, in order. */
    Stream<Instant> changes();

    /** In which days begin and end; it never changes. */
    ZoneId zone();

    /** The same with something of all of its figures changed, but the zone. */
    DatedPolicy with(UnaryOperator<Policy> change);

    /** The first change after this moment. */
    default Optional<Instant> changeAfter(Instant moment) {
        return changes().filter(moment::isBefore).findFirst();
    }

    /**
     * Reads an institution's own figures. A name followed by {@code @} and a day, as in {@code letters.life-months@2027-01-01},
     * is the figure from the beginning of that day on, in the policy's zone. Lines that are none of {@link #isLine} are left
     * alone.
     *
     * @param usual what the lines leave out
     * @throws IllegalArgumentException when a line cannot be read; its message names the line
     */
    static DatedPolicy read(Policy usual, Map<String, String> lines) {
        return DatedLines.of(lines).over(usual);
    }

    /** Whether a line of this name is a figure of the policy, from a day on or for ever. */
    static boolean isLine(String name) {
        return Policy.isLine(DatedLines.bare(name));
    }
}
