package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import eu.guichet.contract.ActionKind;
import eu.guichet.contract.LetterState;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.paper.Printing;
import eu.guichet.desktop.paper.Saving;
import eu.guichet.desktop.paper.SealedDocument;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

    private LetterFlow flow() {
        LetterFlow flow = new LetterFlow(
                client,
                tasks,
                () -> now,
                (document, job) -> {
                    jobs.add(job);
                    if (driverFails) {
                        throw new IllegalStateException("the driver's own");
                    }
                    return prints.isEmpty() ? Printing.Outcome.SENT : prints.remove();
                },
                saving,
                () -> file,
                () -> refreshed++);
        flow.begin(true);
        return flow;
    }

    private static void assertWiped(byte[] pdf) {
        for (byte b : pdf) {
            assertThat(b).isZero();
        }
    }

    @Test
    void a_confirmed_letter_is_generated_for_the_version_that_was_read_and_goes_to_the_printer() {
        LetterFlow flow = flow();
        assertThat(client.letterKeys).isEmpty();
        flow.confirm();
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Printed.class);
        assertThat(client.letterKeys).hasSize(1);
        assertThat(client.letterEtags).containsExactly("\"7\"");
        assertThat(jobs).containsExactly("PMO-9Q4T-77");
        assertWiped(client.documents.getFirst());
    }

    @Test
    void a_lost_answer_to_the_generation_never_makes_a_second_letter() {
        client.letterFailures.add(ScriptedClient.unknown());
        LetterFlow flow = flow();
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Unsure.class);
        assertThat(flow.leave()).isFalse();
        file = SampleFile.at(15).version("\"8\"").file();
        now = now.plusSeconds(5);
        flow.tick();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Printed.class);
        assertThat(client.letterKeys.get(1)).isEqualTo(client.letterKeys.get(0));
        assertThat(client.letterEtags).containsExactly("\"7\"", "\"7\"");
    }

    @Test
    void after_an_unreachable_backend_a_retry_sends_the_version_that_was_confirmed() {
        client.letterFailures.add(ScriptedClient.unreachable());
        LetterFlow flow = flow();
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.NotDone.class);
        file = SampleFile.at(15).version("\"8\"").file();
        flow.confirm();
        assertThat(client.letterEtags).containsExactly("\"7\"", "\"7\"");
    }

    @Test
    void while_it_is_not_known_whether_the_letter_exists_no_other_failure_is_told_as_no_letter() {
        client.letterFailures.add(ScriptedClient.unknown());
        client.letterFailures.add(ScriptedClient.unreachable());
        client.letterFailures.add(ScriptedClient.refused(ProblemType.UNAVAILABLE, "…", null));
        LetterFlow flow = flow();
        flow.confirm();
        flow.askNow();
        flow.askNow();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Unsure.class);
        assertThat(client.letterKeys).hasSize(3);
        flow.askNow();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Printed.class);
        assertThat(new HashSet<>(client.letterKeys)).hasSize(1);
    }

    @Test
    void a_document_lost_on_its_way_is_told_as_void_and_the_next_letter_is_a_new_wish() {
        client.documentFailures.add(ScriptedClient.unknown());
        client.documentFailures.add(ScriptedClient.refused(ProblemType.DOCUMENT_ALREADY_FETCHED, "…", null));
        LetterFlow flow = flow();
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Lost.class);
        flow.startOver();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Previewing.class);
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Printed.class);
        assertThat(client.letterKeys.get(1)).isNotEqualTo(client.letterKeys.get(0));
    }

    @Test
    void a_document_that_was_not_given_out_can_be_fetched_again() {
        client.documentFailures.add(ScriptedClient.unreachable());
        LetterFlow flow = flow();
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.NotFetched.class);
        flow.fetchAgain();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Printed.class);
        assertThat(client.letterKeys).hasSize(1);
    }

    @Test
    void without_a_printer_the_file_is_named_after_the_public_reference_and_nothing_else() {
        prints.add(Printing.Outcome.NO_PRINTER);
        LetterFlow flow = flow();
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Ready.class);
        flow.save();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Saved.class);
        assertThat(folder.resolve("PMO-9Q4T-77.pdf")).hasContent("%PDF sealed");
        assertWiped(client.documents.getFirst());
    }

    @Test
    void a_file_the_agent_agreed_to_replace_is_replaced_whole_and_nothing_else_is_left_behind() throws IOException {
        Files.writeString(folder.resolve("PMO-9Q4T-77.pdf"), "older and longer than the letter");
        prints.add(Printing.Outcome.NO_PRINTER);
        LetterFlow flow = flow();
        flow.confirm();
        flow.save();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Saved.class);
        assertThat(folder.resolve("PMO-9Q4T-77.pdf")).hasContent("%PDF sealed");
        assertThat(folder).isDirectoryContaining(path -> true).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_letter_that_cannot_be_saved_leaves_no_half_a_file_and_can_still_be_printed() throws IOException {
        Files.createDirectories(folder.resolve("PMO-9Q4T-77.pdf").resolve("in the way"));
        prints.add(Printing.Outcome.NO_PRINTER);
        LetterFlow flow = flow();
        flow.confirm();
        flow.save();
        assertThat(flow.stateProperty().get())
                .isInstanceOfSatisfying(
                        LetterFlow.State.Ready.class,
                        ready -> assertThat(ready.waiting()).isEqualTo(LetterFlow.Waiting.SAVE_FAILED));
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
        flow.printAgain();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Printed.class);
    }

    @Test
    void leaving_without_paper_asks_first_and_a_second_escape_comes_back_to_the_letter() {
        prints.add(Printing.Outcome.CANCELLED);
        LetterFlow flow = flow();
        flow.confirm();
        assertThat(flow.leave()).isFalse();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.GivingUp.class);
        assertThat(flow.leave()).isFalse();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Ready.class);
        flow.printAgain();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Printed.class);
    }

    @Test
    void giving_a_letter_up_wipes_the_document_and_says_the_code_is_void() {
        prints.add(Printing.Outcome.CANCELLED);
        LetterFlow flow = flow();
        flow.confirm();
        flow.leave();
        flow.giveUp();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.GivenUp.class);
        assertWiped(client.documents.getFirst());
        assertThat(flow.leave()).isTrue();
    }

    @Test
    void a_printer_driver_that_fails_in_its_own_way_leaves_the_letter_waiting_and_not_stranded() {
        driverFails = true;
        LetterFlow flow = flow();
        assertThatIllegalStateException().isThrownBy(flow::confirm);
        assertThat(flow.stateProperty().get())
                .isInstanceOfSatisfying(
                        LetterFlow.State.Ready.class,
                        ready -> assertThat(ready.waiting()).isEqualTo(LetterFlow.Waiting.PRINT_FAILED));
        driverFails = false;
        flow.printAgain();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Printed.class);
    }

    @Test
    void a_letter_whose_document_was_not_given_out_yet_is_printed_without_another_being_generated() {
        LetterFlow flow = flow();
        flow.fetch(SampleFile.letter("l-8", "PMO-8M2C-41", LetterState.GENERATED));
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Printed.class);
        assertThat(client.letterKeys).isEmpty();
        assertThat(jobs).containsExactly("PMO-8M2C-41");
    }

    @Test
    void a_file_that_changed_since_it_was_read_is_read_again_before_a_letter_is_made() {
        client.letterFailures.add(ScriptedClient.refused(ProblemType.FILE_CHANGED, "…", null));
        LetterFlow flow = flow();
        flow.confirm();
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.NotDone.class);
        assertThat(refreshed).isEqualTo(1);
        file = SampleFile.at(15)
                .version("\"8\"")
                .action(SampleFile.open(
                        ActionKind.GENERATE_LETTER, "Générer la lettre", true, SampleFile.letterPreview()))
                .file();
        flow.startOver();
        flow.confirm();
        assertThat(client.letterEtags).containsExactly("\"7\"", "\"8\"");
        assertThat(flow.stateProperty().get()).isInstanceOf(LetterFlow.State.Printed.class);
    }
}
