package eu.guichet.backend.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeGroup;
import com.hp.jipp.encoding.DelimiterTag;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordOrName;
import com.hp.jipp.encoding.Name;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobHoldUntil;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Sides;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import com.hp.jipp.model.WhichJobs;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One printer, as IPP/2.0 asks it. Every call blocks for at most the timeout; none is repeated by itself, because a document
 * that is sent twice may come out twice.
 */
public final class IppPrinter {
    private static final String PDF = "application/pdf";
    private static final String A4 = "iso_a4_210x297mm";
    private static final int A4_WIDTH = 21_000;
    private static final int A4_HEIGHT = 29_700;
    private static final String US = "guichet";
    /** More jobs than a printer remembers. */
    private static final int MOST_JOBS = 500;

    private static final Set<Status> LATER = Set.of(
            Status.serverErrorBusy,
            Status.serverErrorNotAcceptingJobs,
            Status.serverErrorTemporaryError,
            Status.serverErrorServiceUnavailable,
            Status.serverErrorDeviceError,
            Status.serverErrorPrinterIsDeactivated,
            Status.serverErrorTooManyJobs);

    private final PrinterSettings settings;
    private final IppHttp http;

    IppPrinter(PrinterSettings settings, Duration timeout, @Nullable SSLContext trust) {
        this.settings = settings;
        this.http = new IppHttp(settings, timeout, trust);
    }

    /**
     * What a printer says of itself.
     *
     * @param acceptsJobs whether it takes any now
     * @param trouble why it has stopped, or null
     * @param pdf whether it prints PDF
     * @param trays it knows
     * @param holds whether it can keep a job until it is released
     */
    public record Standing(
            boolean acceptsJobs, @Nullable PrintTrouble trouble, boolean pdf, List<String> trays, boolean holds) {
        public Standing {
            trays = List.copyOf(trays);
        }
    }

    /** Asks the printer how it is and what it can do; changes nothing. */
    public Standing standing() throws PrinterException {
        IppPacket answer = http.ask(IppPacket.getPrinterAttributes(
                        settings.address(),
                        Types.printerState,
                        Types.printerStateReasons,
                        Types.printerIsAcceptingJobs,
                        Types.documentFormatSupported,
                        Types.mediaSourceSupported,
                        Types.jobHoldUntilSupported)
                .putOperationAttributes(user())
                .build());
        requireDone(answer, "Get-Printer-Attributes");
        AttributeGroup told = group(answer, Tag.printerAttributes);
        List<String> formats = strings(told, Types.documentFormatSupported.getName());
        JobStanding now = Troubles.read(
                null, List.of(), told.getValue(Types.printerState), strings(told, Types.printerStateReasons.getName()));
        return new Standing(
                !Boolean.FALSE.equals(told.getValue(Types.printerIsAcceptingJobs)),
                now.trouble(),
                formats.isEmpty() || formats.contains(PDF),
                strings(told, Types.mediaSourceSupported.getName()),
                strings(told, Types.jobHoldUntilSupported.getName()).contains(JobHoldUntil.indefinite));
    }

    /**
     * Asks whether the printer would take such a job; nothing is sent.
     *
     * @param name by which the job stands in the printer's queue, for everybody to read
     * @param hold whether the printer can hold it, where that is wanted
     */
    public void validate(String name, boolean hold) throws PrinterException {
        requireDone(http.ask(job(Operation.validateJob, name, hold)), "Validate-Job");
    }

    /**
     * Sends a document once.
     *
     * @param name by which the job is found again
     * @param hold as in {@link #validate}
     * @return the printer's number for the job
     */
    public int print(String name, boolean hold, byte[] pdf) throws PrinterException {
        IppPacket answer = http.send(job(Operation.printJob, name, hold), pdf);
        requireDone(answer, "Print-Job");
        Integer id = group(answer, Tag.jobAttributes).getValue(Types.jobId);
        if (id == null) {
            throw new PrinterException(PrinterException.Kind.UNCLEAR, "the printer gave the job no number", null);
        }
        return id;
    }

    private IppPacket job(Operation operation, String name, boolean hold) {
        List<Attribute<?>> job = new ArrayList<>();
        job.add(Types.copies.of(1));
        job.add(Types.sides.of(Sides.oneSided));
        String tray = settings.tray();
        if (tray == null) {
            job.add(Types.media.of(A4));
        } else {
            MediaCol paper = new MediaCol();
            paper.setMediaSize(new MediaCol.MediaSize(A4_WIDTH, A4_HEIGHT));
            paper.setMediaSource(new KeywordOrName(tray));
            job.add(Types.mediaCol.of(paper));
        }
        if (settings.hold() && hold) {
            job.add(Types.jobHoldUntil.of(JobHoldUntil.indefinite));
        }
        return new IppPacket.Builder(operation)
                .putOperationAttributes(
                        Types.attributesCharset.of(IppPacket.DEFAULT_CHARSET),
                        Types.attributesNaturalLanguage.of(IppPacket.DEFAULT_LANGUAGE),
                        Types.printerUri.of(settings.address()),
                        user(),
                        Types.jobName.of(name),
                        Types.ippAttributeFidelity.of(false),
                        Types.documentFormat.of(PDF))
                .putJobAttributes(job)
                .build();
    }

