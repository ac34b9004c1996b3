package eu.guichet.process;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All events of one enrolment, in the order they occurred. Immutable. */
public record History(List<Event> events) {
    public static final History EMPTY = new History(List.of());

    /** @param events in the order they were recorded, which decides between two that occurred at one instant */
    public History {
        events = events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    public History plus(Event event) {
        return new History(Stream.concat(events.stream(), Stream.of(event)).toList());
    }

    public <E extends Event> Stream<E> all(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    public <E extends Event> Optional<E> first(Class<E> type) {
        return all(type).findFirst();
    }

    public <E extends Event> Optional<E> last(Class<E> type) {
        return all(type).reduce((earlier, later) -> later);
    }

    public boolean has(Class<? extends Event> type) {
        return events.stream().anyMatch(type::isInstance);
    }
}
