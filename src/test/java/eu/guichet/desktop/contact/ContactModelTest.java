package eu.guichet.desktop.contact;

import static org.assertj.core.api.Assertions.assertThat;

import eu.guichet.client.ClientException;
import eu.guichet.contract.AccessReason;
import eu.guichet.contract.ContactRequest;
import eu.guichet.desktop.sample.SampleClient;
import eu.guichet.desktop.ui.SameThreadTasks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContactModelTest {
    private final SampleClient client = new SampleClient();
    private final SameThreadTasks tasks = new SameThreadTasks();
    private final ContactModel model = new ContactModel(client, tasks, () -> {});
    private final List<String> done = new ArrayList<>();

    private void open() {
        model.learn(client.openContact(new ContactRequest("p-muller", AccessReason.CALL)));
    }

    @Test
    void the_next_is_opened_once_the_backend_knows_that_this_one_is_closed_and_only_the_newest_wish_counts() {
        open();
        tasks.hold();
        model.close(_ -> done.add("closed"), () -> done.add("waits"));
        model.whenClosed(() -> done.add("one"));
        model.whenClosed(() -> done.add("other"));
        assertThat(done).isEmpty();

        tasks.answerNext();

        assertThat(done).containsExactly("closed", "other");
    }

    @Test
    void where_the_backend_does_not_answer_nobody_waits_for_it() {
        open();
        client.fail(new ClientException.Unreachable("c-1", null));
        model.close(_ -> done.add("closed"), () -> done.add("waits"));
        model.whenClosed(() -> done.add("next"));
        assertThat(done).containsExactly("waits", "next");
    }

    @Test
    void where_nothing_is_being_closed_the_next_is_opened_at_once() {
        model.whenClosed(() -> done.add("next"));
        assertThat(done).containsExactly("next");
    }
}
