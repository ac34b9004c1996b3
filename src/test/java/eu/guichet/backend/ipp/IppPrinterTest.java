package eu.guichet.backend.ipp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.MediaCol;
import com.hp.jipp.model.Operation;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import eu.guichet.backend.settings.SettingLines;
import eu.guichet.contract.OfficeCode;
import eu.guichet.contract.PrintState;
import eu.guichet.contract.PrintTrouble;
import eu.guichet.contract.PrintingBy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IppPrinterTest {
    private static final byte[] PDF = "%PDF the letter".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final IppPeer peer = new IppPeer();

    @AfterEach
    void switchOff() {
        peer.close();
    }

    private IppPrinter printer(String... more) {
        return printer(peer, more);
    }

    private static IppPrinter printer(IppPeer peer, String... more) {
        return settings(peer, more).printer(OfficeCode.BRU).orElseThrow();
    }

    private static PrintingSettings settings(IppPeer peer, String... more) {
        Map<String, String> lines =
                new HashMap<>(Map.of("printer.BRU", peer.address().toString()));
        for (String line : more) {
            String[] parts = line.split(" = ", 2);
            lines.put(parts[0], parts[1]);
        }
        return PrintingSettings.read(new SettingLines(lines));
    }

    /** What is asked of a printer. */
    private interface Asked {
        void run() throws PrinterException;
    }

    private static PrinterException.@Nullable Kind kind(Asked asked) {
        try {
            asked.run();
            return null;
        } catch (PrinterException e) {
            return e.kind();
        }
    }

    @Test
    void the_document_arrives_as_it_is_once_on_one_side_of_A4() throws PrinterException {
        int job = printer().print("LT-1/a", false, PDF);

        assertThat(peer.documents).hasSize(1);
        assertThat(peer.documents.peek()).isEqualTo(PDF);
        IppPacket order = Objects.requireNonNull(peer.orders.peek());
        assertThat(order.getValue(Tag.jobAttributes, Types.copies)).isEqualTo(1);
        assertThat(order.getString(Tag.jobAttributes, Types.sides)).isEqualTo("one-sided");
        assertThat(order.getString(Tag.jobAttributes, Types.media)).isEqualTo("iso_a4_210x297mm");
        assertThat(order.getString(Tag.operationAttributes, Types.jobName)).isEqualTo("LT-1/a");
        assertThat(printer().job(job)).isEqualTo(new JobStanding(PrintState.PRINTED, null));
    }

    @Test
    void the_paper_comes_from_the_tray_that_is_set_up() throws PrinterException {
        int _ = printer("printer.BRU.tray = tray-2").print("LT-1/a", false, PDF);

        MediaCol paper = Objects.requireNonNull(peer.orders.peek()).getValue(Tag.jobAttributes, Types.mediaCol);
        assertThat(Objects.requireNonNull(paper).getMediaSource().asString()).isEqualTo("tray-2");
    }

    @Test
    void a_job_is_held_where_that_is_wanted_and_the_printer_can() throws PrinterException {
        int _ = printer("printer.BRU.hold = yes").print("LT-1/a", true, PDF);
        int _ = printer("printer.BRU.hold = yes").print("LT-1/b", false, PDF);
        int _ = printer().print("LT-1/c", true, PDF);

        assertThat(peer.orders)
                .extracting(order -> order.getString(Tag.jobAttributes, Types.jobHoldUntil))
                .containsExactly("indefinite", null, null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "5, none, 4, none, PRINTING, -",
                "4, job-hold-until-specified, 3, none, HELD, -",
                "9, job-completed-successfully, 3, none, PRINTED, -",
                "9, job-completed-with-errors, 3, none, FAILED, ABORTED",
                "8, document-format-error, 3, none, FAILED, ABORTED",
                "7, job-canceled-at-device, 3, none, FAILED, CANCELLED_THERE",
                "6, printer-stopped, 5, media-empty-error, STOPPED, PAPER_OUT",
                "6, printer-stopped, 5, media-needed, STOPPED, PAPER_OUT",
                "3, none, 5, media-jam-error, STOPPED, PAPER_JAM",
                "5, none, 4, media-empty-error, STOPPED, PAPER_OUT",
                "5, none, 4, media-low-warning, PRINTING, -",
                "5, none, 4, toner-empty-warning, PRINTING, -",
                "6, printer-stopped, 5, toner-empty-error, STOPPED, SUPPLIES_OUT",
                "6, printer-stopped, 5, cover-open, STOPPED, COVER_OPEN",
                "6, printer-stopped, 5, paused, STOPPED, ATTENTION",
                "3, none, 5, com.example.lamp, STOPPED, ATTENTION",
            })
    void what_a_printer_says_is_understood(
            int job, String reason, int printer, String printerReason, PrintState state, @Nullable PrintTrouble trouble)
            throws PrinterException {
        int id = printer().print("LT-1/a", false, PDF);
        IppPeer.Job there = peer.jobs().getFirst();
        there.state = Objects.requireNonNull(JobState.all.get(job));
        there.reasons = List.of(reason);
        peer.printer = Objects.requireNonNull(PrinterState.all.get(printer));
        peer.printerReasons = List.of(printerReason);

        assertThat(printer().job(id)).isEqualTo(new JobStanding(state, trouble));
    }

    @Test
    void a_job_is_found_by_its_name_whether_it_has_ended_or_not() throws PrinterException {
        int first = printer().print("LT-1/a", false, PDF);
        peer.begins = JobState.pending;
        int second = printer().print("LT-1/b", false, PDF);

        assertThat(printer().find("LT-1/a")).hasValue(first);
        assertThat(printer().find("LT-1/b")).hasValue(second);
        assertThat(printer().find("LT-1")).isEmpty();
    }

    @Test
    void a_job_can_be_cancelled_and_one_that_has_ended_is_left_alone() throws PrinterException {
        peer.begins = JobState.pending;
        int job = printer().print("LT-1/a", false, PDF);
        printer().cancel(job);

        assertThat(printer().job(job).state()).isEqualTo(PrintState.FAILED);
        peer.refuse(Operation.cancelJob, Status.clientErrorNotPossible);
        printer().cancel(job);
    }

    @Test
    void what_is_known_of_a_request_that_failed_is_told_apart() {
        peer.refuse(Operation.validateJob, Status.clientErrorDocumentFormatNotSupported);
        assertThat(kind(() -> printer().validate("a", false))).isEqualTo(PrinterException.Kind.REFUSED);
        peer.refuse(Operation.validateJob, Status.serverErrorNotAcceptingJobs);
        assertThat(kind(() -> printer().validate("a", false))).isEqualTo(PrinterException.Kind.BUSY);
        assertThat(kind(() -> printer().job(77))).isEqualTo(PrinterException.Kind.NO_SUCH_JOB);
        peer.losesAnswers = true;
        assertThat(kind(() -> printer().print("a", false, PDF))).isEqualTo(PrinterException.Kind.UNCLEAR);
        assertThat(peer.documents).as("never sent a second time by itself").hasSize(1);
        peer.close();
        assertThat(kind(() -> printer().print("a", false, PDF))).isEqualTo(PrinterException.Kind.AWAY);
    }

    @Test
    void a_printer_that_wants_a_password_gets_it() throws Exception {
        peer.credentials = "guichet:pa:ss";
        Path password = Files.writeString(folder.resolve("password"), "pa:ss\n");

        assertThat(kind(() -> printer().standing())).isEqualTo(PrinterException.Kind.REFUSED);
        assertThat(printer("printer.BRU.user = guichet", "printer.BRU.password-file = " + password)
                        .standing()
                        .acceptsJobs())
                .isTrue();
    }

    @Test
    void a_printer_is_believed_only_where_the_authority_vouches_for_its_certificate() throws Exception {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        HandshakeCertificates keys =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        SSLContext context = keys.sslContext();
        Path authority = Files.writeString(folder.resolve("printers.pem"), certificate.certificatePem());
        try (IppPeer secured = new IppPeer(context)) {
            assertThat(printer(secured, "printing.authority = " + authority)
                            .standing()
                            .pdf())
                    .isTrue();
            assertThat(kind(() -> printer(secured).standing())).isEqualTo(PrinterException.Kind.AWAY);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "printer.BRU = ipp://printer.example/ipp/print",
                "printer.BRU = http://127.0.0.1:631/ipp/print",
                "printer.BRU = ipps:///ipp/print",
                "printer.BRU = ipps://name:secret@printer.example/ipp/print",
                "printer.BRU.hold = perhaps",
                "printer.BRU.user = somebody",
                "printing = nobody",
                "printing.timeout = 1h",
                "printing.wait = 0s",
                "printing.authority = /nowhere/at-all.pem",
            })
    void a_line_that_cannot_be_used_is_named(String line) {
        assertThatThrownBy(() -> settings(peer, line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(line.substring(0, line.indexOf(" = ")));
    }

    @Test
    void an_institution_prints_by_itself_unless_it_says_otherwise() {
        assertThat(settings(peer).by()).isEqualTo(PrintingBy.OFFICE);
        assertThat(settings(peer, "printing = desk").by()).isEqualTo(PrintingBy.DESK);
        assertThat(settings(peer).printer(OfficeCode.LUX)).isEmpty();
    }
}
