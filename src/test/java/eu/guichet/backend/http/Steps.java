package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.Contact;
import eu.guichet.contract.Letter;
import eu.guichet.contract.PensionerFile;
import java.util.Arrays;
import java.util.UUID;

/** What an agent does again and again. */
final class Steps {
    static final String SMS = "{\"kind\":\"CHALLENGE_SMS\"}";

    /** With the birth day of everybody on file. */
    static final String SEEN = "{\"method\":\"DOCUMENT_SEEN\",\"birthDay\":\"--03-12\"}";

    private Steps() {}

    static String key() {
        return UUID.randomUUID().toString();
    }

    static PensionerFile open(Caller agent, String pensioner) {
        Caller.Answered opened =
                agent.get("/v1/pensioners/" + pensioner, Contact.HEADER, contact(agent, pensioner, "counter"));
        assertThat(opened.status()).isEqualTo(200);
        return opened.as(PensionerFile.class);
    }

    /** The one that is open, or else a new one for this reason. */
    static String contact(Caller agent, String pensioner, String reason) {
        return Arrays.stream(agent.get("/v1/contacts").as(Contact[].class))
                .filter(open -> open.pensionerId().equals(pensioner))
                .findFirst()
                .orElseGet(() -> openContact(agent, pensioner, reason).as(Contact.class))
                .id();
    }

    static Caller.Answered openContact(Caller agent, String pensioner, String reason) {
        return agent.post("/v1/contacts", "{\"pensionerId\":\"" + pensioner + "\",\"reason\":\"" + reason + "\"}");
    }

    /** An act about this person within a contact, a visit to the counter where none is open. */
    static Caller.Answered act(Caller agent, String pensioner, String what, String json, String... headers) {
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = Contact.HEADER;
        more[headers.length + 1] = contact(agent, pensioner, "counter");
        return agent.post("/v1/pensioners/" + pensioner + "/" + what, json, more);
    }

    static void verify(Caller agent, String pensioner) {
        assertThat(act(agent, pensioner, "verifications", SEEN).status()).isEqualTo(200);
    }

    /** Three data points of which none fits: a miss. */
    static void miss(Caller agent, String pensioner) {
        String nobody = "{\"method\":\"DATA_POINTS\",\"pensionNumber\":\"10000000\",\"birthDate\":\"1931-01-01\","
                + "\"postcode\":\"9999\"}";
        assertThat(act(agent, pensioner, "verifications", nobody).status()).isEqualTo(200);
    }

    static Caller.Answered resend(Caller agent, String pensioner, String key) {
        return act(agent, pensioner, "messages", SMS, "Idempotency-Key", key);
    }

    static Caller.Answered generate(Caller agent, String pensioner, String etag, String key) {
        return act(agent, pensioner, "letters", "", "Idempotency-Key", key, "If-Match", etag);
    }

    static Caller.Answered claim(Caller agent, Letter letter) {
        return agent.call("POST", "/v1/letters/" + letter.id() + "/claim", "");
    }

    /** Claims the document and tells that it was printed. */
    static Caller.Answered print(Caller agent, Letter letter) {
        Caller.Answered document = claim(agent, letter);
        assertThat(document.status()).isEqualTo(200);
        assertThat(agent.patch("/v1/letters/" + letter.id(), told("PRINTED", document))
                        .status())
                .isEqualTo(200);
        return document;
    }

    /** What became of the print job of this document. */
    static String told(String state, Caller.Answered document) {
        return "{\"state\":\"" + state + "\",\"claim\":\"" + document.header("Guichet-Claim") + "\"}";
    }

    /** A letter for whoever has asked for access, identity verified. */
    static Letter letter(Caller agent) {
        verify(agent, RunningBackend.AT_THE_LETTER);
        String etag = open(agent, RunningBackend.AT_THE_LETTER).etag();
        Caller.Answered generated = generate(agent, RunningBackend.AT_THE_LETTER, etag, key());
        assertThat(generated.status()).isEqualTo(201);
        return generated.as(Letter.class);
    }
}
