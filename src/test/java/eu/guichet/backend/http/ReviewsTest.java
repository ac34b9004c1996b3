package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.AuditRow;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AuditAct;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.Review;
import eu.guichet.contract.ReviewWhy;
import eu.guichet.contract.Role;
import eu.guichet.contract.VerificationMethod;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a supervisor looks at afterwards. */
@OnBothStores
class ReviewsTest {
    private static final String GOOD = "{\"verdict\":\"IN_ORDER\"}";
    private static final String BAD = "{\"verdict\":\"NOT_IN_ORDER\",\"note\":\"Another number was called back.\"}";

    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;
    private Caller supervisor;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
        supervisor = backend.as(Role.SUPERVISOR);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    /** As if what was done last had been drawn. */
    private void laid() {
        backend.stores(tx -> {
            AuditEntry last = tx.audit().page(AT_THE_LETTER, null, 100).entries().stream()
                    .filter(row -> row.act().equals("letter-generated"))
                    .findFirst()
                    .orElseThrow();
            tx.reviews().lay(List.of(last.sequence()), ReviewWhy.SAMPLE, RunningBackend.NINE_OCLOCK);
        });
    }

    private void letterBy(String id, OfficeCode office) {
        backend.stores(tx -> tx.audit()
                .add(new AuditRow(
                        RunningBackend.NINE_OCLOCK,
                        id,
                        "C. L.",
                        Role.SUPERVISOR,
                        office,
                        AuditAct.LETTER_GENERATED,
                        AT_THE_LETTER,
                        null,
                        "call",
                        "generated G-7KQ2-M0TX",
                        true)));
        laid();
    }

    private List<Review> shown() {
        Caller.Answered answer = supervisor.get("/v1/reviews");
        assertThat(answer.status()).as(answer.body().utf8()).isEqualTo(200);
        return Arrays.asList(answer.as(Review[].class));
    }

    private Caller.Answered judge(String id, String json) {
        return supervisor.post("/v1/reviews/" + id + "/verdict", json);
    }

    private List<AuditEntry> trail(String act) {
        return supervisor.get("/v1/audit?act=" + act).as(AuditPage.class).entries();
    }

    @Test
    void an_act_is_shown_with_what_it_was_done_on_and_leaves_the_list_once_it_is_looked_at() {
        var _ = Deeds.letter(agent, AT_THE_LETTER);
        laid();
        Review one = shown().getFirst();
        assertThat(one.act()).isEqualTo("letter-generated");
        assertThat(one.by()).isEqualTo("M. D.");
        assertThat(one.name()).isEqualTo("NØRGÅRD Søren");
        assertThat(one.verification()).isEqualTo(VerificationMethod.DOCUMENT_SEEN);
        assertThat(one.reason()).isEqualTo("counter");
        assertThat(one.contactId()).isNotNull();

        assertThat(judge(one.id(), BAD).status()).isEqualTo(204);
        assertThat(judge(one.id(), BAD).status()).isEqualTo(204);
        assertThat(shown()).isEmpty();
        assertThat(judge(one.id(), GOOD).problem()).isEqualTo("action-closed");

        assertThat(trail("act-reviewed"))
                .extracting(AuditEntry::outcome)
                .containsExactly("action-closed", "repeated", "letter-generated not-in-order");
        assertThat(trail("act-reviewed").getLast().reason()).isEqualTo("Another number was called back.");
        assertThat(trail("act-reviewed").getLast().pensionerId()).isEqualTo(AT_THE_LETTER);
        assertThat(trail("reviews-read")).hasSize(2);
    }

    @Test
    void nobody_looks_at_their_own() {
        letterBy("supervisor-1", OfficeCode.LUX);
        assertThat(shown()).isEmpty();
        String id = backend.<String>stored(tx -> tx.reviews()
                .open(Set.of(OfficeCode.LUX), "nobody", 1)
                .getFirst()
                .id());
        Caller.Answered refused = judge(id, GOOD);
        assertThat(refused.problem()).isEqualTo("not-allowed");
        assertThat(Deeds.word(refused)).isEqualTo("act of ones own");
        assertThat(trail("act-reviewed")).extracting(AuditEntry::outcome).containsExactly("not-allowed");
    }

    @Test
    void what_is_not_in_order_is_said_in_a_sentence_without_a_code() {
        letterBy("supervisor-2", OfficeCode.LUX);
        String id = shown().getFirst().id();
        assertThat(judge(id, "{\"verdict\":\"NOT_IN_ORDER\"}").problem()).isEqualTo("invalid-request");
        assertThat(judge(id, "{\"verdict\":\"NOT_IN_ORDER\",\"note\":\"ab\"}").problem())
                .isEqualTo("invalid-request");
        assertThat(judge(id, "{\"verdict\":\"NOT_IN_ORDER\",\"note\":\"code 7KQ2-M0TX-9ABC-DEF5\"}")
                        .problem())
                .isEqualTo("invalid-request");
        assertThat(judge(id, "{}").problem()).isEqualTo("invalid-request");
        assertThat(judge("nothing", GOOD).problem()).isEqualTo("not-found");
        assertThat(shown()).hasSize(1);
        assertThat(judge(id, GOOD).status()).isEqualTo(204);
    }
}
