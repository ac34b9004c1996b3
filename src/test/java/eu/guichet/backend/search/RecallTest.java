package eu.guichet.backend.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.search.Recall.Share;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The floor under {@code exec@bench-recall}, among fewer people and with fewer queries. */
class RecallTest {
    private static final Map<String, Double> FLOOR = Map.of(
            "exact", 1.0,
            "reversed", 1.0,
            "unaccented", 1.0,
            "two slips", .85,
            "Polish as heard", .85);

    @Test
    void people_are_among_the_first_five_however_their_names_are_put() {
        try (Recall recall = new Recall(540)) {
            Map<String, Share> measured = recall.measured(15);
            assertThat(measured).hasSizeGreaterThan(18);
            measured.forEach((kind, share) -> {
                assertThat(share.asked()).as(kind).isGreaterThan(10);
                assertThat(share.recall())
                        .as("%s: %s", kind, share.missed())
                        .isGreaterThanOrEqualTo(FLOOR.getOrDefault(kind, kind.endsWith(" ear") ? .85 : .9));
            });
        }
    }
}
