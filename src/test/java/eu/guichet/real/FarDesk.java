package eu.guichet.real;

import eu.guichet.client.Authority;
import eu.guichet.client.ClaimedDocument;
import eu.guichet.client.ClientException;
import eu.guichet.client.Connections;
import eu.guichet.client.GuichetClient;
import eu.guichet.client.GuichetClient.Connection;
import eu.guichet.client.GuichetClients;
import eu.guichet.client.IdempotencyKey;
import eu.guichet.client.openid.OpenIdSession;
import eu.guichet.client.openid.SignInException;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.Contact;
import eu.guichet.contract.ContactRequest;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Letter;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.Me;
import eu.guichet.contract.Message;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.SearchRequest;
import eu.guichet.contract.SignInOffer;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.desktop.problem.ProblemMessage;
import eu.guichet.desktop.problem.ProblemMessages;
import eu.guichet.desktop.ui.Language;
import eu.guichet.desktop.ui.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;

/**
 * What an agent does from signing in to signing out, and beside it what RCAM reports, in a process of its own: prints a line for
 * each thing done, and waits for a line where something has to happen to the network first.
 */
final class FarDesk {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String PASSWORD = "only-in-this-test";

    private final BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final ProblemMessages sentences = new ProblemMessages(
            new Texts(new SimpleObjectProperty<>(Language.ENGLISH), "eu.guichet.desktop.shell.shell"),
            Clock.systemUTC());
    private final BlockingQueue<Connection> connections = new LinkedBlockingQueue<>();
    private final BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
    private final URI url;
    private final Authority authority;
    private final String pensionNumber;

    private FarDesk(URI url, Authority authority, String pensionNumber) {
        this.url = url;
        this.authority = authority;
        this.pensionNumber = pensionNumber;
    }

    /** @param args where the backend is, who vouches for it, and the pension number of whom this is about */
    static void main(String[] args) throws Exception {
        new FarDesk(URI.create(args[0]), Authority.read(Path.of(args[1])), args[2]).work();
    }

    private void work() throws IOException, InterruptedException, SignInException {
        SignInOffer offer;
        try (GuichetClient stranger = GuichetClients.connect(url, () -> "", authority)) {
            offer = stranger.signInOffer();
        }
        URI issuer = Objects.requireNonNull(offer.issuer());
        OkHttpClient web = Connections.to(issuer, authority);
        OpenIdSession session = new OpenIdSession(issuer, Objects.requireNonNull(offer.client()), offer.scopes(), web);
        say("first here: " + session.signIn(new Person("mdupont", PASSWORD, web)));
        report(issuer, "account-requested", Instant.now().minus(1, ChronoUnit.HOURS));
        try (GuichetClient client = GuichetClients.connect(url, session::token, authority)) {
            client.speak(Locale.ENGLISH);
            Me me = client.me();
            say("signed in: " + me.name() + ", " + me.role());
            try (var _ = client.listen(events::add, connections::add)) {
                say("live: " + connections.poll(30, TimeUnit.SECONDS));
                job(client, issuer);
            }
            var _ = session.signOut();
            say("signed out: " + failure(client::me));
        }
    }

    private void job(GuichetClient client, URI issuer) throws IOException, InterruptedException {
        var rows = client.search(new SearchRequest("mueller annelise", 5)).rows();
        say("found: " + rows.size());
        Contact contact = client.openContact(new ContactRequest(rows.getFirst().id(), AccessReason.CALL));
        PensionerFile file = client.open(contact);
        say("opened: " + file.state());
        say("verified: "
                + client.verify(contact, VerificationRequest.calledBack()).match());

        say("cut the cable");
        await("cut");
        say("a look: " + failure(client::me));
        IdempotencyKey once = IdempotencyKey.create();
        say("an act: " + failure(() -> client.resend(contact, MessageKind.ACTIVATION_EMAIL, once)));
        say("mend the cable");
        await("mended");
        Message message = client.resend(contact, MessageKind.ACTIVATION_EMAIL, once);
        say("resent: " + message.kind());
        say("the same again: "
                + client.resend(contact, MessageKind.ACTIVATION_EMAIL, once)
                        .id()
                        .equals(message.id()));

        events.clear();
        boolean heard = false;
        for (String event :
                List.of("password-set", "phone-added", "phone-confirmed", "sign-in-started", "access-requested")) {
            report(issuer, event, Instant.now());
            // what was reported before the stream was back is seen at the next reading, and told of by nobody
            heard = heard || hearsOfTheFile(SOON);
        }
        say("heard: " + heard);
        file = client.open(contact);
        say("now: " + file.state());

        say("cut it for some seconds");
        await("cut");
        Letter letter = client.generateLetter(contact, file.etag(), IdempotencyKey.create())
                .done();
        say("letter: " + letter.state());
        ClaimedDocument document = client.claim(letter.id());
        say("document: " + new String(document.pdf(), 0, 4, StandardCharsets.US_ASCII));
        say("told: "
                + client.record(letter.id(), new LetterPatch.Printed(document.claim()))
                        .state());
        say("closed: " + client.closeContact(contact.id()).id().equals(contact.id()));
    }

    private boolean hearsOfTheFile(Duration within) throws InterruptedException {
        long end = System.nanoTime() + within.toNanos();
        for (long left = within.toNanos(); left > 0; left = end - System.nanoTime()) {
            if (events.poll(left, TimeUnit.NANOSECONDS) instanceof LiveEvent.FileChanged) {
                return true;
            }
        }
        return false;
    }

    /** What the window would say, in one line. */
    private String failure(Runnable call) {
        long begun = System.nanoTime();
        try {
            call.run();
            return "answered";
        } catch (ClientException e) {
            ProblemMessage message = sentences.of(e);
            return e.getClass().getSimpleName() + " after "
                    + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun) + " s: " + message.sentence() + " "
                    + message.nextStep();
        }
    }

    /** As RCAM and EU Login do, with a token of their own. */
    private void report(URI issuer, String type, Instant when) throws IOException {
        OkHttpClient web = Connections.to(issuer, authority);
        String token = answer(
                        web,
                        new Request.Builder()
                                .url(issuer + "/protocol/openid-connect/token")
                                .header("Authorization", Credentials.basic("rcam", PASSWORD))
                                .post(new FormBody.Builder()
                                        .add("grant_type", "client_credentials")
                                        .build()))
                .path("access_token")
                .asString();
        var _ = answer(
                Connections.to(url, authority),
                new Request.Builder()
                        .url(url.resolve("/v1/process-events").toString())
                        .header("Authorization", "Bearer " + token)
                        .post(RequestBody.create(
                                ContractJson.mapper()
                                        .createObjectNode()
                                        .put("type", type)
                                        .put("eventId", type)
                                        .put("pensionNumber", pensionNumber)
                                        .put("occurredAt", when.toString())
                                        .toString(),
                                MediaType.get("application/json"))));
    }

    private static JsonNode answer(OkHttpClient web, Request.Builder request) throws IOException {
        try (Response response = web.newCall(request.build()).execute()) {
            byte[] body = response.body().bytes();
            if (!response.isSuccessful()) {
                throw new IOException(response.code() + " " + new String(body, StandardCharsets.UTF_8));
            }
            return body.length == 0
                    ? ContractJson.mapper().createObjectNode()
                    : ContractJson.mapper().readTree(body);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private void await(String word) throws IOException {
        String line = told.readLine();
        if (!word.equals(line)) {
            throw new IOException("expected to be told " + word + ", not " + line);
        }
    }
}
