package eu.guichet.contract;

import java.time.LocalDate;

/**
 * How many letters stand on each list of one office's letter desk.
 *
 * @param day the office's day to which the last two belong
 * @param printedToday letters printed on that day
 * @param postedToday letters posted on that day
 */
public record LetterDeskCounts(
        OfficeCode office,
        int toPrint,
        int toPost,
        int onTheWay,
        int overdue,
        int returned,
        LocalDate day,
        int printedToday,
        int postedToday) {
    public int of(LetterDeskStage stage) {
        return switch (stage) {
            case TO_PRINT -> toPrint;
            case TO_POST -> toPost;
            case ON_THE_WAY -> onTheWay;
            case OVERDUE -> overdue;
            case RETURNED -> returned;
        };
    }
}
