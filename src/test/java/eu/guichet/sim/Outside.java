package eu.guichet.sim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.ProcessAnswer;
import eu.guichet.contract.ProcessEvent;
import eu.guichet.process.ConfirmationCode;
import eu.guichet.process.Event;
import eu.guichet.process.LetterReference;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is not the office: EU Login and RCAM, which report; an SMS gateway with its receipts; a mail server with people's
 * mailboxes, bounces, and a DIGIT that answers; and the pensioners, who read what they were sent.
 */
final class Outside implements AutoCloseable {
    /** Nobody reads e-mail there. */
    static final String NO_SUCH_MAILBOX = "absent";

    static final String DIGIT = "EC-CENTRAL-HELPDESK@ec.europa.eu";

    private static final String SECRET = "a-secret-of-the-gateway-alone";
    private static final String DOMAIN = "pmo.example";
    private static final Pattern CHALLENGE = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{8}\\b");
    private static final Pattern PRINTED = Pattern.compile("[0-9A-HJKMNP-TV-Z]{4}([ -][0-9A-HJKMNP-TV-Z]{4}){3}");
    private static final Pattern REFERENCE = Pattern.compile("[0-9A-Z]{1,2}-[0-9A-Z]{4}-[0-9A-Z]{4}");

    private final GreenMail mail =
            new GreenMail(new ServerSetup[] {ServerSetupTest.SMTP.dynamicPort(), ServerSetupTest.IMAP.dynamicPort()});
    private final GreenMailUser mailbox;
    private final HttpServer gateway;
    private final ExecutorService receiver = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread postman = Thread.ofVirtual().unstarted(this::sorts);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String token;
    private final Journal journal;
    private final Map<String, String> sms = new ConcurrentHashMap<>();
    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger reports = new AtomicInteger();
    private volatile @Nullable URI node;

    /** @param token of the program that reports */
    Outside(String token, Journal journal) throws IOException {
        this.token = token;
        this.journal = journal;
        mail.start();
        mailbox = mail.setUser("bounces@" + DOMAIN, "bounces", "secret");
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/sms", this::takes);
        gateway.setExecutor(receiver);
        gateway.start();
        postman.start();
    }

    /** As an institution's file names all this; the passwords lie in files of their own. */
    String lines(String passwordFile, String receiptsFile) {
        return """
                mail.host = localhost
                mail.port = %d
                mail.security = none
                mail.from = PMO <pmo@pmo.example>
                mail.bounces = bounces@pmo.example
                mail.mailbox.host = localhost
                mail.mailbox.port = %d
                mail.mailbox.security = none
                mail.mailbox.user = bounces
                mail.mailbox.password-file = %s
                sms.gateway = http
                sms.sender = PMO
                sms.url = http://127.0.0.1:%d/sms
                sms.body = {"to":"{to}","text":"{text}","reference":"{id}"}
                sms.id = /id
                sms.receipts-file = %s
                """.formatted(
                        mail.getSmtp().getPort(),
                        mail.getImap().getPort(),
                        passwordFile,
                        gateway.getAddress().getPort(),
                        receiptsFile);
    }

    static String password() {
        return "secret\n";
    }

    static String receiptSecret() {
        return SECRET + "\n";
    }

    /** Where it reports from now on. */
    void reportsTo(URI backend) {
        node = backend;
    }

