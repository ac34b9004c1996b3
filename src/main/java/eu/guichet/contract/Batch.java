package eu.guichet.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Letters that are generated and printed in one go for an office. Each of its letters is counted once, by where it stands.
 *
 * @param toGenerate those that are still to be generated, or to be handed to the office's printer
 * @param toPrint those of which a desk can take the document now
 * @param underWay those whose document was taken, or that are at the office's printer
 * @param cancelled those that stay behind because somebody ended the batch
 * @param secondsLeft by the pace until now; null while that is not known, and once it is over
 * @param reasons of those that are left out, by how many
 * @param papers of which it is not told yet whether they were printed; empty where the office's printer prints
 * @param earlierSheets references of letters of which an earlier sheet may have come out, which is not valid
 */
public record Batch(
        String id,
        OfficeCode office,
        PrintingBy printing,
        BatchState state,
        String startedBy,
        Instant startedAt,
        int total,
        int toGenerate,
        int toPrint,
        int underWay,
        int printed,
        int leftOut,
        int cancelled,
        @Nullable Integer secondsLeft,
        List<LeftOutCount> reasons,
        List<BatchPaper> papers,
        List<String> earlierSheets) {
    public Batch {
        reasons = List.copyOf(reasons);
        papers = List.copyOf(papers);
        earlierSheets = List.copyOf(earlierSheets);
    }
}
