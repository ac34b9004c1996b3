package eu.guichet.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.access.Ground;
import eu.guichet.contract.Contact;
import eu.guichet.contract.CorrectionKind;
import eu.guichet.contract.Letter;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.process.ItemNumber;
import eu.guichet.text.TextBundle;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What is done at a desk, and what came of it in the words of {@code docs/access.md}. */
final class Deeds {
    static final String YES = "yes";
    static final String REASON = "{\"reason\":\"It was asked for at the counter.\"}";
    static final String LIFT = "{\"alert\":\"FROZEN\",\"reason\":\"DIGIT has checked the account.\"}";
    private static final String FROM_THE_DESK = "{\"printAt\":\"LETTER_DESK\"}";
    private static final AtomicInteger SERIAL = new AtomicInteger(10000000);

    private Deeds() {}

    /** {@code yes}, or why not. */
    static String word(Caller.Answered answer) {
        if (answer.status() / 100 == 2) {
            return YES;
        }
        String problem = answer.problem();
        return problem.equals(ProblemType.NOT_ALLOWED.key())
                ? ground(answer.json().path("detail").asString())
                : problem.replace('-', ' ');
    }

    private static String ground(String sentence) {
        TextBundle texts = TextBundle.of("eu.guichet.backend.http.problems", Locale.FRENCH);
        return Arrays.stream(Ground.values())
                .filter(ground -> texts.get("not-allowed." + ground.key()).equals(sentence))
                .map(ground -> ground.key().replace('-', ' '))
                .findFirst()
                .orElse("not allowed");
    }

    static String shown(boolean there) {
        return there ? "shown" : "not shown";
    }

    static String contact(Caller by, String person) {
        return Steps.contact(by, person, "counter");
    }

    /** With the right or a wrong contact. */
    static Caller.Answered act(Caller by, String person, String contact, String what, String json, String... headers) {
        String[] more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = Contact.HEADER;
        more[headers.length + 1] = contact;
        return by.post("/v1/pensioners/" + person + "/" + what, json, more);
    }

    static String etag(Caller by, String person) {
        return by.get("/v1/pensioners/" + person, "Guichet-Reason", "call").header("ETag");
    }

    /** One that is printed at the desk of whoever generates it. */
    static Letter letter(Caller by, String person) {
        return letter(by, person, "");
    }

    /** One that the letter desk of the person's office prints. */
    static Letter letterOfTheDesk(Caller by, String person) {
        return letter(by, person, FROM_THE_DESK);
    }

    private static Letter letter(Caller by, String person, String wanted) {
        Steps.verify(by, person);
        Caller.Answered generated =
                Steps.act(by, person, "letters", wanted, "Idempotency-Key", Steps.key(), "If-Match", etag(by, person));
        assertThat(generated.status()).isEqualTo(201);
        return generated.as(Letter.class);
    }

    /** Asks for a letter that wants approval, and answers the address of what then waits for a supervisor. */
    static String approval(Caller by, String person) {
        Steps.verify(by, person);
        Caller.Answered asked =
                Steps.act(by, person, "letters", "", "Idempotency-Key", Steps.key(), "If-Match", etag(by, person));
        assertThat(asked.status()).as(asked.body().utf8()).isEqualTo(202);
        return asked.header("Location");
    }

    static Caller.Answered approve(Caller by, String approval, String etag) {
        return by.post(approval + "/decision", "{\"verdict\":\"APPROVE\"}", "If-Match", etag);
    }

    static Caller.Answered refuse(Caller by, String approval, String etag) {
        return by.post(
                approval + "/decision",
                "{\"verdict\":\"REFUSE\",\"reason\":\"Please call back first.\"}",
                "If-Match",
                etag);
    }

