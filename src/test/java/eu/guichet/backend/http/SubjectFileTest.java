package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static eu.guichet.backend.http.RunningBackend.EMAIL;
import static eu.guichet.backend.http.RunningBackend.NUMBER_AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AuditEntry;
import eu.guichet.contract.AuditPage;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person asks what is held about her and who has looked. */
@OnBothStores
class SubjectFileTest {
    private static final String ABOUT_HER = "/v1/pensioners/" + AT_THE_SMS + "/subject-file";
    private static final String WHY = "{\"reason\":\"her request of 20 November\"}";

    @TempDir
    Path folder;

    private RunningBackend backend;

    @BeforeEach
    void start() {
        backend = new RunningBackend(folder);
    }

    @AfterEach
    void stop() {
        backend.close();
    }

    @Test
    void it_says_in_full_what_is_held_and_by_name_who_looked_when_and_why_and_no_cell_is_a_formula() {
        Caller agent = backend.as(Role.AGENT);
        String contact = Steps.contact(agent, AT_THE_SMS, "call");
        Steps.open(agent, AT_THE_SMS);
        Steps.miss(agent, AT_THE_SMS);
        assertThat(agent.patch("/v1/contacts/" + contact, "{\"note\":\"=HYPERLINK(1)\"}")
                        .status())
                .isEqualTo(200);
        String file = backend.as(Role.AUDITOR).post(ABOUT_HER, WHY).body().utf8();
        assertThat(file)
                .contains(EMAIL, NUMBER_AT_THE_SMS)
                .contains(
                        "2026-11-23 09:00,\"M. D., agent, Bruxelles\",Dossier consulté,appel,\"shown, of another office\"")
                .contains("M. D.,pas de concordance")
                .contains(",'=HYPERLINK(1)")
                .contains("Qui a consulté ou agi");
        assertThat(file.lines()).noneMatch(line -> line.matches("(.*,)?\"?[=+@-].*"));
    }

    @Test
    void on_paper_it_has_the_same_and_that_it_was_made_stands_in_the_trail_and_in_the_next_one() throws IOException {
        Caller supervisor = backend.as(Role.SUPERVISOR);
        Caller.Answered paper = supervisor.post(ABOUT_HER, WHY, "Accept", "application/pdf");
        assertThat(paper.status()).isEqualTo(200);
        assertThat(Paper.text(paper).replaceAll("\\s", "")).contains(EMAIL, NUMBER_AT_THE_SMS, "Quiaconsultéouagi");
        assertThat(supervisor
                        .get("/v1/audit?act=subject-file")
                        .as(AuditPage.class)
                        .entries())
                .singleElement()
                .matches(row -> AT_THE_SMS.equals(row.pensionerId()))
                .extracting(AuditEntry::reason)
                .isEqualTo("her request of 20 November");
        assertThat(supervisor.post(ABOUT_HER, WHY).body().utf8()).contains("her request of 20 November");
    }

    @Test
    void without_a_reason_and_about_nobody_it_is_not_made() {
        Caller auditor = backend.as(Role.AUDITOR);
        assertThat(auditor.post(ABOUT_HER, "{\"reason\":\" \"}").problem()).isEqualTo("invalid-request");
        assertThat(auditor.post("/v1/pensioners/nobody/subject-file", WHY).status())
                .isEqualTo(404);
    }
}
