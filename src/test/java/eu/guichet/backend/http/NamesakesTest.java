package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.SearchRow;
import eu.guichet.contract.VerificationResult;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class NamesakesTest {
    @TempDir
    Path folder;

    private RunningBackend backend;
    private Caller agent;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
        agent = backend.as(Role.AGENT);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void row_and_file_say_how_many_others_share_the_name_and_the_year() {
        assertThat(Steps.open(agent, AT_THE_SMS).namesakes()).isZero();
        backend.namesakeAtTheSms("namesake");
        assertThat(Steps.open(agent, AT_THE_SMS).namesakes()).isEqualTo(1);
        assertThat(agent.post("/v1/search", "{\"query\":\"muller\",\"limit\":20}")
                        .as(SearchResult.class)
                        .rows())
                .extracting(SearchRow::namesakes)
                .containsExactly(1, 1);
        assertThat(Steps.open(agent, AT_THE_LETTER).namesakes()).isZero();
    }

    private Caller.Answered verify(String json) {
        return Steps.act(agent, AT_THE_SMS, "verifications", json);
    }

    private String fault(String json) {
        return verify(json).json().at("/fields/0/field").asString();
    }

    @Test
    void with_namesakes_a_document_counts_only_with_the_full_birth_date() {
        backend.namesakeAtTheSms("namesake");
        assertThat(fault(Steps.SEEN)).isEqualTo("$.birthDay");
        assertThat(fault("{\"method\":\"DOCUMENT_SEEN\"}")).isEqualTo("$.birthDate");
        assertThat(verify("{\"method\":\"DOCUMENT_SEEN\",\"birthDate\":\"1944-05-02\"}")
                        .as(VerificationResult.class)
                        .match())
                .as("the birth date of the other")
                .isFalse();
        assertThat(verify("{\"method\":\"DOCUMENT_SEEN\",\"birthDate\":\"1944-03-12\"}")
                        .as(VerificationResult.class)
                        .match())
                .isTrue();
    }

    @Test
    void without_namesakes_day_and_month_are_typed_from_the_document() {
        assertThat(fault("{\"method\":\"DOCUMENT_SEEN\"}")).isEqualTo("$.birthDay");
        assertThat(fault("{\"method\":\"DOCUMENT_SEEN\",\"birthDay\":\"--13-40\"}"))
                .isEqualTo("$.birthDay");
        assertThat(fault("{\"method\":\"CALLED_BACK\"}"))
                .as("she stands at the counter")
                .isEqualTo("$.method");
        assertThat(verify("{\"method\":\"DOCUMENT_SEEN\",\"birthDay\":\"--03-13\"}")
                        .as(VerificationResult.class)
                        .triesLeft())
                .isEqualTo(4);
        assertThat(verify(Steps.SEEN).as(VerificationResult.class).match()).isTrue();
    }

    @Test
    void the_file_says_in_which_directory_the_number_to_call_back_stands() {
        PensionerFile file = Steps.open(agent, AT_THE_SMS);
        assertThat(file.callBackDirectory()).isEqualTo("Répertoire des pensionnés, Luxembourg");
    }
}
