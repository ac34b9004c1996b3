package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.HandoverMatter;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.contract.ProblemType;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.SampleHandover;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class HandoverFlowTest {
    private final ScriptedClient client = new ScriptedClient();
    private int refreshed;
    private final HandoverFlow flow = new HandoverFlow(
            client,
            new SameThreadTasks(),
            () -> SampleFile.NOW,
            () -> refreshed++,
            SampleFile.contact("p-1", AccessReason.CALL));

    @Test
    void the_prepared_message_is_shown_and_the_ticket_number_kept() {
        flow.load();
        assertThat(flow.stateProperty().get()).isInstanceOf(HandoverFlow.State.Drafted.class);
        flow.keep(" IM0012345678 ", null);
        assertThat(client.handedOver).extracting(HandoverRequest::ticket).containsExactly("IM0012345678");
        assertThat(refreshed).isEqualTo(1);
    }

    @Test
    void which_ticket_numbers_there_are_is_the_backends_to_judge() {
        flow.load();
        flow.keep("ticket no. 5", null);
        assertThat(client.handedOver).extracting(HandoverRequest::ticket).containsExactly("ticket no. 5");
    }

    @Test
    void without_a_ticket_number_nothing_is_sent() {
        flow.load();
        flow.keep("  ", null);
        assertThat(client.handedOver).isEmpty();
        assertThat(flow.stateProperty().get())
                .isInstanceOfSatisfying(
                        HandoverFlow.State.Drafted.class,
                        drafted -> assertThat(drafted.ticketMissing()).isTrue());
    }

    @Test
    void a_ticket_that_was_not_kept_can_be_kept_again() {
        flow.load();
        client.handoverFailures.add(ScriptedClient.unreachable());
        flow.keep("IM1", null);
        assertThat(flow.stateProperty().get()).isInstanceOf(HandoverFlow.State.NotKept.class);
        flow.keep("IM1", null);
        assertThat(flow.stateProperty().get()).isEqualTo(new HandoverFlow.State.Kept("IM1", false, null));
    }

    @Test
    void while_nobody_knows_whether_the_ticket_is_kept_it_is_not_told_as_not_kept_and_the_file_is_read_again() {
        flow.load();
        client.handoverFailures.add(ScriptedClient.unknown());
        flow.keep("IM1", null);
        assertThat(flow.stateProperty().get()).isInstanceOf(HandoverFlow.State.Unsure.class);
        assertThat(refreshed).isEqualTo(1);
        flow.keep("IM1", null);
        assertThat(flow.stateProperty().get()).isEqualTo(new HandoverFlow.State.Kept("IM1", false, null));
    }

    @Test
    void asked_again_after_a_lost_answer_it_is_the_same_wish_and_another_ticket_is_another() {
        flow.load();
        client.handoverFailures.add(ScriptedClient.unknown());
        flow.keep("IM1", null);
        flow.keep("IM1", null);
        flow.keep("IM2", null);
        assertThat(client.handoverKeys).hasSize(3);
        assertThat(client.handoverKeys.get(1)).isEqualTo(client.handoverKeys.get(0));
        assertThat(client.handoverKeys.get(2)).isNotEqualTo(client.handoverKeys.get(1));
    }

    @Test
    void sent_from_here_it_asks_for_what_was_chosen_on_the_day_that_was_chosen() {
        client.draft = SampleHandover.draft();
        flow.load();
        flow.choose(HandoverMatter.SECOND_ACCOUNT);
        flow.send(LocalDate.of(2026, 12, 4));
        assertThat(client.handedOver)
                .containsExactly(
                        new HandoverRequest(null, HandoverMatter.SECOND_ACCOUNT, LocalDate.of(2026, 12, 4), true));
        assertThat(flow.stateProperty().get()).isEqualTo(new HandoverFlow.State.Kept(null, true, null));
    }

    @Test
    void where_identity_has_to_be_verified_first_the_same_wish_is_asked_afterwards() {
        client.draft = SampleHandover.draft();
        flow.load();
        client.handoverFailures.add(ScriptedClient.refused(ProblemType.VERIFICATION_REQUIRED, "", null));
        flow.send(null);
        assertThat(flow.stateProperty().get()).isEqualTo(new HandoverFlow.State.NeedsIdentity());
        flow.again();
        assertThat(client.handedOver).hasSize(1);
    }

    @Test
    void the_day_of_the_policy_that_nobody_chose_is_not_told_with_a_ticket_and_one_that_was_is_and_said() {
        client.draft = SampleHandover.draft();
        flow.load();
        flow.keep("IM1", client.draft.followUp());
        assertThat(flow.stateProperty().get()).isEqualTo(new HandoverFlow.State.Kept("IM1", false, null));
        LocalDate chosen = LocalDate.of(2026, 12, 9);
        flow.keep("IM1", chosen);
        assertThat(flow.stateProperty().get()).isEqualTo(new HandoverFlow.State.Kept("IM1", false, chosen));
        assertThat(client.handedOver).extracting(HandoverRequest::followUp).containsExactly(null, chosen);
    }
}