    static Caller.Answered post(Caller by, Letter letter) {
        String number = ItemNumber.of("RR", String.valueOf(SERIAL.getAndIncrement()), "LU")
                .value();
        return by.patch(
                "/v1/letters/" + letter.id(),
                "{\"state\":\"POSTED\",\"itemNumber\":\"" + number + "\",\"on\":\"" + today() + "\"}");
    }

    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Luxembourg"));
    }

    static Caller.Answered takeBack(Caller by, Letter letter) {
        return by.post("/v1/letters/" + letter.id() + "/corrections", REASON, "Idempotency-Key", Steps.key());
    }

    static Caller.Answered giveUp(Caller by, Letter letter) {
        return by.patch("/v1/letters/" + letter.id(), "{\"state\":\"VOIDED\",\"reason\":\"NOT_WANTED\"}");
    }

    static Caller.Answered scan(Caller by, Letter letter) {
        return by.post("/v1/letter-desk/scans", "{\"scanned\":\"" + letter.reference() + "\"}");
    }

    static void freeze(Caller by, String person) {
        assertThat(Steps.act(by, person, "freeze", "", "Idempotency-Key", Steps.key())
                        .status())
                .isEqualTo(204);
    }

    /** Of a file that is frozen first, so that it can be handed over at every step without verifying anybody. */
    static void handOver(Caller by, String person) {
        freeze(by, person);
        assertThat(word(Steps.act(by, person, "handover", "{\"ticket\":\"IM204518\"}")))
                .isEqualTo(YES);
    }

    /** In the contact in which it was handed over, the caller's or another's. */
    static String answer(Caller by, Caller owner, String person) {
        handOver(owner, person);
        String id = correctable(owner, person, CorrectionKind.HANDOVER).id();
        return word(by.patch(
                "/v1/pensioners/" + person + "/handover",
                "{\"change\":\"ANSWERED\",\"said\":\"It was looked at.\",\"handover\":\"" + id + "\"}",
                Contact.HEADER,
                contact(owner, person)));
    }

    static String takeBackHandover(Caller by, Caller owner, String person) {
        handOver(owner, person);
        return word(correct(by, person, correctable(owner, person, CorrectionKind.HANDOVER)));
    }

    static String takeBackVerification(Caller by, Caller owner, String person) {
        Steps.verify(owner, person);
        return word(correct(by, person, correctable(owner, person, CorrectionKind.VERIFICATION)));
    }

    private static TimelineEntry.Correctable correctable(Caller by, String person, CorrectionKind kind) {
        return Steps.open(by, person).timeline().stream()
                .flatMap(entry -> Stream.ofNullable(entry.correctable()))
                .filter(one -> one.what() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Caller.Answered correct(Caller by, String person, TimelineEntry.Correctable one) {
        return by.post(
                "/v1/pensioners/" + person + "/corrections",
                "{\"what\":\"" + one.what() + "\",\"id\":\"" + one.id() + "\",\"reason\":\"WRONG_PERSON\"}",
                "Idempotency-Key",
                Steps.key());
    }

    static Caller.Answered lift(Caller by, String person) {
        return by.post("/v1/pensioners/" + person + "/alert-lifts", LIFT);
    }

    /** Five misses, after which whoever missed is locked. */
    static void missFiveTimes(Caller by, String person) {
        for (int miss = 0; miss < 5; miss++) {
            Steps.miss(by, person);
        }
    }

    static Caller.Answered unlock(Caller by, String person) {
        return by.post("/v1/pensioners/" + person + "/verification-unlocks", REASON);
    }

    /** Whether the person is on one of the pages of this list of the letter desk. */
    static boolean onList(Caller by, String stage, String person) {
        String page = "";
        while (true) {
            Caller.Answered answer = by.get("/v1/letter-desk/" + stage + page);
            assertThat(answer.status()).isEqualTo(200);
            if (answer.body().utf8().contains(person)) {
                return true;
            }
            if (!answer.json().path("next").isString()) {
                return false;
            }
            page = "?after=" + answer.json().path("next").asString();
        }
    }
}
