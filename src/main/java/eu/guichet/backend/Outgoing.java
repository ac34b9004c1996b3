package eu.guichet.backend;

import eu.guichet.backend.delivery.CanarySettings;
import eu.guichet.backend.delivery.Carrier;
import eu.guichet.backend.delivery.DeliveryReports;
import eu.guichet.backend.delivery.GatewayReceipts;
import eu.guichet.backend.delivery.HandoverAnswers;
import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import eu.guichet.backend.delivery.SendCanaries;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.mail.IncomingMail;
import eu.guichet.backend.mail.MailSettings;
import eu.guichet.backend.mail.SmtpCarrier;
import eu.guichet.backend.schedule.OneNode;
import eu.guichet.backend.schedule.PeriodicTask;
import eu.guichet.backend.sms.SmsCarrier;
import eu.guichet.backend.sms.SmsSettings;
import eu.guichet.backend.store.Database;
import eu.guichet.contract.Channel;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who takes the messages of each channel over, and what is looked at again and again to learn what became of them. */
final class Outgoing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);
    private static final Duration BOUNCES_EVERY = Duration.ofMinutes(1);

    private final Map<Channel, Carrier> carriers;
    private final List<PeriodicTask> looks;
    private final @Nullable SmsCarrier sms;

    private Outgoing(Map<Channel, Carrier> carriers, List<PeriodicTask> looks, @Nullable SmsCarrier sms) {
        this.carriers = carriers;
        this.looks = looks;
        this.sms = sms;
    }

    static Outgoing simulated(Carrier carrier) {
        Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            carriers.put(channel, carrier);
        }
        return new Outgoing(carriers, List.of(), null);
    }

    /** Through the gateways that are set up; what is sent by another channel waits until it is of no more use. */
    static Outgoing through(BackendSettings settings, Database database, EnrolmentJournal journal) {
        DeliveryReports reports = new DeliveryReports(database, journal, settings.clock());
        Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
        List<PeriodicTask> looks = new ArrayList<>();
        MailSettings mail = settings.institution().gateways().mail();
        if (mail != null) {
            carriers.put(Channel.EMAIL, new SmtpCarrier(mail, settings.clock()));
            MailSettings.Mailbox mailbox = mail.mailbox();
            if (mailbox != null) {
                IncomingMail incoming = new IncomingMail(
                        mail,
                        mailbox,
                        reports,
                        new HandoverAnswers(
                                database,
                                journal,
                                settings.clock(),
                                mail.toDigit().ticket()),
                        database);
                looks.add(new PeriodicTask(
                        "bounces",
                        BOUNCES_EVERY,
                        new OneNode("bounces", BOUNCES_EVERY, Nodes.leases(database), incoming::look)));
            }
        }
        SmsSettings gateways = settings.institution().gateways().sms();
        SmsCarrier sms = gateways == null
                ? null
                : new SmsCarrier(gateways, database, reports, settings.clock(), new SecureRandom());
        if (sms != null) {
            carriers.put(Channel.SMS, sms);
        }
        List<Channel> ever = settings.institution()
                .policy()
                .all()
                .flatMap(figures -> figures.channels().stream())
                .distinct()
                .toList();
        for (Channel channel : ever) {
            if (carriers.putIfAbsent(channel, Outgoing::nobody) == null) {
                LOG.warn("nothing is set up by which to send {}: such messages wait, shown as queued", channel);
            }
        }
        return new Outgoing(carriers, looks, sms);
    }

    /** Learners have no addresses of their own: their mailboxes are simulated. */
    static CanarySettings ownAddresses(BackendSettings settings) {
        return settings.training()
                ? CanarySettings.NONE
                : settings.institution().gateways().canary();
    }

    static SendCanaries canaries(BackendSettings settings, Database database, Map<Channel, Carrier> carriers) {
        Institution institution = settings.institution();
        SmsSettings sms = institution.gateways().sms();
        return new SendCanaries(
                database,
                institution.policy(),
                ownAddresses(settings),
                channel -> Objects.requireNonNull(carriers.get(channel)),
                channel -> channel == Channel.SMS && sms != null && sms.tellsReceipts(),
                settings.clock());
    }

    private static void nobody(Parcel parcel) throws NotCarriedException {
        throw new NotCarriedException(
                "nothing is set up by which to send " + parcel.kind().channel(),
                new IllegalStateException("no gateway"));
    }

    Map<Channel, Carrier> carriers() {
        return carriers;
    }

    GatewayReceipts receipts() {
        return sms == null ? GatewayReceipts.NONE : sms.postedReceipts();
    }

    void start() {
        looks.forEach(PeriodicTask::start);
        if (sms != null) {
            sms.start();
        }
    }

    @Override
    public void close() {
        looks.forEach(PeriodicTask::close);
        if (sms != null) {
            sms.close();
        }
    }
}
