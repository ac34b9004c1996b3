package eu.guichet.backend;

import eu.guichet.backend.delivery.DeliveryReports;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.listen.CannotListenException;
import eu.guichet.backend.listen.Certificates;
import eu.guichet.backend.listen.ListenSettings;
import eu.guichet.backend.listen.Operations;
import eu.guichet.backend.listen.Programs;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.mail.IncomingMail;
import eu.guichet.backend.mail.MailSettings;
import eu.guichet.backend.mail.SmtpCarrier;
import eu.guichet.backend.oidc.OidcAuthenticator;
import eu.guichet.backend.oidc.OidcSettings;
import eu.guichet.backend.sms.SmsCarrier;
import eu.guichet.backend.sms.SmsSettings;
import eu.guichet.backend.store.CannotOpenException;
import eu.guichet.backend.store.Database;
import eu.guichet.contract.Channel;
import eu.guichet.process.DatedPolicy;
import eu.guichet.process.Policy;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tries everything a backend is going to connect to, and changes nothing. */
public final class SelfCheck {
    /** Enough for whoever renews certificates by hand. */
    private static final Duration RENEW_IN_TIME = Duration.ofDays(30);

    private final BackendSettings settings;
    private final List<Finding> findings = new ArrayList<>();

    private SelfCheck(BackendSettings settings) {
        this.settings = settings;
    }

    /** @param sentence for the person at the terminal */
    public record Finding(boolean good, String sentence) {}

    /** @param folder an empty one, for what a gateway wants to keep while it is tried */
    public static List<Finding> of(BackendSettings settings, Path folder) {
        SelfCheck check = new SelfCheck(settings);
        check.policy(settings.institution().policy(), settings.clock().instant());
        check.store();
        check.listener(settings.listen());
        check.signIn(settings.institution().signIn());
        check.mail(settings.institution().gateways().mail());
        check.sms(settings.institution().gateways().sms(), folder);
        check.canary(settings.institution().gateways());
        if (!settings.training()) {
            check.findings.addAll(PrinterCheck.of(settings.institution().printing()));
        }
        return List.copyOf(check.findings);
    }

    private void good(String sentence) {
        findings.add(new Finding(true, sentence));
    }

    private void bad(String sentence) {
        findings.add(new Finding(false, sentence));
    }

    private void store() {
        try {
            Database.tryOut(settings.database(), settings.institution().store());
            good("The database answers and can be written to.");
        } catch (CannotOpenException e) {
            bad(String.valueOf(e.getMessage()));
        }
    }

    /** Whoever has written a figure sees from when on it holds. */
    private void policy(DatedPolicy policy, Instant now) {
        String today = differences(Policy.standard(), policy.at(now));
        good(
                today.isEmpty()
                        ? "The figures of the policy are the usual ones today."
                        : "The figures of the policy that are not the usual ones today: " + today + ".");
        policy.changes().filter(now::isBefore).forEach(from -> {
            String changed = differences(policy.at(from.minusNanos(1)), policy.at(from));
            LocalDate day = from.atZone(policy.zone()).toLocalDate();
            good("From " + day + " on: " + (changed.isEmpty() ? "nothing else than before" : changed) + ".");
        });
    }

    private static String differences(Policy before, Policy after) {
        Map<String, String> old = before.lines();
        return after.lines().entrySet().stream()
                .filter(line -> !line.getValue().equals(old.get(line.getKey())))
                .map(line -> line.getKey() + " = " + line.getValue())
                .collect(Collectors.joining(", "));
    }

    private void listener(ListenSettings listen) {
        port("The backend", listen.address());
        Operations operations = listen.operations();
        if (operations != null) {
            port("The operations port", operations.address());
        }
        ListenSettings.PemFiles files = listen.tls();
        if (files == null) {
            return;
        }
        try {
            Instant until = new Certificates(files, listen.programs()).validUntil();
            boolean soon = until.isBefore(settings.clock().instant().plus(RENEW_IN_TIME));
            findings.add(
                    new Finding(!soon, "The certificate is valid until " + until + (soon ? "; renew it now." : ".")));
            Programs programs = listen.programs();
            if (programs != null) {
                good("A certificate is enough for " + String.join(", ", programs.names()) + ".");
            }
        } catch (CannotListenException e) {
            bad(String.valueOf(e.getMessage()));
        }
    }

