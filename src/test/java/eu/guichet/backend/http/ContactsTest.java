package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static eu.guichet.backend.http.RunningBackend.AT_THE_START;
import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.store.OnBothStores;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactSummary;
import eu.guichet.contract.Me;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.Role;
import eu.guichet.contract.TimelineEntry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothStores
class ContactsTest {
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

    private Contact open(String pensioner, String reason) {
        Caller.Answered opened = Steps.openContact(agent, pensioner, reason);
        assertThat(opened.status()).isEqualTo(201);
        return opened.as(Contact.class);
    }

    private Caller.Answered patch(Contact contact, String json) {
        return agent.patch("/v1/contacts/" + contact.id(), json);
    }

    @Test
    void a_file_read_within_a_contact_shows_it() {
        Contact contact = open(AT_THE_SMS, "ticket IM0012345678");
        PensionerFile file = Steps.open(agent, AT_THE_SMS);
        assertThat(file.contact()).isEqualTo(contact);
        assertThat(file.verification()).isNull();
        Steps.act(
                agent,
                AT_THE_SMS,
                "verifications",
                "{\"method\":\"DATA_POINTS\",\"pensionNumber\":\"70010001\",\"birthDate\":\"1944-03-12\",\"postcode\":\"L-1855\"}");
        assertThat(Steps.open(agent, AT_THE_SMS).verification()).isNotNull();
        assertThat(Steps.openContact(agent, AT_THE_SMS, "call").status()).isEqualTo(200);
        PensionerFile again = Steps.open(agent, AT_THE_SMS);
        assertThat(again.contact()).extracting(Contact::reason).isEqualTo(AccessReason.CALL);
        assertThat(again.verification()).isNull();
    }

    @Test
    void a_plain_look_needs_a_reason_and_shows_no_contact() {
        PensionerFile file = agent.get("/v1/pensioners/" + AT_THE_SMS, AccessReason.HEADER, "worklist")
                .as(PensionerFile.class);
        assertThat(file.contact()).isNull();
        assertThat(agent.get("/v1/pensioners/" + AT_THE_SMS, Contact.HEADER, "of-nobody")
                        .problem())
                .isEqualTo("contact-required");
    }

    @Test
    void every_act_wants_its_contact() {
        String path = "/v1/pensioners/" + AT_THE_LETTER;
        String key = Steps.key();
        for (Caller.Answered refused : List.of(
                agent.post(path + "/verifications", "{\"method\":\"CALLED_BACK\"}"),
                agent.post(path + "/messages", "{\"kind\":\"SIGN_IN_SMS\"}", "Idempotency-Key", key),
                agent.post(path + "/letters", "", "Idempotency-Key", key, "If-Match", "\"1\""),
                agent.post(path + "/handover", "{\"ticket\":\"IM0012345678\"}"))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("contact-required");
        }
    }

    @Test
    void no_more_are_open_at_once_than_the_policy_allows_and_me_says_how_many() {
        assertThat(agent.get("/v1/me").as(Me.class).desk())
                .isEqualTo(new Me.Desk(2, 180, 600, true, PrintingBy.DESK, null));
        open(AT_THE_SMS, "counter");
        Contact second = open(AT_THE_LETTER, "counter");
        Caller.Answered third = Steps.openContact(agent, AT_THE_START, "counter");
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.problem()).isEqualTo("too-many-contacts");
        assertThat(agent.post("/v1/contacts/" + second.id() + "/close", "").status())
                .isEqualTo(200);
        open(AT_THE_START, "counter");
        assertThat(agent.get("/v1/contacts").as(Contact[].class))
                .extracting(Contact::pensionerId)
                .containsExactlyInAnyOrder(AT_THE_SMS, AT_THE_START);
    }

    @Test
    void closing_says_in_the_agents_language_what_was_done_and_the_history_keeps_it() {
        Contact contact = open(AT_THE_SMS, "counter");
        Steps.verify(agent, AT_THE_SMS);
        assertThat(Steps.resend(agent, AT_THE_SMS, Steps.key()).status()).isEqualTo(202);
        assertThat(patch(contact, "{\"note\":\"Repasse vendredi.\"}")
                        .as(Contact.class)
                        .note())
                .isEqualTo("Repasse vendredi.");
        ContactSummary summary = agent.post("/v1/contacts/" + contact.id() + "/close", "", "Accept-Language", "en")
                .as(ContactSummary.class);
        assertThat(summary.done()).containsExactly("Identity verified", "Message sent again");
        assertThat(summary.note()).isEqualTo("Repasse vendredi.");
        assertThat(agent.post("/v1/contacts/" + contact.id() + "/close", "", "Accept-Language", "en")
                        .as(ContactSummary.class))
                .isEqualTo(summary);
        assertThat(Steps.open(agent, AT_THE_SMS).timeline())
                .extracting(TimelineEntry::text)
                .contains("Visite au guichet · Identité vérifiée · Message renvoyé «\u00a0Repasse vendredi.\u00a0»");
    }

    @Test
    void a_note_that_looks_like_a_code_or_is_too_long_is_refused() {
        Contact contact = open(AT_THE_SMS, "call");
        for (String note : List.of("K7Q4-93VX-2WB5-ZAT0", "a".repeat(301), "two\\nlines")) {
            Caller.Answered refused = patch(contact, "{\"note\":\"" + note + "\"}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.json().at("/fields/0/field").asString()).isEqualTo("$.note");
            assertThat(refused.body().utf8()).doesNotContain("K7Q4");
        }
        assertThat(patch(contact, "{}").status()).isEqualTo(400);
    }

    @Test
    void she_rang_and_now_she_stands_here() {
        Contact contact = open(AT_THE_SMS, "call");
        assertThat(patch(contact, "{\"reason\":\"counter\"}").as(Contact.class).reason())
                .isEqualTo(AccessReason.COUNTER);
        assertThat(patch(contact, "{\"reason\":\"curiosity\"}").problem()).isEqualTo("invalid-request");
        assertThat(backend.as(Role.LETTER_OFFICER)
                        .patch("/v1/contacts/" + contact.id(), "{\"reason\":\"call\"}")
                        .problem())
                .isEqualTo("contact-required");
        assertThat(Steps.openContact(agent, "nobody", "call").problem()).isEqualTo("not-found");
    }

    @Test
    void an_auditor_opens_none() {
        assertThat(Steps.openContact(backend.as(Role.AUDITOR), AT_THE_SMS, "call")
                        .problem())
                .isEqualTo("not-allowed");
    }
}
