package eu.guichet.backend.sms;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.backend.delivery.DeliveryReports;
import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import eu.guichet.backend.enrolment.EnrolmentJournal;
import eu.guichet.backend.live.LiveHub;
import eu.guichet.backend.settings.Secret;
import eu.guichet.backend.store.Database;
import eu.guichet.backend.store.StoredMessage;
import eu.guichet.backend.store.Stores;
import eu.guichet.contract.MessageKind;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.OfficeCode;
import eu.guichet.process.Policy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** A store with a pensioner and messages to her, and carriers that send them. */
final class SmsDesk implements AutoCloseable {
    static final String TELEPHONE = "+352621123456";
    /** As long as a code. */
    static final Duration USE = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final List<SmsCarrier> carriers = new ArrayList<>();
    private final InstantSource clock = InstantSource.system();

    SmsDesk(Path folder) {
        database = Stores.open(folder);
        database.execute(tx -> tx.pensioners().add(Stores.somebody("p1")));
    }

    Database database() {
        return database;
    }

    DeliveryReports reports() {
        return new DeliveryReports(database, new EnrolmentJournal(Policy.standard(), clock, new LiveHub(clock)), clock);
    }

    /** A message that was ordered now. */
    Parcel order(String id, String text) {
        Instant now = clock.instant();
        database.execute(tx -> tx.messages()
                .add(new StoredMessage(
                        id, "p1", MessageKind.CHALLENGE_SMS, "de", MessageStatus.QUEUED, now, now, null)));
        return new Parcel(
                id,
                "p1",
                MessageKind.CHALLENGE_SMS,
                "de",
                TELEPHONE,
                "",
                text,
                "ABC123",
                now.plus(USE),
                OfficeCode.LUX);
    }

    /** The same, of use until another moment. */
    static Parcel until(Parcel parcel, Instant until) {
        return new Parcel(
                parcel.messageId(),
                parcel.pensionerId(),
                parcel.kind(),
                parcel.language(),
                parcel.destination(),
                parcel.subject(),
                parcel.text(),
                parcel.code(),
                until,
                parcel.office());
    }

    StoredMessage message(String id) {
        return database.read(tx -> tx.messages().find(id)).orElseThrow();
    }

    SmsCarrier carrier(SmsSettings.Gateway first, SmsSettings.@Nullable Gateway second) {
        return carrier(first, second, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    SmsCarrier carrier(SmsSettings.Gateway first, SmsSettings.@Nullable Gateway second, SSLSocketFactory encryption) {
        SmsCarrier carrier = new SmsCarrier(
                new SmsSettings("PMO", 3, first, second), database, reports(), clock, new Random(1), encryption);
        carriers.add(carrier);
        carrier.start();
        return carrier;
    }

    static SmsSettings.Smpp smpp(int port) {
        return smpp(port, SmsSettings.Security.NONE, SmsSettings.Concatenation.UDH, Duration.ofSeconds(10));
    }

    static SmsSettings.Smpp smpp(
            int port, SmsSettings.Security security, SmsSettings.Concatenation concatenation, Duration enquire) {
        return new SmsSettings.Smpp(
                "localhost",
                port,
                security,
                SmppPeer.USER,
                new Secret(SmppPeer.PASSWORD),
                "",
                concatenation,
                enquire,
                Duration.ofSeconds(15),
                Duration.ofSeconds(2));
    }

    /** Hands it over again and again, as the dispatcher does, until it is taken. */
    static void insist(SmsCarrier carrier, Parcel parcel) {
        List<NotCarriedException> failures = new ArrayList<>();
        await("never taken over", () -> {
            try {
                carrier.carry(parcel);
                return true;
            } catch (NotCarriedException e) {
                failures.add(e);
                return false;
            }
        });
        assertThat(failures).noneMatch(NotCarriedException::isForGood);
    }

    static void await(String still, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(still).isBefore(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    @Override
    public void close() {
        carriers.forEach(SmsCarrier::close);
        database.close();
    }
}
