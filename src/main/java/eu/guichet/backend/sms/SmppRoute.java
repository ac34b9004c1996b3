package eu.guichet.backend.sms;

import eu.guichet.backend.delivery.NotCarriedException;
import eu.guichet.backend.delivery.Parcel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameters;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A gateway that speaks SMPP 3.4. */
final class SmppRoute implements SmsRoute {
    private static final Logger LOG = LoggerFactory.getLogger(SmppRoute.class);
    private static final byte JOINED_BY_HEADER = 0x40;
    private static final int HEADER_LENGTH = 6;
    private static final int MOST_DAYS = 30;

    private final String name;
    private final SmsSettings.Smpp gateway;
    private final Sender sender;
    private final Acknowledged acknowledged;
    private final Receipts receipts;
    private final SmppLink link;
    private final InstantSource clock;

    /** From whom an SMS comes: a number, or up to eleven letters. */
    private record Sender(TypeOfNumber type, NumberingPlanIndicator plan, String address) {
        static Sender of(String written) {
            if (written.startsWith("+")) {
                return new Sender(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, written.substring(1));
            }
            return written.chars().allMatch(Character::isDigit)
                    ? new Sender(TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, written)
                    : new Sender(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, written);
        }
    }

    SmppRoute(
            String name,
            String sender,
            SmsSettings.Smpp gateway,
            SSLSocketFactory encryption,
            Acknowledged acknowledged,
            Receipts receipts,
            InstantSource clock,
            RandomGenerator random) {
        this.name = name;
        this.clock = clock;
        this.gateway = gateway;
        this.sender = Sender.of(sender);
        this.acknowledged = acknowledged;
        this.receipts = receipts;
        this.link = new SmppLink(
                name,
                gateway,
                encryption,
                new Listener(),
                new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), random));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Duration limit() {
        return gateway.limit();
    }

    @Override
    public void start() {
        link.start();
    }

    @Override
    public @Nullable String tryOut() {
        return link.tryOut();
    }

    @Override
    public void submit(Parcel parcel, SmsText text) throws NotCarriedException {
        Set<Integer> done = acknowledged.parts(parcel.messageId(), name);
        int parts = text.parts().size();
        for (int part = 1; part <= parts; part++) {
            if (!done.contains(part)) {
                int number = part;
                String id = link.submit(session -> submit(session, parcel, text, number));
                acknowledged.keep(parcel.messageId(), name, part, parts, id);
            }
        }
    }

    private String submit(SMPPSession session, Parcel parcel, SmsText text, int part) throws NotCarriedException {
        Duration use = parcel.useAt(clock.instant());
        if (!use.isPositive()) {
            throw notTaken("it is of no more use");
        }
        int reference = reference(parcel);
        int parts = text.parts().size();
        byte[] octets = text.parts().get(part - 1);
        List<OptionalParameter> parameters = new ArrayList<>();
        parameters.add(new OptionalParameter.User_message_reference((short) reference));
        byte esmClass = 0;
        if (parts > 1) {
            switch (gateway.concatenation()) {
                case UDH -> {
                    esmClass = JOINED_BY_HEADER;
                    octets = withHeader(reference, parts, part, octets);
                }
                case SAR -> {
                    parameters.add(OptionalParameters.newSarMsgRefNum((short) reference));
                    parameters.add(OptionalParameters.newSarTotalSegments(parts));
                    parameters.add(OptionalParameters.newSarSegmentSeqnum(part));
                }
            }
        }
        try {
            return session.submitShortMessage(
                            null,
                            sender.type(),
                            sender.plan(),
                            sender.address(),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            parcel.destination().replace("+", ""),
                            new ESMClass(esmClass),
                            (byte) 0,
                            (byte) 0,
                            null,
                            validity(use),
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            new RawDataCoding(text.coding().dataCoding()),
                            (byte) 0,
                            octets,
                            parameters.toArray(OptionalParameter[]::new))
                    .getMessageId();
        } catch (NegativeResponseException e) {
            String why = "status " + e.getCommandStatus();
            if (e.getCommandStatus() == SMPPConstant.STAT_ESME_RINVDSTADR) {
                throw NotCarriedException.forGood("the " + name + " SMS gateway refuses the number: " + why, null);
            }
            throw notTaken(why);
        } catch (PDUException | ResponseTimeoutException | InvalidResponseException | IOException e) {
            // not the exception itself: its text may repeat what was sent
            throw notTaken(e.getClass().getSimpleName());
        }
    }

    private NotCarriedException notTaken(String why) {
        return new NotCarriedException("the " + name + " SMS gateway did not take it: " + why, new IOException(why));
    }

    /** The same for every hand-over of a message: by it a gateway and a telephone recognise what is repeated. */
    private static int reference(Parcel parcel) {
        int hash = parcel.messageId().hashCode();
        return (hash ^ (hash >>> Short.SIZE)) & 0xFFFF;
    }

    /** From now (SMPP 3.4, 7.1.1.2), so that no clock but the gateway's own counts; at least a second. */
    static String validity(Duration use) {
        Duration whole = use.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : use;
        return "0000%02d%02d%02d%02d000R"
                .formatted(
                        Math.min(whole.toDays(), MOST_DAYS),
                        whole.toHoursPart(),
                        whole.toMinutesPart(),
                        whole.toSecondsPart());
    }

    /** GSM 03.40, 9.2.3.24.1. */
    private static byte[] withHeader(int reference, int parts, int part, byte[] octets) {
        return ByteBuffer.allocate(HEADER_LENGTH + octets.length)
                .put((byte) (HEADER_LENGTH - 1))
                .put((byte) 0)
                .put((byte) 3)
                .put((byte) reference)
                .put((byte) parts)
                .put((byte) part)
                .put(octets)
                .array();
    }

    @Override
    public void close() {
        link.close();
    }

    /** What does not go through here the gateway tells again. */
    private final class Listener implements MessageReceiverListener {
        @Override
        public void onAcceptDeliverSm(DeliverSm told) throws ProcessRequestException {
            accept(told);
        }

        @Override
        public DataSmResult onAcceptDataSm(DataSm told, Session source) throws ProcessRequestException {
            accept(told);
            try {
                return new DataSmResult(new MessageId("0"), OptionalParameters.EMPTY_OPTIONAL_PARAMETERS);
            } catch (PDUStringException e) {
                throw new IllegalStateException(e);
            }
        }

        private void accept(AbstractSmCommand told) throws ProcessRequestException {
            FutureTask<Boolean> recorded =
                    new FutureTask<>(() -> Receipt.read(told).ifPresent(receipt -> receipts.told(name, receipt)), true);
            recorded.run();
            try {
                recorded.get();
            } catch (ExecutionException e) {
                LOG.warn("a receipt of the {} SMS gateway could not be recorded", name, e.getCause());
                throw new ProcessRequestException("not recorded", SMPPConstant.STAT_ESME_RX_T_APPN, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ProcessRequestException("ends", SMPPConstant.STAT_ESME_RX_T_APPN, e);
            }
        }

        @Override
        public void onAcceptAlertNotification(AlertNotification alert) {
            // nobody asked for one
        }
    }
}
