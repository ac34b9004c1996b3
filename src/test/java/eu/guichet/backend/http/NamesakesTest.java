package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import eu.guichet.contract.SearchResult;
import eu.guichet.contract.SearchRow;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void the_file_says_in_which_directory_the_number_to_call_back_stands() {
        PensionerFile file = Steps.open(agent, AT_THE_SMS);
        assertThat(file.callBackDirectory()).isEqualTo("Répertoire des pensionnés, Luxembourg");
    }
}
