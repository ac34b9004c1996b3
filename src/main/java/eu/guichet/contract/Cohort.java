package eu.guichet.contract;

import java.time.LocalDate;
import java.util.List;

/**
 * Those who began in one period, and how far they have come until now. They began when the first step was reported of them.
 *
 * @param from first day
 * @param until last day
 * @param people how many began
 * @param passed how many of them have passed each step, from the first on; a step is passed by whoever has passed a later one
 */
public record Cohort(LocalDate from, LocalDate until, int people, List<Integer> passed) {
    public Cohort {
        passed = List.copyOf(passed);
    }
}
