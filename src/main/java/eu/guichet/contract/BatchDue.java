package eu.guichet.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a batch of the own office would print now.
 *
 * @param toGenerate how many have asked for access and would get a letter
 * @param toPrint how many letters wait to be printed
 * @param leftOut those among them who would be left out, by the reason; while a batch runs, those who want an approval are not
 *     looked for
 * @param most that one batch takes; what is beyond waits for the next one
 * @param latest the office's batch of last, which may be running; null where there was none
 */
public record BatchDue(
        OfficeCode office,
        PrintingBy printing,
        int toGenerate,
        int toPrint,
        List<LeftOutCount> leftOut,
        int most,
        @Nullable Batch latest) {
    public BatchDue {
        leftOut = List.copyOf(leftOut);
    }
}
