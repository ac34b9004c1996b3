package eu.guichet.backend.http;

import static eu.guichet.backend.http.RunningBackend.AT_THE_LETTER;
import static eu.guichet.backend.http.RunningBackend.AT_THE_SMS;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import eu.guichet.backend.store.OnBothStores;
import eu.guichet.backend.store.StoredCode;
import eu.guichet.contract.Letter;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@OnBothStores
class NothingLeaksTest {
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final Set<String> ON_PAPERS =
            Set.of(RunningBackend.NUMBER_AT_THE_SMS, RunningBackend.NUMBER_AT_THE_LETTER, "L-1855");
    private static final Pattern LIKE_A_CODE = Pattern.compile("(?<![0-9A-Za-z])[0-9A-HJKMNP-TV-Z]{8}(?![0-9A-Za-z])");

    @TempDir
    Path folder;

    @Test
    void the_whole_job_leaves_no_code_address_or_number_in_any_answer_or_log() throws IOException {
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Level before = root.getLevel();
        root.setLevel(Level.DEBUG);
        root.addAppender(log);
        List<String> secrets = new ArrayList<>();
        List<String> said;
        StoredCode sent;
        try (RunningBackend backend = new RunningBackend(folder)) {
            secrets.addAll(job(backend));
            said = List.copyOf(backend.bodies);
            sent = backend.stored(tx -> tx.codes()
                    .alive(AT_THE_SMS, MessageKind.CHALLENGE_SMS, RunningBackend.NINE_OCLOCK)
                    .orElseThrow());
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
        List<String> logged =
                List.copyOf(log.list).stream().map(NothingLeaksTest::line).toList();
        assertThat(said).hasSizeGreaterThan(10);
        assertThat(logged).isNotEmpty();
        secrets.addAll(List.of(
                RunningBackend.EMAIL,
                RunningBackend.PHONE,
                "621987654",
                "621 987 654",
                "soeren.noergaard@post.example",
                "20123498",
                "20 12 34 98",
                RunningBackend.NUMBER_AT_THE_SMS,
                RunningBackend.NUMBER_AT_THE_LETTER,
                "L-1855",
                "rue du Test"));
        assertNoneIs(sent, said, logged);
        // in training alone she shows her papers, which hold her number and her postcode; no code is among them
        List<String> papers =
                said.stream().filter(text -> text.contains("\"papers\":")).toList();
        assertThat(papers).isNotEmpty();
        for (String secret : secrets) {
            boolean onPapers = ON_PAPERS.contains(secret);
            assertThat(said)
                    .filteredOn(text -> !(onPapers && papers.contains(text)))
                    .noneMatch(text -> holds(text, secret));
            assertThat(logged).noneMatch(text -> holds(text, secret));
        }
    }

    private static void awaitDelivery(Caller agent, String message) {
        Instant deadline = Instant.now().plusSeconds(20);
        while (agent.get(message).as(Message.class).status() != MessageStatus.DELIVERED) {
            assertThat(Instant.now()).as("still not delivered").isBefore(deadline);
            // every look is recorded, and would keep the dispatcher from the writer
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Whatever could be a challenge code is none; nobody knows the code, so its hash is asked. */
    private static void assertNoneIs(StoredCode code, List<String> said, List<String> logged) {
        List<String> candidates = Stream.concat(said.stream(), logged.stream())
                .flatMap(text -> LIKE_A_CODE.matcher(text).results().map(MatchResult::group))
                .distinct()
                .toList();
        assertThat(candidates).noneMatch(code::isOf);
    }

    /** Answers the codes that were drawn. */
    private static List<String> job(RunningBackend backend) throws IOException {
        Caller agent = backend.as(Role.AGENT);
        agent.post("/v1/search", "{\"query\":\"" + RunningBackend.EMAIL + "\",\"limit\":5}");
        PensionerFile file = Steps.open(agent, AT_THE_SMS);
        assertThat(Steps.act(
                                agent,
                                AT_THE_SMS,
                                "verifications",
                                "{\"method\":\"DATA_POINTS\",\"pensionNumber\":\"" + RunningBackend.NUMBER_AT_THE_SMS
                                        + "\",\"birthDate\":\"1944-03-12\",\"postcode\":\"L-1855\"}")
                        .json()
                        .path("match")
                        .asBoolean())
                .isTrue();
        Caller.Answered resent = Steps.resend(agent, AT_THE_SMS, Steps.key());
        awaitDelivery(agent, resent.header("Location"));
        agent.get("/v1/pensioners/" + AT_THE_SMS + "/handover", "Guichet-Reason", "call");
        agent.get("/training/v1/pensioners/" + AT_THE_SMS);
        agent.post("/training/v1/pensioners/" + AT_THE_SMS + "/moves", "{\"kind\":\"SIGN_IN\"}");
        agent.post("/v1/search", "{\"query\":\"" + file.id() + RunningBackend.PHONE + "\",\"limit\":500}");
        Letter letter = Steps.letter(agent);
        String code = Paper.code(Steps.print(agent, letter));
        agent.get("/training/v1/pensioners/" + AT_THE_LETTER);
        for (String typed : new String[] {"7777-7777-7777-7777", code}) {
            backend.as(Role.PROCESS)
                    .post(
                            "/v1/process-events",
                            "{\"type\":\"confirmation-code-entered\",\"eventId\":\"e-" + typed.hashCode()
                                    + "\",\"pensionNumber\":\"" + RunningBackend.NUMBER_AT_THE_LETTER
                                    + "\",\"occurredAt\":\"2026-11-23T08:00:00Z\",\"code\":\"" + typed + "\"}");
        }
        Steps.open(agent, AT_THE_LETTER);
        backend.as(Role.SUPERVISOR).get("/v1/audit");
        return List.of(code, code.replace("-", ""), "7777-7777-7777-7777");
    }

    private static boolean holds(String text, String secret) {
        return text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT));
    }

    /** As an appender would write it, stack traces and context included. */
    private static String line(ILoggingEvent event) {
        PatternLayout layout = new PatternLayout();
        layout.setContext((ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory());
        layout.setPattern("%level %logger %mdc %msg %ex{full}");
        layout.start();
        return layout.doLayout(event);
    }
}