    /** How a job stands; where it has not ended the printer is asked as well, which alone knows that it has no paper. */
    public JobStanding job(int id) throws PrinterException {
        IppPacket answer =
                http.ask(IppPacket.getJobAttributes(settings.address(), id, Types.jobState, Types.jobStateReasons)
                        .putOperationAttributes(user())
                        .build());
        requireDone(answer, "Get-Job-Attributes");
        AttributeGroup told = group(answer, Tag.jobAttributes);
        JobState state = told.getValue(Types.jobState);
        if (state == null) {
            throw new PrinterException(
                    PrinterException.Kind.UNCLEAR, "the printer does not say how the job stands", null);
        }
        List<String> reasons = strings(told, Types.jobStateReasons.getName());
        JobStanding alone = Troubles.read(state, reasons, null, List.of());
        return alone.state().over() || alone.state() == PrintState.HELD ? alone : besidesPrinter(state, reasons);
    }

    private JobStanding besidesPrinter(JobState state, List<String> reasons) throws PrinterException {
        IppPacket answer = http.ask(
                IppPacket.getPrinterAttributes(settings.address(), Types.printerState, Types.printerStateReasons)
                        .putOperationAttributes(user())
                        .build());
        requireDone(answer, "Get-Printer-Attributes");
        AttributeGroup told = group(answer, Tag.printerAttributes);
        PrinterState printer = told.getValue(Types.printerState);
        return Troubles.read(state, reasons, printer, strings(told, Types.printerStateReasons.getName()));
    }

    /** Looks for a job by its name among those that wait or run, then among those that have ended. */
    public OptionalInt find(String name) throws PrinterException {
        OptionalInt open = find(name, WhichJobs.notCompleted);
        return open.isPresent() ? open : find(name, WhichJobs.completed);
    }

    private OptionalInt find(String name, String which) throws PrinterException {
        IppPacket answer = http.ask(new IppPacket.Builder(Operation.getJobs)
                .putOperationAttributes(
                        Types.attributesCharset.of(IppPacket.DEFAULT_CHARSET),
                        Types.attributesNaturalLanguage.of(IppPacket.DEFAULT_LANGUAGE),
                        Types.printerUri.of(settings.address()),
                        user(),
                        Types.limit.of(MOST_JOBS),
                        Types.requestedAttributes.of(Types.jobId.getName(), Types.jobName.getName()),
                        Types.whichJobs.of(which))
                .build());
        if (Status.clientErrorNotFound.equals(answer.getStatus())) { // some say so of an empty list
            return OptionalInt.empty();
        }
        requireDone(answer, "Get-Jobs");
        return answer.getAttributeGroups().stream()
                .filter(group -> group.getTag().equals(Tag.jobAttributes))
                .filter(job -> name.equals(Optional.ofNullable(job.getValue(Types.jobName))
                        .map(Name::getValue)
                        .orElse(null)))
                .map(job -> job.getValue(Types.jobId))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** Asks the printer to drop a job; what became of it says {@link #job}. */
    public void cancel(int id) throws PrinterException {
        IppPacket answer = http.ask(IppPacket.cancelJob(settings.address(), id)
                .putOperationAttributes(user())
                .build());
        if (!Status.clientErrorNotPossible.equals(answer.getStatus())) { // it has ended already
            requireDone(answer, "Cancel-Job");
        }
    }

    private Attribute<?> user() {
        String user = settings.user();
        return Types.requestingUserName.of(user == null ? US : user);
    }

    private static void requireDone(IppPacket answer, String operation) throws PrinterException {
        Status status = answer.getStatus();
        if (status.getCode() < Status.clientErrorBadRequest.getCode()) {
            return;
        }
        PrinterException.Kind kind = PrinterException.Kind.REFUSED;
        if (LATER.contains(status)) {
            kind = PrinterException.Kind.BUSY;
        } else if (Status.clientErrorNotFound.equals(status) || Status.clientErrorGone.equals(status)) {
            kind = PrinterException.Kind.NO_SUCH_JOB;
        }
        throw new PrinterException(kind, operation + " is answered " + status.getName(), null);
    }

    private static AttributeGroup group(IppPacket answer, DelimiterTag tag) throws PrinterException {
        AttributeGroup group = answer.get(tag);
        if (group == null) {
            throw new PrinterException(
                    PrinterException.Kind.UNCLEAR, "the printer's answer does not say what it was asked for", null);
        }
        return group;
    }

    private static List<String> strings(AttributeGroup group, String name) {
        Attribute<?> attribute = group.get(name);
        return attribute == null ? List.of() : attribute.strings();
    }
}
