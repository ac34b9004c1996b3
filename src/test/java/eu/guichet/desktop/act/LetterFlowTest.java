package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.ApprovalState;
import eu.guichet.contract.LetterCause;
import eu.guichet.contract.LetterPatch;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.PrintingBy;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Stage;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.contract.VoidReason;
import eu.guichet.desktop.flow.PaperReports;
import eu.guichet.desktop.flow.SampleApproval;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.paper.OnePrinter;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterFlowTest {
    private final ScriptedClient client = new ScriptedClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final Deque<Printing.Outcome> prints = new ArrayDeque<>();
    private final List<String> jobs = new ArrayList<>();
    private Instant now = SampleFile.NOW;
    private int refreshed;
    private boolean driverFails;
    private final List<Printing.Printer> preferred = new ArrayList<>();

    @TempDir
    Path folder;

    private PensionerFile file = SampleFile.at(15)
            .verified()
            .action(SampleFile.open(ActionKind.GENERATE_LETTER, "Générer la lettre", true, SampleFile.letterPreview()))
            .file();

    private final Saving saving = new Saving() {
        @Override
        public Optional<Path> choose(String suggestedName) {
            return Optional.of(folder.resolve(suggestedName));
        }

        @Override
        public boolean write(Path where, SealedDocument document) {
            try {
                document.writeTo(where);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    };

    private final List<Printing.Printer> printers = new ArrayList<>(List.of(OnePrinter.PRINTER));
    private final PaperReports reports = new PaperReports(client, tasks, () -> now);

    private LetterFlow flow() {
        Printing printing = new Printing() {
            @Override
            public List<Printer> printers() {
                return List.copyOf(printers);
            }

            @Override
            public Outcome print(SealedDocument document, String jobName, Printer printer) {
                jobs.add(jobName);
                if (driverFails) {
                    throw new IllegalStateException("the driver's own");
                }
                return prints.isEmpty() ? Outcome.SENT : prints.remove();
            }

            @Override
            public void prefer(Printer printer) {
                preferred.add(printer);
            }
        };
        LetterFlow flow =
                new LetterFlow(client, tasks, () -> now, printing, saving, reports, () -> file, () -> refreshed++);
        flow.begin(true);
        return flow;
    }

    private static void confirm(LetterFlow flow) {
        flow.print(LetterCause.LOST, OnePrinter.PRINTER);
    }

    private static <S extends LetterStage> S state(LetterFlow flow, Class<S> kind) {
        assertThat(flow.stateProperty().get()).isInstanceOf(kind);
        return kind.cast(flow.stateProperty().get());
    }

    private static void assertWiped(byte[] pdf) {
        for (byte b : pdf) {
            assertThat(b).isZero();
        }
    }

    @Test
    void a_letter_that_a_supervisor_has_to_approve_waits_and_nothing_is_printed() {
        client.approvals.add(SampleApproval.of(ApprovalState.ASKED));
        LetterFlow flow = flow();
        confirm(flow);
        assertThat(state(flow, LetterStage.Waits.class).approval().state()).isEqualTo(ApprovalState.ASKED);
        assertThat(client.documents).isEmpty();
        assertThat(jobs).isEmpty();
        assertThat(refreshed).isEqualTo(1);
        assertThat(flow.leave()).isTrue();
    }

    @Test
    void a_confirmed_letter_is_generated_for_the_version_that_was_read_and_goes_to_the_printer() {
        LetterFlow flow = flow();
        assertThat(client.letterKeys).isEmpty();
        confirm(flow);
        confirm(flow);
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Printed.class);
        assertThat(client.letterKeys).hasSize(1);
        assertThat(client.letterEtags).containsExactly("\"7\"");
        assertThat(jobs).containsExactly("PMO-9Q4T-77");
        assertWiped(client.documents.getFirst());
    }

    @Test
    void a_lost_answer_to_the_generation_never_makes_a_second_letter() {
        client.letterFailures.add(ScriptedClient.unknown());
        LetterFlow flow = flow();
        confirm(flow);
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Unsure.class);
        assertThat(flow.leave()).isFalse();
        file = SampleFile.at(15).version("\"8\"").file();
        now = now.plusSeconds(5);
        flow.tick();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Printed.class);
        assertThat(client.letterKeys.get(1)).isEqualTo(client.letterKeys.get(0));
        assertThat(client.letterEtags).containsExactly("\"7\"", "\"7\"");
    }

    @Test
    void after_an_unreachable_backend_a_retry_sends_the_version_that_was_confirmed() {
        client.letterFailures.add(ScriptedClient.unreachable());
        LetterFlow flow = flow();
        confirm(flow);
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.NotDone.class);
        file = SampleFile.at(15).version("\"8\"").file();
        flow.tryAgain();
        assertThat(client.letterEtags).containsExactly("\"7\"", "\"7\"");
    }

    @Test
    void while_it_is_not_known_whether_the_letter_exists_no_other_failure_is_told_as_no_letter() {
        client.letterFailures.add(ScriptedClient.unknown());
        client.letterFailures.add(ScriptedClient.unreachable());
        client.letterFailures.add(ScriptedClient.refused(ProblemType.UNAVAILABLE, "…", null));
        LetterFlow flow = flow();
        confirm(flow);
        flow.askNow();
        flow.askNow();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Unsure.class);
        assertThat(client.letterKeys).hasSize(3);
        flow.askNow();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Printed.class);
        assertThat(new HashSet<>(client.letterKeys)).hasSize(1);
    }

    @Test
    void a_document_lost_on_its_way_is_told_as_void_and_the_next_letter_is_a_new_wish() {
        client.documentFailures.add(ScriptedClient.unknown());
        client.documentFailures.add(ScriptedClient.refused(ProblemType.DOCUMENT_ALREADY_FETCHED, "…", null));
        LetterFlow flow = flow();
        confirm(flow);
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Lost.class);
        flow.startOver();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Previewing.class);
        confirm(flow);
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Printed.class);
        assertThat(client.letterKeys.get(1)).isNotEqualTo(client.letterKeys.get(0));
    }

    @Test
    void a_document_that_was_not_given_out_can_be_fetched_again() {
        client.documentFailures.add(ScriptedClient.unreachable());
        LetterFlow flow = flow();
        confirm(flow);
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.NotFetched.class);
        flow.fetchAgain();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Printed.class);
        assertThat(client.letterKeys).hasSize(1);
    }

    @Test
    void without_a_printer_nothing_is_printed_here_and_the_letter_desk_gets_the_letter() {
        printers.clear();
        LetterFlow flow = flow();
        LetterStage.Previewing previewing = state(flow, LetterStage.Previewing.class);
        assertThat(previewing.means()).isEqualTo(Means.NONE);
        flow.save(LetterCause.LOST);
        state(flow, LetterStage.Previewing.class);
        flow.order(LetterCause.LOST);
        state(flow, LetterStage.Ordered.class);
        assertThat(client.documents).isEmpty();
    }

    @Test
    void where_the_office_s_printer_prints_no_document_comes_to_this_desk() {
        client.printing = PrintingBy.OFFICE;
        client.files = true;
        LetterFlow flow = flow();
        assertThat(state(flow, LetterStage.Previewing.class).means()).isEqualTo(new Means(List.of(), false, true));

        flow.order(LetterCause.LOST);
        assertThat(state(flow, LetterStage.Ordered.class).office()).isTrue();
        assertThat(client.letterKeys).hasSize(1);
        assertThat(client.documents).isEmpty();
        assertThat(jobs).isEmpty();
    }

    @Test
    void where_the_policy_allows_a_file_it_is_named_after_nobody_and_chosen_before_anything_is_generated() {
        client.files = true;
        printers.clear();
        LetterFlow flow = flow();
        flow.save(LetterCause.LOST);
        state(flow, LetterStage.Saved.class);
        assertThat(folder.resolve("PMO-letter.pdf")).hasContent("%PDF sealed");
        assertWiped(client.documents.getFirst());
        assertThat(client.told).containsExactly(new LetterPatch.Printed("claim-1"));
    }

    @Test
    void a_saved_letter_can_be_read_by_its_owner_alone_even_where_an_older_file_could_be_read_by_all()
            throws IOException {
        client.files = true;
        Path older = folder.resolve("PMO-letter.pdf");
        Files.writeString(older, "older and longer than the letter");
        Files.setPosixFilePermissions(older, PosixFilePermissions.fromString("rw-r--r--"));
        LetterFlow flow = flow();
        flow.save(LetterCause.LOST);
        state(flow, LetterStage.Saved.class);
        assertThat(older).hasContent("%PDF sealed");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(older)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining(path -> true).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_letter_that_cannot_be_saved_leaves_no_half_a_file_and_can_still_be_printed() throws IOException {
        client.files = true;
        Files.createDirectories(folder.resolve("PMO-letter.pdf").resolve("in the way"));
        LetterFlow flow = flow();
        flow.save(LetterCause.LOST);
        assertThat(state(flow, LetterStage.NotPrinted.class).trouble()).isEqualTo(LetterStage.Trouble.SAVE_FAILED);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        flow.printAgain(OnePrinter.PRINTER);
        state(flow, LetterStage.Printed.class);
    }

    @Test
    void what_did_not_come_out_is_reported_and_printed_again_from_a_new_claim() {
        prints.add(Printing.Outcome.FAILED);
        LetterFlow flow = flow();
        confirm(flow);
        assertThat(state(flow, LetterStage.NotPrinted.class).trouble()).isEqualTo(LetterStage.Trouble.PRINT_FAILED);
        assertWiped(client.documents.getFirst());
        assertThat(flow.leave()).isTrue();
        flow.printAgain(OnePrinter.PRINTER);
        state(flow, LetterStage.Printed.class);
        assertThat(client.told)
                .containsExactly(new LetterPatch.PrintFailed("claim-1"), new LetterPatch.Printed("claim-2"));
        assertThat(client.letterKeys).hasSize(1);
    }

    @Test
    void a_printer_that_is_gone_says_so_and_is_not_offered_first_the_next_time() {
        prints.add(Printing.Outcome.NO_PRINTER);
        LetterFlow flow = flow();
        confirm(flow);
        assertThat(state(flow, LetterStage.NotPrinted.class).trouble()).isEqualTo(LetterStage.Trouble.NO_PRINTER);
        assertThat(preferred).isEmpty();
        flow.printAgain(OnePrinter.PRINTER);
        assertThat(preferred).containsExactly(OnePrinter.PRINTER);
    }

    @Test
    void a_printed_paper_is_told_until_it_is_recorded_and_the_agent_may_leave_meanwhile() {
        client.recordFailures.add(ScriptedClient.unreachable());
        client.recordFailures.add(ScriptedClient.unknown());
        LetterFlow flow = flow();
        confirm(flow);
        PaperReports.Report report = state(flow, LetterStage.Printed.class).report();
        assertThat(report.stateProperty().get()).isInstanceOf(PaperReports.State.Waiting.class);
        assertThat(flow.leave()).isTrue();
        assertThat(reports.unrecorded()).containsExactly(report);
        now = now.plusSeconds(5);
        reports.tick();
        assertThat(client.told).isEmpty();
        now = now.plusSeconds(5);
        reports.tick();
        assertThat(report.stateProperty().get()).isInstanceOf(PaperReports.State.Recorded.class);
        assertThat(reports.unrecorded()).isEmpty();
        assertThat(client.told).containsExactly(new LetterPatch.Printed("claim-1"));
    }

    @Test
    void a_letter_is_given_up_only_with_a_reason_and_after_being_asked() {
        LetterFlow flow = flow();
        confirm(flow);
        flow.askGivingUp();
        assertThat(state(flow, LetterStage.GivingUp.class).reasons())
                .containsExactly(VoidReason.PRINTING_FAILED, VoidReason.WRONG_PERSON, VoidReason.NOT_WANTED);
        assertThat(flow.leave()).isFalse();
        state(flow, LetterStage.Printed.class);
        flow.askGivingUp();
        flow.giveUp(VoidReason.WRONG_PERSON);
        state(flow, LetterStage.GivenUp.class);
        assertThat(client.told).last().isEqualTo(new LetterPatch.Voided(VoidReason.WRONG_PERSON));
        flow.startOver();
        state(flow, LetterStage.Previewing.class);
    }

    @Test
    void a_printer_driver_that_fails_in_its_own_way_leaves_the_letter_waiting_and_not_stranded() {
        driverFails = true;
        LetterFlow flow = flow();
        assertThatIllegalStateException().isThrownBy(() -> confirm(flow));
        assertThat(state(flow, LetterStage.NotPrinted.class).trouble()).isEqualTo(LetterStage.Trouble.PRINT_FAILED);
        driverFails = false;
        flow.printAgain(OnePrinter.PRINTER);
        state(flow, LetterStage.Printed.class);
    }

    @Test
    void a_letter_whose_document_was_not_given_out_yet_is_printed_without_another_being_generated() {
        LetterFlow flow = flow();
        flow.printExisting(SampleFile.letter("l-8", "PMO-8M2C-41", LetterState.GENERATED));
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Printed.class);
        assertThat(client.letterKeys).isEmpty();
        assertThat(jobs).containsExactly("PMO-8M2C-41");
    }

    @Test
    void a_file_that_changed_since_it_was_read_is_read_again_before_a_letter_is_made() {
        client.letterFailures.add(ScriptedClient.refused(ProblemType.FILE_CHANGED, "…", null));
        LetterFlow flow = flow();
        confirm(flow);
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.NotDone.class);
        assertThat(refreshed).isEqualTo(1);
        assertThat(flow.news()).isEmpty();
        TimelineEntry sent = new TimelineEntry(
                "e-99", SampleFile.NOW, Stage.LETTER, "SMS announcing the letter", "J. V.", null, null);
        file = SampleFile.at(15)
                .version("\"8\"")
                .timeline(
                        Stream.concat(Stream.of(sent), file.timeline().stream()).toList())
                .action(SampleFile.open(
                        ActionKind.GENERATE_LETTER, "Générer la lettre", true, SampleFile.letterPreview()))
                .file();
        assertThat(flow.news()).containsExactly(sent);
        flow.startOver();
        confirm(flow);
        assertThat(client.letterEtags).containsExactly("\"7\"", "\"8\"");
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterStage.Printed.class);
    }
}
