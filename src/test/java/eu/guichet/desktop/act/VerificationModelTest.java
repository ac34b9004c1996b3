package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.PensionerFile;
import eu.guichet.contract.ProblemType;
import eu.guichet.contract.Verification;
import eu.guichet.contract.VerificationLock;
import eu.guichet.contract.VerificationMethod;
import eu.guichet.contract.VerificationRequest;
import eu.guichet.contract.VerificationResult;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerificationModelTest {
    private final ScriptedClient client = new ScriptedClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final List<Verification> verified = new ArrayList<>();
    private Instant now = SampleFile.NOW;

    private PensionerFile read = SampleFile.at(8).file();
    private int refreshed;

    private VerificationModel model(PensionerFile file, AccessReason reason) {
        read = file;
        return new VerificationModel(
                client,
                tasks,
                () -> now,
                ZoneId.of("Europe/Brussels"),
                () -> read,
                () -> reason,
                () -> refreshed++,
                verified::add);
    }

    private VerificationModel model() {
        return model(SampleFile.at(8).file(), AccessReason.CALL);
    }

    @Test
    void what_the_person_says_is_compared_and_a_match_opens_the_way() {
        client.verifications.add(new VerificationResult(
                true, new Verification(VerificationMethod.DATA_POINTS, now, now.plusSeconds(900)), 5, null));
        VerificationModel model = model();
        assertThat(model.compare(" 1234567 ", "3.5.44", "54290")).isTrue();
        assertThat(client.verified.getFirst().birthDate()).isEqualTo(LocalDate.of(1944, 5, 3));
        assertThat(client.verified.getFirst().pensionNumber()).isEqualTo("1234567");
        assertThat(verified).hasSize(1);
    }

    @Test
    void a_form_with_gaps_names_them_and_asks_the_backend_nothing() {
        VerificationModel model = model();
        assertThat(model.compare("", "mai 44", " ")).isFalse();
        assertThat(client.verified).isEmpty();
        assertThat(model.stateProperty().get())
                .isInstanceOfSatisfying(
                        VerificationModel.State.Asking.class,
                        asking -> assertThat(asking.faults())
                                .hasSize(3)
                                .containsEntry(VerificationModel.Field.BIRTH_DATE, VerificationModel.Fault.NO_DATE));
    }

    @Test
    void a_miss_says_how_many_tries_are_left_and_the_last_one_locks_for_a_while() {
        client.verifications.add(new VerificationResult(false, null, 1, null));
        client.verifications.add(new VerificationResult(false, null, 0, new VerificationLock(now.plusSeconds(3600))));
        VerificationModel model = model();
        model.compare("1", "3.5.44", "2");
        assertThat(model.stateProperty().get()).isEqualTo(new VerificationModel.State.Missed(1));
        model.compare("1", "3.5.44", "2");
        assertThat(model.stateProperty().get()).isInstanceOf(VerificationModel.State.Locked.class);
        model.seenOrCalled(VerificationMethod.DOCUMENT_SEEN, "3.5");
        assertThat(client.verified).hasSize(2);
        now = now.plusSeconds(3600);
        model.tick();
        assertThat(model.stateProperty().get()).isInstanceOf(VerificationModel.State.Asking.class);
    }

    @Test
    void a_lock_made_elsewhere_is_told_as_a_lock() {
        client.verifyFailures.add(
                ScriptedClient.refused(ProblemType.VERIFICATION_LOCKED, "Bloqué.", now.plusSeconds(600)));
        VerificationModel model = model();
        model.seenOrCalled(VerificationMethod.CALLED_BACK, "");
        assertThat(model.stateProperty().get()).isEqualTo(new VerificationModel.State.Locked(now.plusSeconds(600)));
    }

    @Test
    void a_failure_leaves_the_way_open_to_try_again() {
        client.verifyFailures.add(ScriptedClient.unreachable());
        client.verifications.add(new VerificationResult(
                true, new Verification(VerificationMethod.DOCUMENT_SEEN, now, now.plusSeconds(900)), 5, null));
        VerificationModel model = model();
        model.seenOrCalled(VerificationMethod.DOCUMENT_SEEN, "3.5");
        assertThat(model.stateProperty().get()).isInstanceOf(VerificationModel.State.Failed.class);
        model.seenOrCalled(VerificationMethod.DOCUMENT_SEEN, "3.5");
        assertThat(verified).hasSize(1);
    }

    @Test
    void day_and_month_are_typed_from_the_document() {
        client.verifications.add(new VerificationResult(false, null, 4, null));
        VerificationModel model = model(SampleFile.at(8).file(), AccessReason.COUNTER);
        for (String typed : new String[] {"", "32.1", "mai"}) {
            assertThat(model.seenOrCalled(VerificationMethod.DOCUMENT_SEEN, typed))
                    .isFalse();
        }
        assertThat(client.verified).isEmpty();
        assertThat(model.seenOrCalled(VerificationMethod.DOCUMENT_SEEN, "03/05"))
                .isTrue();
        assertThat(client.verified).containsExactly(VerificationRequest.documentSeen(MonthDay.of(5, 3)));
    }

    @Test
    void who_stands_at_the_counter_is_first_asked_for_a_document() {
        PensionerFile file = SampleFile.at(8).file();
        assertThat(model(file, AccessReason.COUNTER).suggested()).isEqualTo(VerificationMethod.DOCUMENT_SEEN);
        assertThat(model(file, AccessReason.CALL).suggested()).isEqualTo(VerificationMethod.DATA_POINTS);
    }

    @Test
    void an_answer_that_was_lost_has_the_file_read_again_and_counts_if_the_file_says_so() {
        client.verifyFailures.add(ScriptedClient.unknown());
        VerificationModel model = model();
        model.seenOrCalled(VerificationMethod.DOCUMENT_SEEN, "3.5");
        assertThat(refreshed).isEqualTo(1);
        model.tick();
        assertThat(model.stateProperty().get()).isInstanceOf(VerificationModel.State.Failed.class);
        read = SampleFile.at(8).verified().file();
        model.tick();
        assertThat(verified).hasSize(1);
        assertThat(client.verified).hasSize(1);
    }
}
