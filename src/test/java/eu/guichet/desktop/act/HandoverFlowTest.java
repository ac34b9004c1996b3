package eu.guichet.desktop.act;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.contract.AccessReason;
import eu.guichet.contract.HandoverRequest;
import eu.guichet.desktop.flow.SampleFile;
import eu.guichet.desktop.flow.ScriptedClient;
import eu.guichet.desktop.ui.SameThreadTasks;
import org.junit.jupiter.api.Test;

class HandoverFlowTest {
    private final ScriptedClient client = new ScriptedClient();
    private int refreshed;
    private final HandoverFlow flow = new HandoverFlow(
            client, new SameThreadTasks(), () -> refreshed++, SampleFile.contact("p-1", AccessReason.CALL));

    @Test
    void the_prepared_message_is_shown_and_the_ticket_number_kept() {
        flow.load();
        assertThat(flow.stateProperty().get()).isInstanceOf(HandoverFlow.State.Drafted.class);
        flow.keep(" IM0012345678 ");
        assertThat(client.handedOver).extracting(HandoverRequest::ticket).containsExactly("IM0012345678");
        assertThat(refreshed).isEqualTo(1);
    }

    @Test
    void which_ticket_numbers_there_are_is_the_backends_to_judge() {
        flow.load();
        flow.keep("ticket no. 5");
        assertThat(client.handedOver).extracting(HandoverRequest::ticket).containsExactly("ticket no. 5");
    }

    @Test
    void without_a_ticket_number_nothing_is_sent() {
        flow.load();
        flow.keep("  ");
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
        flow.keep("IM1");
        assertThat(flow.stateProperty().get()).isInstanceOf(HandoverFlow.State.NotKept.class);
        flow.keep("IM1");
        assertThat(flow.stateProperty().get()).isEqualTo(new HandoverFlow.State.Kept("IM1"));
    }

    @Test
    void while_nobody_knows_whether_the_ticket_is_kept_it_is_not_told_as_not_kept_and_the_file_is_read_again() {
        flow.load();
        client.handoverFailures.add(ScriptedClient.unknown());
        flow.keep("IM1");
        assertThat(flow.stateProperty().get()).isInstanceOf(HandoverFlow.State.Unsure.class);
        assertThat(refreshed).isEqualTo(1);
        flow.keep("IM1");
        assertThat(flow.stateProperty().get()).isEqualTo(new HandoverFlow.State.Kept("IM1"));
    }
}
