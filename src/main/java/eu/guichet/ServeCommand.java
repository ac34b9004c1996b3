package eu.guichet;

import eu.guichet.backend.Backend;
import eu.guichet.backend.BackendSettings;
import eu.guichet.backend.Institution;
import eu.guichet.backend.SelfCheck;
import eu.guichet.backend.access.NamedAgent;
import eu.guichet.backend.listen.ListenSettings;
import eu.guichet.backend.settings.LogFormat;
import eu.guichet.contract.ContractJson;
import eu.guichet.contract.Environment;
import eu.guichet.contract.OfficeCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code guichet serve}: the backend on its own, until the process is told to stop. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Runs the backend, on the loopback interface unless told otherwise, and prints, once it answers,"
                        + " one JSON line with its address and, in training, a bearer token for each role and each named agent.")
final class ServeCommand implements Callable<Integer> {
    private static final Duration DELIVERY_DELAY = Duration.ofSeconds(2);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--database",
            paramLabel = "FILE-OR-JDBC-URL",
            description = "The store: a file, or a jdbc:postgresql: URL. With --training it may be left out: the store"
                    + " is then a new one that goes when the backend stops.")
    private @Nullable String database;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port on the loopback interface; 0 takes any free one. Default: 8017.")
    private @Nullable Integer port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS:PORT",
            description =
                    "Where to listen instead of the loopback interface. Other machines are answered over TLS only,"
                            + " or through a proxy: the lines listen.* of the institution's file say with which certificate.")
    private @Nullable String listen;

    @Option(
            names = "--training",
            description = "Works on simulated people: what is sent arrives in their mailboxes, phones and letterboxes.")
    private boolean training;

    @Option(
            names = "--people",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many people are simulated in an empty training store; 0 for none."
                    + " Default: ${DEFAULT-VALUE}.")
    private int people;

    @Option(
            names = "--office",
            paramLabel = "BRU|LUX|ISP",
            defaultValue = "BRU",
            description = "The office of those who get the tokens. Default: ${DEFAULT-VALUE}.")
    private OfficeCode office = OfficeCode.BRU;

    @Option(
            names = "--agent",
            paramLabel = "NAME:ROLE:OFFICE",
            description =
                    "With --training: somebody who works under a name and a token of their own, such as"
                            + " \"Anna Berger:agent:BRU\"; may be repeated, or stand in a file that is named as @FILE, one a line.")
    private List<String> agents = List.of();

    @Option(
            names = "--acceptance",
            description = "Says on every screen that this is the acceptance environment, not production.")
    private boolean acceptance;

    @Option(
            names = {"--config", "--settings"},
            paramLabel = "FILE",
            description = "What the institution decides for itself: figures of the policy, channels, offices with their"
                    + " hours and holidays. What the file leaves out is as in the manual.")
    private @Nullable Path institution;

    @Option(
            names = "--check",
            description =
                    "Tries the database, the ports, the certificate, the mail server and the SMS gateways, says in a"
                            + " sentence each what is wrong, and ends; nothing is changed.")
    private boolean check;

    @Override
    public Integer call() throws InterruptedException {
        requireSense();
        if (check) {
            return checked();
        }
        TemporaryStore temporary = database == null ? TemporaryStore.create() : null;
        Backend backend = start(temporary);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(backend, temporary), "stop"));
        Map<String, Object> started = new LinkedHashMap<>();
        started.put("url", backend.url());
        if (training) {
            started.put("tokens", backend.tokens());
        }
        if (!backend.agentTokens().isEmpty()) {
            started.put("agents", backend.agentTokens());
        }
        spec.commandLine().getOut().println(ContractJson.mapper().writeValueAsString(started));
        spec.commandLine().getOut().flush();
        new CountDownLatch(1).await();
        return Guichet.DONE;
    }

    private int checked() {
        try (TemporaryStore temporary = TemporaryStore.create()) {
            List<SelfCheck.Finding> findings =
                    SelfCheck.of(settings(database == null ? temporary.file() : database), temporary.folder());
            findings.forEach(finding ->
                    spec.commandLine().getOut().println((finding.good() ? "good   " : "wrong  ") + finding.sentence()));
            spec.commandLine().getOut().flush();
            return findings.stream().allMatch(SelfCheck.Finding::good) ? Guichet.DONE : Guichet.NOT_DONE;
        }
    }

    private Backend start(@Nullable TemporaryStore temporary) {
        boolean started = false;
        try {
            Backend backend = Backend.start(settings(temporary == null ? String.valueOf(database) : temporary.file()));
            started = true;
            return backend;
        } finally {
            if (!started && temporary != null) {
                temporary.close();
            }
        }
    }

    private void requireSense() {
        if (database == null && !training) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say with --database where the store is, or with --training that none is kept.");
        }
        if (training && acceptance) {
            throw new ParameterException(spec.commandLine(), "--training and --acceptance exclude each other.");
        }
        if (!training && !agents.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--agent needs --training: elsewhere people sign in.");
        }
        if (port != null && listen != null) {
            throw new ParameterException(spec.commandLine(), "--port and --listen exclude each other.");
        }
        if (port != null && (port < 0 || port > 0xFFFF)) {
            throw new ParameterException(spec.commandLine(), "--port is a number from 0 to 65535.");
        }
        if (people < 0) {
            throw new ParameterException(spec.commandLine(), "--people is a number from 0 on.");
        }
    }

    private BackendSettings settings(String store) {
        Institution own = institution == null ? usual() : Institution.read(institution);
        if (own.log() == LogFormat.JSON) {
            Log.asJson();
        }
        return new BackendSettings(
                store,
                listening(own.listen()),
                training,
                people,
                office,
                training ? Environment.TRAINING : acceptance ? Environment.ACCEPTANCE : Environment.PRODUCTION,
                signedIn(own),
                InstantSource.system(),
                DELIVERY_DELAY,
                named(),
                true);
    }

    private List<NamedAgent> named() {
        try {
            List<NamedAgent> named = agents.stream().map(NamedAgent::of).toList();
            if (named.stream().map(NamedAgent::name).distinct().count() < named.size()) {
                throw new IllegalArgumentException("two agents have the same name");
            }
            return named;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--agent: " + e.getMessage() + ".", e);
        }
    }

    /** Outside training nobody gets a token that is only printed. */
    private Institution signedIn(Institution own) {
        if (!training && own.signIn() == null && !check) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Say in the institution's file who signs people in (sign-in.issuer), or train with --training.");
        }
        return own;
    }

    private Institution usual() {
        Institution standard = Institution.standard();
        return training ? standard.withPolicy(BackendSettings.trainingPolicy()) : standard;
    }

    private ListenSettings listening(ListenSettings own) {
        try {
            if (listen != null) {
                return own.withAddress(listen);
            }
            return port == null ? own : own.onLoopback(port);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
    }

    private static void stop(Backend backend, @Nullable TemporaryStore temporary) {
        try {
            backend.drain();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        backend.close();
        if (temporary != null) {
            temporary.close();
        }
    }
}
