package eu.guichet.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a batch has left out, in its order. */
public record BatchLeftOut(List<Row> rows) {
    public BatchLeftOut {
        rows = List.copyOf(rows);
    }

    /**
     * One of them.
     *
     * @param name family name in capitals, then first name
     * @param reference of the letter; null where there is none
     */
    public record Row(
            String pensionerId,
            String name,
            int birthYear,
            @Nullable String reference,
            LeftOutReason reason) {}
}