    private void takes(HttpExchange exchange) throws IOException {
        JsonNode wanted = ContractJson.mapper()
                .readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        String id = "gw-" + numbers.incrementAndGet();
        sms.put(wanted.get("to").asString(), wanted.get("text").asString());
        byte[] answer = ("{\"id\":\"" + id + "\"}").getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(202, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
        receiver.execute(() -> receipt(id));
    }

    private void receipt(String id) {
        try {
            var _ = post("/v1/sms-receipts/first", SECRET, "{\"id\":\"" + id + "\",\"status\":\"DELIVRD\"}");
        } catch (IOException e) {
            // a node that was killed hears of it no more
            System.out.println("a receipt was lost: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> post(String path, String bearer, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        Objects.requireNonNull(node).resolve(path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** The code of the last SMS to this phone, once it is there. */
    String challenge(String phone) {
        Await.until("an SMS to " + phone, () -> sms.containsKey(phone));
        return CHALLENGE
                .matcher(sms.remove(phone))
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    /** An e-mail that cannot be delivered comes back; DIGIT answers with its number whoever it is asked for. */
    private void sorts() {
        Set<String> seen = new HashSet<>();
        try {
            while (!closed.await(200, TimeUnit.MILLISECONDS)) {
                for (MimeMessage message : mail.getReceivedMessages()) {
                    String id = message.getMessageID();
                    if (id != null && id.endsWith("@" + DOMAIN + ">") && seen.add(id)) {
                        answer(id, message.getHeader("To", ","));
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (MessagingException | UserException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answer(String id, String to) throws MessagingException, UserException {
        if (to.contains(DIGIT)) {
            mailbox.deliver(read("From: " + DIGIT + "\nIn-Reply-To: " + id
                    + "\nSubject: RE: EU Login [IM%010d]\n\n".formatted(asked.incrementAndGet()) + "We look at it.\n"));
        } else if (to.contains(NO_SUCH_MAILBOX)) {
            mailbox.deliver(read("""
                    From: MAILER-DAEMON@courriel.example
                    Subject: Undelivered
                    MIME-Version: 1.0
                    Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                    --b
                    Content-Type: message/delivery-status

                    Reporting-MTA: dns; courriel.example

                    Final-Recipient: rfc822; somebody@courriel.example
                    Action: failed
                    Status: 5.1.1

                    --b
                    Content-Type: text/rfc822-headers

                    Message-ID: %s

                    --b--
                    """.formatted(id)));
        }
    }

    private static MimeMessage read(String text) throws MessagingException {
        return new MimeMessage(
                null, new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(UTF_8)));
    }

    int askedDigit() {
        return asked.get();
    }

    /** EU Login, RCAM or the post reports it; with the event that there has to be then. */
    void reports(ProcessEvent event, String pensionerId, Class<? extends Event> recorded, ProcessAnswer expected) {
        try {
            HttpResponse<String> answer =
                    post("/v1/process-events", token, ContractJson.mapper().writeValueAsString(event));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains(expected.name());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        journal.event(pensionerId, recorded);
        var _ = reports.incrementAndGet();
    }

    /** How many events were reported. */
    int reports() {
        return reports.get();
    }

    /** Takes letters out of a printer; the codes of these pages are kept by the references beside them. */
    int comesOut(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                keep(stripper.getText(document));
            }
            return document.getNumberOfPages();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String page) {
        Optional<String> reference = first(
                page,
                REFERENCE,
                text -> LetterReference.parse(text).map(LetterReference::value).orElse(null));
        Optional<String> code = first(
                page,
                PRINTED,
                text -> ConfirmationCode.read(text)
                        .map(ConfirmationCode::characters)
                        .orElse(null));
        if (reference.isPresent() && code.isPresent()) {
            String before = codes.put(reference.get(), code.get());
            assertThat(before).as("letter %s printed twice", reference.get()).isNull();
        }
    }

    private interface Reading {
        @Nullable
        String read(String text);
    }

    private static Optional<String> first(String page, Pattern pattern, Reading reading) {
        return pattern.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(reading::read)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The code on the letter with this reference; empty where none has come out of a printer. */
    Optional<String> code(String reference) {
        return Optional.ofNullable(codes.get(reference));
    }

    /** The codes that came out, by the references of their letters. */
    Map<String, String> codes() {
        return new HashMap<>(codes);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        gateway.stop(0);
        receiver.close();
        mail.stop();
        http.close();
    }
}
