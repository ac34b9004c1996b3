package eu.guichet.desktop.file;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ActionKind;
import eu.guichet.contract.LiveEvent;
import eu.guichet.contract.MessageStatus;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.TimelineEntry;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class FileModelTest {
    private final ScriptedClient client = new ScriptedClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private Instant now = SampleFile.NOW;
    private final FileModel model = new FileModel(client, tasks, () -> now);

    private void open() {
        model.show("p-1", AccessReason.CALL);
    }

    private void pass(Duration time) {
        now = now.plus(time);
        model.tick();
    }

    @Test
    void a_closed_action_is_asked_for_again_at_the_moment_it_opens() {
        open();
        pass(Duration.ofSeconds(760));
        assertThat(client.opened).isEqualTo(1);
        client.file = SampleFile.at(8)
                .version("\"8\"")
                .action(SampleFile.open(
                        ActionKind.RESEND_PHONE_CONFIRMATION_EMAIL, "Renvoyer", false, SampleFile.smsPreview(false)))
                .file();
        pass(Duration.ofSeconds(1));
        assertThat(client.opened).isEqualTo(2);
        assertThat(model.actions())
                .filteredOn(a -> a.kind().equals(ActionKind.RESEND_PHONE_CONFIRMATION_EMAIL))
                .allMatch(action -> action.open());
    }

    @Test
    void a_backend_whose_clock_is_behind_ours_is_not_asked_every_second() {
        open();
        for (int second = 0; second < 761 + 60; second++) {
            pass(Duration.ofSeconds(1));
        }
        assertThat(client.opened).isBetween(4, 8);
    }

    @Test
    void the_end_of_a_verification_has_the_file_read_again() {
        client.file = SampleFile.at(16).verified().file();
        open();
        pass(Duration.ofMinutes(15));
        assertThat(client.opened).isEqualTo(2);
    }

    @Test
    void a_message_that_arrives_changes_its_own_row_and_no_other() {
        open();
        List<Integer> touched = new ArrayList<>();
        model.timeline().addListener((ListChangeListener<TimelineEntry>) change -> {
            while (change.next()) {
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    touched.add(i);
                }
            }
        });
        TimelineEntry before = model.timeline().get(1);
        List<TimelineEntry> later = new ArrayList<>(client.file.timeline());
        later.set(0, with(later.getFirst(), MessageStatus.DELIVERED));
        client.file = SampleFile.at(8).version("\"8\"").timeline(later).file();
        model.accept(new LiveEvent.FileChanged("p-1", "\"8\""));
        assertThat(touched).containsOnly(0);
        assertThat(model.timeline().getFirst().status()).isEqualTo(MessageStatus.DELIVERED);
        assertThat(model.timeline().get(1)).isSameAs(before);
    }

    @Test
    void the_delivery_status_changes_before_the_file_has_been_read_again() {
        open();
        tasks.hold();
        model.accept(new LiveEvent.MessageChanged("p-1", "m-4", MessageStatus.BOUNCED));
        assertThat(model.timeline().getFirst().status()).isEqualTo(MessageStatus.BOUNCED);
        assertThat(tasks.waiting()).isEqualTo(1);
    }

    @Test
    void a_new_entry_comes_on_top_and_the_others_stay() {
        open();
        TimelineEntry second = model.timeline().getFirst();
        List<TimelineEntry> longer = new ArrayList<>(client.file.timeline());
        longer.addFirst(new TimelineEntry("t5", now, second.stage(), "Code entré.", null, null, null));
        client.file = SampleFile.at(8).version("\"8\"").timeline(longer).file();
        model.refresh();
        assertThat(model.timeline()).hasSize(5);
        assertThat(model.timeline().get(1)).isSameAs(second);
    }

    @Test
    void an_answer_about_the_file_before_never_shows_over_the_one_that_is_open() {
        tasks.hold();
        model.show("p-0", AccessReason.CALL);
        model.show("p-1", AccessReason.CALL);
        tasks.answerLast();
        client.file = SampleFile.at(3).named("AUTRE Personne", "fr").file();
        tasks.answerNext();
        assertThat(model.fileProperty().get().name()).isEqualTo("MÜLLER Annelise");
    }

    @Test
    void many_changes_at_once_are_read_with_one_more_question() {
        open();
        tasks.hold();
        model.accept(new LiveEvent.FileChanged("p-1", "\"8\""));
        model.accept(new LiveEvent.FileChanged("p-1", "\"9\""));
        model.accept(new LiveEvent.FileChanged("p-1", "\"10\""));
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.answerNext();
        assertThat(tasks.waiting()).isEqualTo(1);
    }

    @Test
    void events_of_other_files_and_of_a_version_already_read_ask_nothing() {
        open();
        model.accept(new LiveEvent.FileChanged("p-2", "\"1\""));
        model.accept(new LiveEvent.FileChanged("p-1", client.file.etag()));
        assertThat(client.opened).isEqualTo(1);
    }

    @Test
    void a_colleague_who_opens_the_same_file_is_named_until_another_file_is_opened() {
        open();
        model.accept(new LiveEvent.AlsoOpen("p-1", "Jean Petit"));
        assertThat(model.colleagueProperty().get()).isEqualTo(new LiveEvent.AlsoOpen("p-1", "Jean Petit"));
        model.show("p-2", AccessReason.CALL);
        assertThat(model.colleagueProperty().get()).isNull();
    }

    @Test
    void a_file_that_cannot_be_read_again_stays_in_sight_and_says_so() {
        open();
        client.openFailures.add(ScriptedClient.unreachable());
        model.refresh();
        assertThat(model.screenProperty().get()).isEqualTo(FileModel.Screen.SHOWN);
        assertThat(model.failureProperty().get()).isNotNull();
        model.refresh();
        assertThat(model.failureProperty().get()).isNull();
    }

    @Test
    void a_colleague_who_leaves_the_file_is_no_longer_named() {
        open();
        model.accept(new LiveEvent.AlsoOpen("p-1", "Jean Petit"));
        model.accept(new LiveEvent.NobodyElse("p-2"));
        assertThat(model.colleagueProperty().get()).isEqualTo(new LiveEvent.AlsoOpen("p-1", "Jean Petit"));
        model.accept(new LiveEvent.NobodyElse("p-1"));
        assertThat(model.colleagueProperty().get()).isNull();
    }

    @Test
    void a_stale_file_is_asked_for_again_by_itself_more_and_more_slowly() {
        open();
        for (int failures = 0; failures < 4; failures++) {
            client.openFailures.add(ScriptedClient.unreachable());
        }
        model.refresh();
        for (int second = 0; second < 60; second++) {
            pass(Duration.ofSeconds(1));
        }
        assertThat(client.openFailures).isEmpty();
        assertThat(model.failureProperty().get()).isNull();
        assertThat(client.opened).isBetween(2, 6);
    }

    @Test
    void a_refusal_that_does_not_pass_by_itself_is_not_asked_again() {
        open();
        client.openFailures.add(ScriptedClient.refused(ProblemType.NOT_ALLOWED, "", null));
        model.refresh();
        pass(Duration.ofMinutes(5));
        assertThat(model.failureProperty().get()).isNotNull();
    }

    private static TimelineEntry with(TimelineEntry entry, MessageStatus status) {
        return new TimelineEntry(
                entry.id(), entry.at(), entry.stage(), entry.text(), entry.by(), entry.messageId(), status);
    }
}