    private void port(String who, InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            good(who + " can listen on " + written(address) + ".");
        } catch (IOException e) {
            bad(who + " cannot listen on " + written(address)
                    + ": another program has the port, or you may not use it, or the address is not of this machine.");
        }
    }

    private static String written(InetSocketAddress address) {
        return address.getAddress().getHostAddress() + ", port " + address.getPort();
    }

    private void signIn(@Nullable OidcSettings provider) {
        if (settings.training()) {
            return;
        }
        if (provider == null) {
            bad("No provider signs people in (sign-in.issuer): nobody can work here.");
            return;
        }
        new OidcAuthenticator(provider, settings.clock())
                .tryOut()
                .ifPresentOrElse(
                        why -> bad("Nobody can be signed in: " + why + "."),
                        () -> good("The provider that signs people in answers."));
    }

    private void mail(@Nullable MailSettings mail) {
        if (mail == null) {
            bad("No mail server is set up (mail.host): e-mails wait until they are of no more use.");
            return;
        }
        try {
            new SmtpCarrier(mail, settings.clock()).tryOut();
            good("The mail server lets us in.");
        } catch (MessagingException e) {
            bad("The mail server " + mail.server().host() + " cannot be reached or does not let us in: " + kind(e)
                    + ".");
        }
        MailSettings.Mailbox mailbox = mail.mailbox();
        if (mailbox == null) {
            bad("Nobody reads bounces (mail.mailbox.host): an e-mail that comes back stays shown as sent.");
            return;
        }
        try {
            IncomingMail.tryOut(mail, mailbox);
            good("The mailbox for bounces can be read.");
        } catch (MessagingException e) {
            bad("The mailbox for bounces on " + mailbox.server().host() + " cannot be read: " + kind(e) + ".");
        }
    }

    /** Nothing is sent: whether it arrives is seen every day. */
    private void canary(Gateways gateways) {
        for (Channel channel : gateways.canary().addresses().keySet()) {
            boolean through = channel == Channel.EMAIL ? gateways.mail() != null : gateways.sms() != null;
            String line = "canary." + channel.name().toLowerCase(Locale.ROOT);
            if (!through) {
                bad("A daily message is to go to the office's own address (" + line
                        + "), and nothing is set up by which to send it.");
            } else if (!settings.institution()
                    .policy()
                    .at(settings.clock().instant())
                    .channels()
                    .contains(channel)) {
                bad("A daily message is to go to the office's own address (" + line
                        + "), and the channel is switched off.");
            } else {
                good("A daily message goes to the office's own address (" + line + ").");
            }
        }
    }

    /** Not the message, which repeats what the server said about us. */
    private static String kind(MessagingException e) {
        return e.getClass().getSimpleName();
    }

    private void sms(@Nullable SmsSettings gateways, Path folder) {
        if (gateways == null) {
            bad("No gateway for SMS is set up (sms.first.*): SMS wait until they are of no more use.");
            return;
        }
        try (Database kept = Database.open(folder.resolve("check.db").toString())) {
            EnrolmentJournal journal = new EnrolmentJournal(
                    settings.institution().policy(), settings.clock(), new LiveHub(settings.clock()));
            DeliveryReports reports = new DeliveryReports(kept, journal, settings.clock());
            try (SmsCarrier carrier = new SmsCarrier(gateways, kept, reports, settings.clock(), new SecureRandom())) {
                Map<String, String> failures = carrier.tryOut();
                failures.forEach((name, why) -> bad("The " + name + " gateway for SMS: " + why + "."));
                if (failures.isEmpty()) {
                    good("The gateways for SMS let us in, as far as they can be asked.");
                }
            }
        }
    }
}
